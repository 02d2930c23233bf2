// Lets a plain `node -r` run the whole server from its TypeScript, as `npm start` runs its build: tests of starting
// and stopping need a real process.
const { transformFileSync } = require("@swc/core");
const Module = require("node:module");
const { join } = require("node:path");

Module._extensions[".ts"] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: "commonjs" },
  });
  module._compile(code, file);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === "@afterglow/shared"
    ? join(__dirname, "../../shared/src/index.ts")
    : resolve.call(Module, request, ...rest);
