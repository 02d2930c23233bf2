// What a question takes in: a cohort and an outcome. The fields of a cohort are the vocabulary's dimensions.
import {
  checkCohort,
  dimensions,
  type Cohort,
  type Dimension,
  type DimensionName,
  type MaintenanceRule,
  type Measure,
  type Outcome,
  type RelapseRule,
  type ResponseRule,
} from "@afterglow/shared";
import { Field, InputType } from "type-graphql";
import { categoryEnums, MaintenanceRuleEnum, MeasureEnum, RelapseRuleEnum, ResponseRuleEnum } from "./enums";

/** One optional field a dimension: a list of categories, or a single one where the dimension takes exactly one. */
@InputType({
  description: "A cohort: patients who, in every dimension named, have one of the categories named.",
})
export class CohortInput {}

export type CohortChoices = { readonly [D in DimensionName]?: readonly string[] | string | null };

const grammars: Record<Dimension["grammar"], string> = {
  set: "Any of its categories.",
  range: "One range of neighbouring categories, or UNKNOWN alone.",
  one: "One category.",
};

for (const { name, label, definition, grammar } of dimensions) {
  const type = categoryEnums[name] ?? String;
  const unnamed = name === "courseNumber" ? " FIRST where it is not named." : "";
  Field(() => (grammar === "one" ? type : [type]), {
    nullable: true,
    description: `${label}. ${definition} ${grammars[grammar]}${unnamed}`,
  })(CohortInput.prototype, name);
}

/** The cohort asked for, checked against the closed grammar. Throws InvalidChoice. */
export function cohortFrom(choices: CohortChoices): Cohort {
  const lists = dimensions.map(({ name }) => {
    const chosen = choices[name];
    return [name, typeof chosen === "string" ? [chosen] : (chosen ?? [])] as const;
  });
  return checkCohort(Object.fromEntries(lists));
}

@InputType({ description: "What is measured, and what counts as response and as relapse." })
export class OutcomeInput implements Outcome {
  @Field(() => MeasureEnum, { description: "An instrument, or OWN: each condition's own." })
  measure!: Measure;

  @Field(() => ResponseRuleEnum, { defaultValue: "INSTRUMENT", description: "What counts as response." })
  response!: ResponseRule;

  @Field(() => RelapseRuleEnum, { defaultValue: "LOSS_OF_RESPONSE", description: "What ends staying well." })
  relapse!: RelapseRule;

  @Field(() => MaintenanceRuleEnum, {
    defaultValue: "IGNORED",
    description: "What a maintenance session does to the time under observation.",
  })
  maintenance!: MaintenanceRule;
}
