// An instrument of the vocabulary with its range, bands and cut-offs: the Methods page is written from it.
import type { InstrumentEntry } from "@afterglow/shared";
import { Field, Int, ObjectType } from "type-graphql";
import { Term } from "./term";

@ObjectType({ simpleResolvers: true, description: "A band of scores." })
export class InstrumentBand {
  @Field(() => String, { description: "Its name." })
  label!: string;

  @Field(() => Int, { description: "First score." })
  from!: number;

  @Field(() => Int, { description: "Last score." })
  to!: number;

  @Field(() => String, { description: "The severity that it belongs to." })
  severity!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What an improvement must reach to be a response: one of the two.",
})
export class InstrumentResponseRule {
  @Field(() => Int, { nullable: true, description: "Percent of the baseline burden." })
  percent?: number | null;

  @Field(() => Int, { nullable: true, description: "Points." })
  points?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "LOINC codes; null where none is known with certainty." })
export class InstrumentLoinc {
  @Field(() => String, { nullable: true, description: "Of the total score." })
  total!: string | null;

  @Field(() => String, { nullable: true, description: "Of the suicidality item." })
  suicidalityItem!: string | null;

  @Field(() => String, { nullable: true, description: "Of the panel." })
  panel!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A questionnaire or rating scale." })
export class InstrumentTerm extends Term {
  @Field(() => Int, { description: "Number of items." })
  items!: number;

  @Field(() => Int, { description: "Lowest total." })
  min!: number;

  @Field(() => Int, { description: "Highest total." })
  max!: number;

  @Field(() => Boolean, { description: "Whether a higher score is better." })
  higherIsBetter!: boolean;

  @Field(() => [InstrumentBand], { description: "Bands, from the lowest score up." })
  bands!: InstrumentEntry["bands"];

  @Field(() => Int, {
    nullable: true,
    description: "A case scores this or more (or less where higher is better); null: it finds no cases.",
  })
  caseness!: number | null;

  @Field(() => InstrumentResponseRule, { description: "Its own rule of response." })
  response!: InstrumentEntry["response"];

  @Field(() => Int, {
    nullable: true,
    description: "In remission: this or less (or more where higher is better); null: no agreed cut-off.",
  })
  remission!: number | null;

  @Field(() => Int, { description: "Points; a worsening by this much counts." })
  smallestImportantChange!: number;

  @Field(() => Int, { description: "Days that the questions look back." })
  recallDays!: number;

  @Field(() => InstrumentLoinc, { description: "Codes for exchange with other systems." })
  loinc!: InstrumentEntry["loinc"];

  @Field(() => String, { description: "Where the cut-offs come from." })
  thresholdsSource!: string;
}
