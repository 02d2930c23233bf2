// The words for what the audit holds in codes.

export const acts: Readonly<Record<string, string>> = {
  ANSWER: "Answer",
  EXPORT: "File",
  SIGN_IN: "Sign-in",
  SIGN_OUT: "Sign-out",
  REFUSAL: "Refusal",
  IMPORT: "Import",
  WITHDRAWAL: "Withdrawal",
  PUBLISH: "Release",
  BACKUP: "Backup",
  RESTORE: "Restore",
  TOKEN: "Token",
  ROLES: "Roles",
};

export const outcomes: Readonly<Record<string, string>> = {
  SHOWN: "Shown",
  HIDDEN: "Hidden",
  REFUSED: "Refused",
  DONE: "Done",
};

export const personText = ({ person, name }: { readonly person: string; readonly name: string }): string => {
  if (name !== "") return name;
  if (person === "local") return "Local user";
  if (person === "command") return "A command";
  return person === "nobody" ? "Nobody who came in" : person;
};

/** "BAD_USER_INPUT" as "bad user input". */
export const codeText = (code: string): string => code.toLowerCase().replaceAll(/[_-]/g, " ");
