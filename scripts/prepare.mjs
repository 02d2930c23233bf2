// What every command does first, silently when there is nothing to do: the right Node, the locked packages, a
// build as new as the source. Needs nothing but Node itself, since it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const began = Date.now();

/** Progress goes to the error stream: what a command answers stays alone on the other. */
export function say(text) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

export function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Afterglow needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
}

/** Runs a program of ours and ends everything with a sentence if it fails. */
export function mustRun(what, args, options = {}) {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    ...options,
  });
  if (error || status !== 0) fail(`${what} failed: see the lines above.`);
}

export function install() {
  if (isInstalled()) return;
  say("installing the packages of package-lock.json");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (error || status !== 0) fail("npm ci failed: see the lines above. Is the package registry reachable?");
}

/** npm writes what it installed into node_modules; that has to be what the lock file says. */
function isInstalled() {
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  const locked = readPackages(join(root, "package-lock.json"));
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.includes("node_modules/") || wanted.link) return true;
    const found = installed[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

export function buildServer() {
  buildWhenStale("the server", ["shared", "server"], "server/dist/main.js", () =>
    mustRun("Building the server", [tool("typescript", "bin/tsc"), "-b", "shared", "server"]),
  );
}

export function buildWeb() {
  buildWhenStale("the pages", ["shared", "web"], "web/dist/index.html", () =>
    mustRun("Building the pages", [tool("vite", "bin/vite.js"), "build", "--logLevel", "warn"], {
      cwd: join(root, "web"),
    }),
  );
}

/** The path of a program inside an installed package. */
export function tool(name, program) {
  const homes = ["", "web", "tests"].map((workspace) => join(root, workspace, "node_modules", name, program));
  return homes.find(existsSync) ?? homes[0];
}

function buildWhenStale(what, workspaces, product, build) {
  const cache = join(root, "node_modules", ".cache", "afterglow");
  const note = join(cache, product.replaceAll("/", "-"));
  const wanted = fingerprint(workspaces);
  const last = existsSync(note) ? readFileSync(note, "utf8") : "";
  if (last === wanted && existsSync(join(root, product))) return;
  say(`building ${what}`);
  build();
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, wanted);
}

function fingerprint(workspaces) {
  const hash = createHash("sha256");
  const files = workspaces.flatMap((workspace) => filesUnder(join(root, workspace)));
  for (const file of [...files, join(root, "package-lock.json"), join(root, "tsconfig.base.json")]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

const NOT_SOURCE = new Set(["node_modules", "dist", "dist-types"]);

export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name) && !entry.name.endsWith(".tsbuildinfo"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** Hands over to a long-running program: its output, its signals, its exit code. The channel tells it of our end. */
export function handOver(args) {
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  // graphql and express check at every step what they need to check only while one develops with them.
  const env = { NODE_ENV: "production", ...process.env };
  const child = spawn(process.execPath, ["--enable-source-maps", ...args], { cwd: root, stdio, env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
  // npm starts us through a shell, which dies of a signal without passing it on: then we have lost our parent.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 250).unref();
}
