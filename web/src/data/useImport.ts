// The way of some files: chosen, sent, looked at; then tried or brought in, as the steward says. Another recipe or dataset
// is another look at the same files.
import type { Job, Preview, Receipt, RecipeChoice } from "@afterglow/shared";
import { useRef, useState } from "react";
import { AccountTrouble, askAccount } from "../account/askAccount";
import type { ChosenFiles } from "./chosenFiles";
import { followJob } from "./followJob";
import { beginUpload, sendFiles, type Upload } from "./sendFiles";

export interface Finished {
  readonly job: string;
  readonly receipt: Receipt;
}

interface Way {
  readonly chosen: ChosenFiles | null;
  readonly sentBytes: number;
  readonly sending: boolean;
  readonly recipe: RecipeChoice;
  /** Name of the file that holds the patient key. */
  readonly patientKey: string | null;
  readonly dataset: string;
  readonly job: Job | null;
  readonly preview: Preview | null;
  readonly last: Receipt | null;
  readonly trouble: string | null;
}

/** How files are read. */
type How = Pick<Way, "recipe" | "patientKey" | "dataset">;

const start: Way = {
  chosen: null,
  sentBytes: 0,
  sending: false,
  recipe: null,
  patientKey: null,
  dataset: "",
  job: null,
  preview: null,
  last: null,
  trouble: null,
};

export function useImport(onFinished: (finished: Finished) => void) {
  const [way, setWay] = useState<Way>(start);
  const upload = useRef<Upload | null>(null);
  const sending = useRef(new AbortController());
  const change = (news: Partial<Way>) => setWay((now) => ({ ...now, ...news }));
  const attempt = (act: () => Promise<void>) => {
    act().catch((error: unknown) => {
      if (sending.current.signal.aborted) return;
      const known = error instanceof AccountTrouble;
      change({
        sending: false,
        job: null,
        trouble: known ? error.message : "Something went wrong on this page.",
      });
    });
  };

  async function run(kind: "PREVIEW" | "DRY_RUN" | "IMPORT", { recipe, patientKey, dataset }: How) {
    const named = dataset.trim() || null;
    const wish = { kind, upload: upload.current?.id ?? "", recipe, patientKey, dataset: named };
    const begun = await askAccount<Job>("/steward/jobs", { method: "POST", body: wish });
    change({ job: begun, trouble: null });
    const { id, status, preview, receipt, failure } = await followJob(begun.id, (job) => change({ job }));
    if (preview !== undefined) change({ job: null, preview });
    else if (receipt !== undefined) {
      onFinished({ job: id, receipt });
      // What was brought in or refused has left the server: it would have to be sent anew.
      change(kind === "IMPORT" ? { ...start, last: receipt } : { job: null, last: receipt });
    } else {
      const gone = kind === "IMPORT" ? start : {};
      change({
        ...gone,
        job: null,
        trouble: status === "STOPPED" ? "Stopped. Nothing was written." : failure,
      });
    }
  }

  /** Anew, by another recipe or key, which may have to be sent first. */
  const look = (news: Partial<How>, file?: File) =>
    attempt(async () => {
      if (upload.current === null) return;
      if (file !== undefined)
        await sendFiles(upload.current, [file], () => undefined, sending.current.signal);
      change({ ...news, preview: null, last: null });
      await run("PREVIEW", { ...way, ...news });
    });

  return {
    way,
    choose: (chosen: ChosenFiles) => {
      sending.current.abort();
      sending.current = new AbortController();
      const { signal } = sending.current;
      if (chosen.files.length === 0) {
        setWay({ ...start, trouble: "None of these files is a table (CSV, TSV, Excel) or JSON." });
        return;
      }
      const hasPackage = chosen.files.some(({ name }) => name === "datapackage.json");
      const own = chosen.files.find(({ name }) => name === "recipe.json");
      const recipe = !hasPackage && own !== undefined ? { file: own.name } : null;
      setWay({ ...start, chosen, recipe, sending: true });
      attempt(async () => {
        upload.current = await beginUpload(chosen.folder);
        await sendFiles(upload.current, chosen.files, (sentBytes) => change({ sentBytes }), signal);
        change({ sending: false });
        await run("PREVIEW", { ...start, recipe });
      });
    },
    useRecipe: (recipe: RecipeChoice) => look({ recipe }),
    addRecipe: (file: File) => look({ recipe: { file: file.name } }, file),
    addPatientKey: (file: File) => look({ patientKey: file.name }, file),
    nameDataset: (dataset: string) => change({ dataset }),
    begin: (kind: "PREVIEW" | "DRY_RUN" | "IMPORT") => attempt(() => run(kind, way)),
    stop: () => {
      const { job } = way;
      if (job !== null) attempt(() => askAccount(`/steward/jobs/${job.id}`, { method: "DELETE" }));
    },
    leave: () => {
      sending.current.abort();
      const id = upload.current?.id;
      upload.current = null;
      setWay(start);
      if (id !== undefined)
        void askAccount(`/steward/uploads/${id}`, { method: "DELETE" }).catch(() => undefined);
    },
  };
}

export type ImportWay = ReturnType<typeof useImport>;
