// The lint rules, and why: types are checked, nothing is silenced without a reason, a file stays one idea long.
// Which room may import which is not here but in .dependency-cruiser.cjs.
import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

// A rule may be switched off for a line if the reason stands beside it: `eslint-disable-next-line rule -- reason`.
const reasoned = {
  rules: {
    "disable-with-reason": {
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            if (/^\s*eslint-disable/.test(comment.value) && !/--\s*\S/.test(comment.value)) {
              context.report({ loc: comment.loc, message: "Say why, after two dashes." });
            }
          }
        },
      }),
    },
  },
};

const GENERATED = [
  "**/dist/**",
  "**/dist-types/**",
  "web/src/gql/**",
  "shared/src/methods/statisticMethods.ts",
  "shared/src/methods/statisticNames.ts",
  "coverage/**",
  ".data/**",
  "samples/**",
];

export default typescript.config(
  { ignores: GENERATED },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    plugins: { afterglow: reasoned },
    languageOptions: { ecmaVersion: 2023, globals: globals.node },
    rules: {
      "afterglow/disable-with-reason": "error",
      // `== null` asks for null and undefined at once, and says so.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: false } }],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["web/vite.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Promises with nothing to wait for are part of some interfaces.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowNullish: true },
      ],
    },
  },
  {
    files: ["server/src/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Settings are read in server/src/config.ts and handed on.",
        },
      ],
    },
  },
  // What is printed for a person, and what is logged, have their own places.
  { files: ["server/src/cli/**", "server/src/main.ts", "server/src/log.ts"], rules: { "no-console": "off" } },
  { files: ["server/src/config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["web/src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["tests/**/*.ts"],
    languageOptions: { globals: { ...globals.jest, ...globals.node } },
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      // expect(spy.method) is how jest is used.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  { files: ["tests/**/*.cjs", ".dependency-cruiser.cjs"], languageOptions: { sourceType: "commonjs" } },
  // Tables of facts, steps of a migration and recorded inputs are as long as they are.
  {
    files: ["server/src/database/migrations/**", "tests/**/fixtures/**", "shared/src/vocabulary/**"],
    rules: { "max-lines": "off" },
  },
);
