// Lets a plain `node -r` run the TypeScript of the server: tests of the launcher need real processes to kill.
const { transformFileSync } = require("@swc/core");
const Module = require("node:module");

Module._extensions[".ts"] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  module._compile(code, file);
};
