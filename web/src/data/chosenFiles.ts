// The files of a folder or of a choice, however they came: dropped, or through a picker. Only what may be a table or JSON
// is sent; what is left is named, so that nobody thinks it came along.
export interface ChosenFiles {
  readonly folder: string;
  readonly files: readonly File[];
  /** Names of those that are not sent. */
  readonly leftOut: readonly string[];
}

const ENDINGS = /\.(csv|tsv|txt|xlsx|xls|json|ndjson)$/i;

export function fromList(list: Iterable<File>): ChosenFiles {
  const paths = [...list].map((file) => ({ file, path: (file.webkitRelativePath || file.name).split("/") }));
  const [first] = paths;
  const folder = first !== undefined && first.path.length > 1 ? (first.path[0] ?? "") : "upload";
  // A folder in the folder is left out: the importer reads one folder.
  return sorted(
    folder,
    paths.map(({ file, path }) => ({ file, below: path.length > 2 })),
  );
}

/** To be called within the event: afterwards the browser has forgotten what was dropped. */
export async function fromDrop(data: DataTransfer): Promise<ChosenFiles> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = [...data.files];
  const [only] = entries;
  if (entries.length !== 1 || !isFolder(only)) return fromList(files);
  const inside = await entriesOf(only);
  const read = await Promise.all(inside.filter(isFile).map(fileOf));
  const found = read.map((file) => ({ file, below: false }));
  const folders = inside.filter(isFolder).map(({ name }) => `${name}/`);
  const { leftOut, ...chosen } = sorted(only.name, found);
  return { ...chosen, leftOut: [...leftOut, ...folders] };
}

function sorted(folder: string, found: readonly { file: File; below: boolean }[]): ChosenFiles {
  const seen = found.filter(({ file }) => !file.name.startsWith("."));
  const isSent = ({ file, below }: { file: File; below: boolean }) => !below && ENDINGS.test(file.name);
  return {
    folder,
    files: seen.filter(isSent).map(({ file }) => file),
    leftOut: seen.filter((one) => !isSent(one)).map(({ file }) => file.name),
  };
}

const isFolder = (entry: FileSystemEntry | undefined): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory === true;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
