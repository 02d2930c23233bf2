// The entity tag of a figure whose address names its release: of what the file depends on, never of what stands in it, so
// that nothing about a hidden number can be told by comparing tags.
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { canonicalText } from "../audit/canonicalText";
import type { Policy } from "../disclosure/policy";
import { programVersion } from "../kept/programVersion";
import { ownClinic } from "./ownClinic";
import { knownPersonOf } from "./recognise";

interface Release {
  readonly id: string;
  readonly number: number;
  readonly checksum: string;
}

/** `address`: path and query string. */
export type TagFor = (request: IncomingMessage, address: string, release: Release) => string;

export const figureTag =
  (policy: Policy): TagFor =>
  (request, address, release) => {
    const clinic = ownClinic(knownPersonOf(request), release);
    const all = { program: programVersion(), policy, checksum: release.checksum, clinic, address };
    return `"${createHash("sha256").update(canonicalText(all)).digest("base64url")}"`;
  };
