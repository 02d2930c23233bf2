// Lets a plain `node -r` run the server from its TypeScript, with its decorators and the shared workspace from source:
// what starts, stops and is killed is tested as the process that a reader starts. What was transformed once is kept, by
// what it was made of: transforming takes a third of such a process's time.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");

const root = join(__dirname, "..");
const kept = join(root, "node_modules", ".cache", "afterglow", "transformed");
const settings = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: "commonjs" },
};
const { version } = require("@swc/core/package.json");

Module._extensions[".ts"] = (module, file) => module._compile(transformed(file), file);

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === "@afterglow/shared"
    ? join(root, "shared/src/index.ts")
    : resolve.call(Module, request, ...rest);

function transformed(file) {
  const text = readFileSync(file, "utf8");
  const name = createHash("sha256")
    .update(`${version}\0${JSON.stringify(settings)}\0${file}\0${text}`)
    .digest("hex");
  const place = join(kept, `${name}.js`);
  try {
    return readFileSync(place, "utf8");
  } catch {
    const { code } = require("@swc/core").transformSync(text, { ...settings, filename: file });
    keep(place, code);
    return code;
  }
}

/** Whole or not at all: several processes may read it. An account that may not write there transforms each time. */
function keep(place, code) {
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, place);
  } catch {
    return;
  }
}
