// Who may send which document: a browser with a sign-in those that the pages ship and, with the right to it, questions
// about the schema; a token, and the local user, who owns the machine, whatever they like within the limits. It stands
// before Apollo, so that a document that nobody may send is not even checked.
import type { Request, RequestHandler } from "express";
import { Kind, parse, visit, type DocumentNode } from "graphql";
import type { Person } from "../identity/person";
import { mayI } from "../identity/rights";
import { BoundedMemory } from "../kept/boundedMemory";
import { documentHash } from "./documentHash";
import { MOST_TOKENS } from "./limits";
import type { NoteAct } from "./noteAct";
import { knownPersonOf } from "./recognise";
import { refuse } from "./refuse";
import { safelistedDocuments } from "./safelistedDocuments";

const safelisted: ReadonlySet<string> = new Set(Object.values(safelistedDocuments));

export function admitDocument(note: NoteAct): RequestHandler {
  return async (request, response, next) => {
    const text = textOf(request);
    const document = text === null ? null : readOnce(text);
    const person = knownPersonOf(request);
    // What is no document at all, Apollo says why.
    const refusal = document === null ? null : refusalOf(person, document);
    if (refusal === null) return next();
    const { code, message } = refusal;
    await note({ who: person, what: "REFUSAL", question: { right: "ASK" }, outcome: "REFUSED", code });
    refuse(request, response, 403, code, message);
  };
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}
const aboutSchemaRefused: Refusal = {
  code: "FORBIDDEN",
  message: "Your role does not allow questions about the schema.",
};
const notSafelisted: Refusal = {
  code: "NOT_SAFELISTED",
  message:
    "A browser may only send the questions of our pages. For questions of your own make a token, and send it as Authorization: Bearer.",
};

function refusalOf(person: Person, { aboutSchema, isSafelisted }: Read): Refusal | null {
  if (aboutSchema !== "NOTHING" && !mayI(person, "EXPLORE_SCHEMA")) return aboutSchemaRefused;
  if (person.via !== "SESSION" || aboutSchema === "ONLY") return null;
  return isSafelisted ? null : notSafelisted;
}

function textOf(request: Request): string | null {
  const body: unknown = request.body;
  const text = typeof body === "object" && body !== null && "query" in body ? body.query : undefined;
  return typeof text === "string" ? text : null;
}

interface Read {
  readonly aboutSchema: ReturnType<typeof asksAboutSchema>;
  readonly isSafelisted: boolean;
}

// The pages send the same few documents over and over.
const known = new BoundedMemory<Read>(2 ** 20);

function readOnce(text: string): Read | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const document = documentOf(text);
  if (document === null) return null;
  const read = {
    aboutSchema: asksAboutSchema(document),
    isSafelisted: safelisted.has(documentHash(document)),
  };
  known.set(text, read, 2 * text.length);
  return read;
}

function documentOf(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: MOST_TOKENS, noLocation: true });
  } catch {
    return null;
  }
}

const schemaFields = ["__schema", "__type"];

/** Of a mixed document, SOME. */
function asksAboutSchema(document: DocumentNode): "NOTHING" | "SOME" | "ONLY" {
  let found = false;
  visit(document, { Field: ({ name }) => void (found ||= schemaFields.includes(name.value)) });
  if (!found) return "NOTHING";
  const only = document.definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.selectionSet.selections.every(
          (selection) =>
            selection.kind === Kind.FIELD && [...schemaFields, "__typename"].includes(selection.name.value),
        )),
  );
  return only ? "ONLY" : "SOME";
}
