// A document's name in the list of those that the pages ship: the hash of what it asks, however it is laid out, and with or
// without the `__typename` that clients add.
import { createHash } from "node:crypto";
import { print, stripIgnoredCharacters, visit, type DocumentNode } from "graphql";

export function documentHash(document: DocumentNode): string {
  const plain = visit(document, {
    Field: ({ name, alias, directives = [] }) =>
      name.value === "__typename" && alias === undefined && directives.length === 0 ? null : undefined,
  });
  return createHash("sha256")
    .update(stripIgnoredCharacters(print(plain)))
    .digest("base64url");
}
