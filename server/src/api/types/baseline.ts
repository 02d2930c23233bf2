// The baseline table: who the patients were before treatment, one column a group.
import type { Baseline, BaselineRow } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { GroupType } from "./group";
import { AnsweredFields } from "./provenance";

const BaselineKind = { SHARE: "SHARE", MEAN: "MEAN" } as const;
registerEnumType(BaselineKind, {
  name: "BaselineKind",
  description: "What the cells of a baseline row hold.",
  valuesConfig: {
    SHARE: { description: "Patients in a category and their share." },
    MEAN: { description: "A mean and its standard deviation." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A column of the baseline table." })
export class BaselineGroup {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => CountType, { description: "How many." })
  patients!: CountType;
}

@ObjectType({ simpleResolvers: true, description: "One cell of the baseline table." })
export class BaselineCell {
  @Field(() => CountType, { description: "Patients in the category, or patients with a value." })
  patients!: CountType;

  @Field(() => EstimateType, { nullable: true, description: "Share of the column; null in a row of means." })
  share!: EstimateType | null;

  @Field(() => EstimateType, { nullable: true, description: "Mean; null in a row of shares." })
  mean!: EstimateType | null;

  @Field(() => EstimateType, {
    nullable: true,
    description: "Its standard deviation; null in a row of shares.",
  })
  standardDeviation!: EstimateType | null;
}

@ObjectType("BaselineRow", { simpleResolvers: true, description: "A characteristic, over all columns." })
export class BaselineRowType implements BaselineRow {
  @Field(() => String, {
    description: "A dimension and its category (SEX:FEMALE), or AGE_YEARS, SCORE, INDUCTION_SESSIONS.",
  })
  code!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => BaselineKind, { description: "Whether its cells hold shares or means." })
  kind!: BaselineRow["kind"];

  @Field(() => [BaselineCell], { description: "One cell a column, in the order of the groups." })
  cells!: readonly BaselineCell[];
}

@ObjectType("Baseline", { simpleResolvers: true, description: "Characteristics before treatment." })
export class BaselineType extends AnsweredFields implements Baseline {
  @Field(() => [BaselineGroup], { description: "The columns." })
  groups!: readonly BaselineGroup[];

  @Field(() => [BaselineRowType], { description: "The rows." })
  rows!: readonly BaselineRowType[];
}
