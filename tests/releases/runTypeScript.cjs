// Lets a plain `node -r` run the server's TypeScript with its decorators and the shared workspace from source, so that
// a command is tested as the process that a reader starts.
const { resolve } = require("node:path");
const Module = require("node:module");
const { transformFileSync } = require("@swc/core");

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === "@afterglow/shared"
    ? resolve(__dirname, "../../shared/src/index.ts")
    : resolveFilename.call(Module, request, ...rest);

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
