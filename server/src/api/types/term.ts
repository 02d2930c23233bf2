// Entries of the vocabulary: a code with its names, its definition and its source.
import type { BodySystemCode, InstrumentCode } from "@afterglow/shared";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "An entry of the vocabulary." })
export class Term {
  @Field(() => String, { description: "The value in enums, addresses and files." })
  code!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => String, { description: "Short name, for axes and keys." })
  short!: string;

  @Field(() => String, { description: "What it means." })
  definition!: string;

  @Field(() => String, { description: "Where the definition comes from." })
  source!: string;
}

@ObjectType({ simpleResolvers: true, description: "A condition." })
export class ConditionTerm extends Term {
  @Field(() => String, { description: "Code of its primary instrument: measure OWN." })
  ownInstrument!: InstrumentCode;

  @Field(() => [String], { description: "ICD-10-CM categories and codes." })
  icd10cm!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "Why there is no code, or what to mind with those given.",
  })
  icd10cmNote!: string | null;

  @Field(() => Int, { description: "Its series colour and dash, 1 to 8." })
  series!: number;
}

@ObjectType({ simpleResolvers: true, description: "A visit: a window of days after the first session." })
export class VisitTerm extends Term {
  @Field(() => Int, { description: "First day of the window." })
  from!: number;

  @Field(() => Int, { description: "Last day of the window." })
  to!: number;

  @Field(() => Int, { description: "The score nearest this day counts." })
  target!: number;
}

@ObjectType({ simpleResolvers: true, description: "A side effect." })
export class SideEffectTerm extends Term {
  @Field(() => String, { description: "Code of the body system." })
  bodySystem!: BodySystemCode;
}

@ObjectType({
  simpleResolvers: true,
  description: "A rule of an outcome, or a reason for hiding: a code in words.",
})
export class RuleTerm {
  @Field(() => String, { description: "The value in enums and addresses." })
  code!: string;

  @Field(() => String, { description: "What it means." })
  label!: string;
}

@ObjectType({ simpleResolvers: true, description: "A category of a dimension." })
export class CategoryTerm {
  @Field(() => String, { description: "The value in enums." })
  code!: string;

  @Field(() => String, { description: "The form in an address." })
  url!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => String, { description: "Short name." })
  short!: string;

  @Field(() => String, { description: "What it means." })
  definition!: string;
}

@ObjectType({ simpleResolvers: true, description: "A dimension by which a cohort is chosen." })
export class DimensionTerm {
  @Field(() => String, { description: "Its name in CohortInput and addresses." })
  name!: string;

  @Field(() => String, { description: "Its value in the enum Dimension." })
  enumName!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => String, { description: "What it means." })
  definition!: string;

  @Field(() => String, { description: "set: any categories; range: neighbours; one: exactly one." })
  grammar!: string;

  @Field(() => [CategoryTerm], { nullable: true, description: "Null: the dataset decides (clinics, years)." })
  categories!: readonly CategoryTerm[] | null;
}
