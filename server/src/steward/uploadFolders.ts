// The files that stewards send before they are brought in: each upload a folder that this account alone may read, under
// one folder of this process. They are patients' data, so they go when they were brought in, when they lie idle, when
// the server stops, and after a crash when the next one starts (sweepUploads). Not here: what the files mean.
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendPiece, type ReceivedFile } from "./appendPiece";
import { rootPrefix } from "./sweepUploads";
import { isFileName, isFolderName } from "./uploadNames";
import { WishRefused } from "./wishRefused";

export interface Upload {
  readonly id: string;
  readonly owner: string;
  /** Path of the folder that holds the files and nothing else; its name is the sender's. */
  readonly folder: string;
  readonly files: Map<string, ReceivedFile>;
  /** A piece is being written, or a job is reading. */
  busy: boolean;
  usedAt: number;
}

export interface UploadLimits {
  /** Of all uploads together. */
  readonly mostBytes: number;
  readonly idleMs: number;
}

const MOST_FILES = 200;
const MOST_UPLOADS = 20;
const LOOK_EVERY_MS = 60_000;

export class UploadFolders {
  private readonly uploads = new Map<string, Upload>();
  private root: Promise<string> | undefined;
  private closed = false;
  private readonly watch: NodeJS.Timeout;

  constructor(private readonly limits: UploadLimits) {
    this.watch = setInterval(() => void this.removeIdle(), LOOK_EVERY_MS).unref();
  }

  /** A steward has one upload at a time: a new one takes the place of what lies unused. */
  async begin(owner: string, name: string): Promise<Upload> {
    const own = [...this.uploads.values()].filter((upload) => upload.owner === owner);
    for (const upload of own) if (!upload.busy) await this.discard(upload);
    if (this.closed || this.uploads.size >= MOST_UPLOADS)
      throw new WishRefused(429, "Too many people upload at the moment.");
    const id = randomBytes(12).toString("hex");
    this.root ??= mkdtemp(join(tmpdir(), rootPrefix));
    const root = await this.root.catch((error: unknown) => {
      this.root = undefined;
      throw error;
    });
    const folder = join(root, id, isFolderName(name) ? name : "upload");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const upload: Upload = { id, owner, folder, files: new Map(), busy: false, usedAt: Date.now() };
    this.uploads.set(id, upload);
    return upload;
  }

  /** Adds the next piece of a file; answers how long the file is now. */
  async append(upload: Upload, name: string, from: number, piece: AsyncIterable<Buffer>): Promise<number> {
    if (!isFileName(name))
      throw new WishRefused(400, "A file's name has letters, digits, spaces and . _ - ( ) alone.");
    if (upload.busy) throw new WishRefused(409, "The upload is busy.");
    // From its beginning it is sent anew: a recipe that was mended.
    const file = (from === 0 ? undefined : upload.files.get(name)) ?? { bytes: 0, lineEnds: 0 };
    if (file.bytes !== from) throw new WishRefused(409, "The piece does not follow the one before.");
    if (!upload.files.has(name) && upload.files.size >= MOST_FILES)
      throw new WishRefused(413, `An upload holds at most ${MOST_FILES} files.`);
    upload.busy = true;
    upload.files.set(name, file);
    try {
      const grown = await appendPiece(join(upload.folder, name), file, piece, this.room());
      upload.files.set(name, grown);
      return grown.bytes;
    } finally {
      upload.busy = false;
      upload.usedAt = Date.now();
    }
  }

  /** Of this person: another's is not told from none. */
  find(owner: string, id: string): Upload {
    const upload = this.uploads.get(id);
    if (upload === undefined || upload.owner !== owner)
      throw new WishRefused(404, "There is no such upload any more. Choose the files again.");
    return upload;
  }

  async discard(upload: Upload): Promise<void> {
    this.uploads.delete(upload.id);
    await rm(join(upload.folder, ".."), { recursive: true, force: true, maxRetries: 3 });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.watch);
    this.uploads.clear();
    if (this.root !== undefined) await rm(await this.root, { recursive: true, force: true, maxRetries: 3 });
    this.root = undefined;
  }

  private room(): number {
    const held = [...this.uploads.values()].flatMap(({ files }) => [...files.values()]);
    return this.limits.mostBytes - held.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private async removeIdle(): Promise<void> {
    const before = Date.now() - this.limits.idleMs;
    for (const upload of this.uploads.values())
      if (!upload.busy && upload.usedAt < before) await this.discard(upload);
  }
}
