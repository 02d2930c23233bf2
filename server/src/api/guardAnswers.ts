// The guard: whatever a field of Query or Cohort answers has to have been through the gate. It unwraps what was
// released and refuses all else, so that a resolver which forgets the gate answers nothing at all.
// What was asked and answered it notes for the audit. An answer that is kept is given again here, and noted as ever.
// It wraps the finished schema, not single methods: a field with no resolver of its own is guarded like any other.
import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { begin } from "../columns/loopTurns";
import { isReleased, type Released } from "../disclosure/release";
import type { KeptQuestion } from "../kept/keptAnswers";
import type { DoorContext } from "./doorContext";
import { keptQuestionOf } from "./keepAnswer";

/** The types whose fields answer a question; below them everything is part of an answer already released. */
export const answeringTypes = ["Query", "Cohort", "Comparison"] as const;

export class NotReleased extends Error {
  override readonly name = "NotReleased";
  constructor(field: string) {
    super(`${field} answered something that has not been through the disclosure gate.`);
  }
}

export function guardAnswers(schema: GraphQLSchema): GraphQLSchema {
  for (const name of answeringTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = guarded(`${name}.${field.name}`, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

type Context = DoorContext | undefined;

function guarded(
  field: string,
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, Context> {
  return async (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const released = async (own: Context): Promise<Released<unknown>> => {
      const answer: unknown = await resolve(source, args, own, info);
      if (!isReleased(answer)) throw new NotReleased(field);
      return answer;
    };
    const note = context?.answered?.ask(info, args);
    const question = context && keptQuestionOf(source, args, context, info);
    const answer = question ? await analysed(released, question, context) : await released(context);
    note?.(answer);
    return answer.result;
  };
}

/** In its turn, unless it is kept. */
function analysed(
  released: (own: DoorContext) => Promise<Released<unknown>>,
  question: KeptQuestion,
  context: DoorContext,
): Promise<Released<unknown>> {
  const compute = async (signal: AbortSignal | undefined, query: DoorContext["query"]) => {
    await begin();
    signal?.throwIfAborted();
    return released({ ...context, signal, query });
  };
  return context.kept === undefined
    ? compute(context.signal, context.query)
    : context.kept.answer(question, (signal) => compute(signal, context.queryUntil(signal)), context.signal);
}
