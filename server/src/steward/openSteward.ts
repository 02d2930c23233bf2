// What a steward does from the page: sends files, looks at what they would become, brings them in, publishes. It starts
// the jobs; what an import and a release are stands in their rooms, and each has the same line in the audit as when a
// command does it.
import type { Job, QualityReport, RecipeChoice } from "@afterglow/shared";
import { basename, join } from "node:path";
import type { Audit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { asUnavailable, type Database } from "../database/dataSource";
import type { Person } from "../identity/person";
import { importFolder } from "../imports/importFolder";
import { patientKeyFile } from "../imports/patientKey";
import { previewFolder } from "../imports/previewFolder";
import { rememberQuality } from "../imports/rememberQuality";
import { publish } from "../releases/publish";
import { afterProgress, waitingFiles } from "./importProgress";
import { Jobs } from "./jobs";
import { knownRecipePath, knownRecipes, type KnownRecipe } from "./knownRecipes";
import { UploadFolders, type Upload } from "./uploadFolders";
import { WishRefused } from "./wishRefused";

export interface ImportWish {
  readonly kind: "PREVIEW" | "DRY_RUN" | "IMPORT";
  readonly upload: string;
  readonly recipe: RecipeChoice;
  /** Name of the dataset, instead of the one that the files or the recipe give. */
  readonly dataset: string | null;
  /** File of the upload that holds the patient key. */
  readonly patientKey: string | null;
}

export interface PublishWish {
  readonly kind: "PUBLISH";
  readonly dataset: string;
  readonly note: string;
}

export interface Steward {
  readonly uploads: UploadFolders;
  readonly jobs: Jobs;
  recipes(): Promise<KnownRecipe[]>;
  quality(dataset: string): Promise<QualityReport>;
  importing(person: Person, wish: ImportWish): Promise<Job>;
  publishing(person: Person, wish: PublishWish): Job;
  /** Ends what is under way, and removes what was sent. */
  close(): Promise<void>;
}

export interface StewardOptions {
  readonly database: Pick<Database, "dataSource">;
  readonly audit: Pick<Audit, "record">;
  /** The folder of samples, which holds recipes. */
  readonly samples: string;
  readonly uploadBytes: number;
  readonly explain: (error: unknown) => string;
  /** Told of each release that there is now. */
  readonly onPublished?: () => void;
}

const IDLE_MS = 30 * 60_000;

export function openSteward({
  database,
  audit,
  samples,
  uploadBytes,
  explain,
  onPublished,
}: StewardOptions): Steward {
  const uploads = new UploadFolders({ mostBytes: uploadBytes, idleMs: IDLE_MS });
  const jobs = new Jobs(explain);

  async function importing(person: Person, wish: ImportWish): Promise<Job> {
    const upload = uploads.find(person.id, wish.upload);
    if (upload.busy) throw new WishRefused(409, "The upload is busy.");
    const { kind, dataset } = wish;
    const recipe = await recipePath(samples, upload, wish);
    const keyPath = wish.patientKey === null ? undefined : fileOf(upload, wish.patientKey);
    const work = recordWork(audit, person);
    // While the recipe was looked up another piece or job may have come.
    if (upload.busy) throw new WishRefused(409, "The upload is busy.");
    const job = jobs.start(person.id, kind, waitingFiles(upload.files), async ({ signal, tell }) => {
      try {
        signal.throwIfAborted();
        const patientKey = keyPath === undefined ? undefined : await patientKeyFile(keyPath);
        const options = { dataset: dataset ?? undefined, recipe, patientKey, signal };
        if (kind === "PREVIEW") return { preview: await previewFolder(upload.folder, options) };
        let files = waitingFiles(upload.files);
        const receipt = await importFolder(database, upload.folder, {
          ...options,
          dryRun: kind === "DRY_RUN",
          beforeCommit: work.importing,
          onProgress: (done) => {
            files = afterProgress(files, done);
            tell({ step: done.step, files });
          },
        });
        if (kind === "IMPORT" && receipt.problemCount > 0) await work.importRefused();
        return { receipt };
      } finally {
        upload.busy = false;
        upload.usedAt = Date.now();
        if (kind === "IMPORT") await uploads.discard(upload);
      }
    });
    upload.busy = true;
    return job;
  }

  return {
    uploads,
    jobs,
    recipes: () => knownRecipes(samples),
    // On a million courses it takes longer than a question may, the first time.
    quality: rememberQuality((sql, values = []) =>
      database.dataSource.query<never>(sql, [...values]).catch((error: unknown) => {
        throw asUnavailable(error);
      }),
    ),
    importing,
    publishing: (person, { dataset, note }) =>
      jobs.start(person.id, "PUBLISH", [], async ({ signal }) => {
        signal.throwIfAborted();
        const { publishing } = recordWork(audit, person);
        const { id } = await publish(database, { dataset, note, beforeCommit: publishing });
        onPublished?.();
        return { release: id };
      }),
    close: async () => {
      await jobs.close();
      await uploads.close();
    },
  };
}

function recipePath(
  samples: string,
  upload: Upload,
  { recipe }: ImportWish,
): Promise<string> | string | undefined {
  if (recipe === null) return undefined;
  return "known" in recipe ? knownRecipePath(samples, recipe.known) : fileOf(upload, recipe.file);
}

function fileOf(upload: Upload, name: string): string {
  if (!upload.files.has(name)) throw new WishRefused(400, "The upload holds no file of this name.");
  return join(upload.folder, basename(name));
}
