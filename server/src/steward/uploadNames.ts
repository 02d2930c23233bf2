// Which names of files and folders are taken from a sender: no path, nothing hidden, nothing that a disk or a terminal
// reads in its own way.
const NAME = /^[\p{L}\p{N}_(][\p{L}\p{N} ._()+,&'-]*$/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const isPlain = (name: string, longest: number): boolean =>
  name.length <= longest && NAME.test(name) && !/[ .]$/.test(name) && !RESERVED.test(name);

export const isFileName = (name: string): boolean => isPlain(name, 120);
/** It stands in the receipt. */
export const isFolderName = (name: string): boolean => isPlain(name, 60);
