// The arguments of a cohort's fields: how a figure is asked for.
import type { DimensionName, DropoutRule, MaintainedRule } from "@afterglow/shared";
import { ArgsType, Field } from "type-graphql";
import {
  ClinicEventEnum,
  DimensionEnum,
  DropoutRuleEnum,
  ExposureUnitEnum,
  MaintainedRuleEnum,
  OnsetClockEnum,
  OnsetEventEnum,
  VisitEnum,
} from "./enums";
import { OutcomeInput } from "./inputs";

const outcomeDescription = "What is measured, and what counts.";
const byDescription = "Group by this dimension; everyone together where it is not named.";

@ArgsType()
export class GroupedArgs {
  @Field(() => DimensionEnum, { nullable: true, description: byDescription })
  by?: DimensionName | null;
}

@ArgsType()
export class OutcomeArgs extends GroupedArgs {
  @Field(() => OutcomeInput, { description: outcomeDescription })
  outcome!: OutcomeInput;
}

@ArgsType()
export class FlowArgs extends OutcomeArgs {
  @Field(() => VisitEnum, { defaultValue: "W4", description: "The visit of the last step." })
  visit!: string;
}

@ArgsType()
export class MissingDataArgs extends OutcomeArgs {
  @Field(() => VisitEnum, { defaultValue: "W4", description: "The visit at which a response is counted." })
  visit!: string;
}

@ArgsType()
export class OnsetArgs extends OutcomeArgs {
  @Field(() => OnsetEventEnum, { defaultValue: "RESPONSE", description: "The event." })
  of!: "RESPONSE" | "CONFIRMED_RESPONSE" | "REMISSION";

  @Field(() => OnsetClockEnum, { defaultValue: "DAY", description: "What time is counted in." })
  clock!: "DAY" | "SESSION";
}

@ArgsType()
export class DurabilityArgs extends OutcomeArgs {
  @Field(() => DropoutRuleEnum, { defaultValue: "CENSORED", description: "What becomes of drop-outs." })
  dropouts!: DropoutRule;

  @Field(() => MaintainedRuleEnum, {
    defaultValue: "BY_WEEK_6",
    description: "How grouping by maintenance is meant; without a meaning for other groups.",
  })
  maintained!: MaintainedRule;
}

@ArgsType()
export class SideEffectsArgs extends GroupedArgs {
  @Field(() => ExposureUnitEnum, { defaultValue: "PATIENT", description: "What rates are a share of." })
  per!: "PATIENT" | "SESSION";

  @Field(() => [String], {
    nullable: true,
    description: "Codes of categories of `by` that are counted as one group.",
  })
  together?: string[] | null;
}

@ArgsType()
export class ClinicsArgs {
  @Field(() => OutcomeInput, { description: outcomeDescription })
  outcome!: OutcomeInput;

  @Field(() => VisitEnum, { defaultValue: "W4", description: "The visit at which a response is counted." })
  visit!: string;

  @Field(() => ClinicEventEnum, { defaultValue: "RESPONSE", description: "What is counted in each clinic." })
  of!: string;
}
