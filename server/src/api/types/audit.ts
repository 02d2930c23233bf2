// The audit as administrators read it. It holds no data of patients.
import { ArgsType, Field, Int, ObjectType } from "type-graphql";

const day = "A day, UTC, such as 2026-01-31.";

@ArgsType()
export class AuditArgs {
  @Field(() => String, { nullable: true, description: "Id of a person." })
  who?: string | null;

  @Field(() => String, { nullable: true, description: "What was done: ANSWER, EXPORT, SIGN_IN …" })
  what?: string | null;

  @Field(() => String, { nullable: true, description: "Id of a release." })
  release?: string | null;

  @Field(() => String, { nullable: true, description: "SHOWN, HIDDEN, REFUSED or DONE." })
  outcome?: string | null;

  @Field(() => String, { nullable: true, description: `From this day on. ${day}` })
  since?: string | null;

  @Field(() => String, { nullable: true, description: `To this day. ${day}` })
  until?: string | null;

  @Field(() => Int, { nullable: true, description: "Lines with smaller numbers alone." })
  before?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A line of the audit." })
export class AuditLineType {
  @Field(() => Int, { description: "Number, from 1 without gaps." })
  number!: number;

  @Field(() => String, { description: "When, UTC." })
  at!: string;

  @Field(() => String, { description: "Id of the person; local, command, or nobody." })
  person!: string;

  @Field(() => String, { description: "The person's name now; may be empty." })
  name!: string;

  @Field(() => String, { description: "How they came in." })
  via!: string;

  @Field(() => String, { description: "What was done." })
  what!: string;

  @Field(() => String, { nullable: true, description: "The canonical question, as JSON." })
  question!: string | null;

  @Field(() => String, { nullable: true, description: "The release that was asked of." })
  release!: string | null;

  @Field(() => String, { description: "SHOWN, HIDDEN, REFUSED or DONE." })
  outcome!: string;

  @Field(() => String, { nullable: true, description: "Why it was refused." })
  code!: string | null;

  @Field(() => String, { description: "Disclosure profile and version of the policy." })
  policy!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "How much of a release's answer budget a person has used.",
})
export class BudgetUseType {
  @Field(() => String, { description: "Id of the person." })
  person!: string;

  @Field(() => String, { description: "The person's name; may be empty." })
  name!: string;

  @Field(() => String, { description: "Id of the release." })
  release!: string;

  @Field(() => Int, { description: "Different cohorts asked." })
  asked!: number;

  @Field(() => Int, { description: "Different cohorts that may be asked." })
  most!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Lines of the audit, and who comes near the answer budget.",
})
export class AuditPageType {
  @Field(() => [AuditLineType], { description: "The newest first, a hundred at most." })
  lines!: readonly AuditLineType[];

  @Field(() => Boolean, { description: "Whether there are older ones." })
  older!: boolean;

  @Field(() => [BudgetUseType], { description: "Who has used half of a budget or more, the nearest first." })
  nearBudget!: readonly BudgetUseType[];
}
