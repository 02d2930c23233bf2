// The whole vocabulary in one object, as the tables of `shared` hold it: nothing is written here a second time.
import * as shared from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { InstrumentTerm } from "./instrumentTerm";
import { DisclosureSummaryType } from "./provenance";
import { ConditionTerm, DimensionTerm, RuleTerm, SideEffectTerm, Term, VisitTerm } from "./term";

const rules = (words: Readonly<Record<string, string>>): RuleTerm[] =>
  Object.entries(words).map(([code, label]) => ({ code, label }));

@ObjectType({
  simpleResolvers: true,
  description: "All terms, rules and thresholds in use, each with its definition and source.",
})
export class Vocabulary {
  constructor(disclosure: DisclosureSummaryType) {
    this.disclosure = disclosure;
  }

  @Field(() => [DimensionTerm], { description: "Dimensions of a cohort, the most important first." })
  readonly dimensions: readonly DimensionTerm[] = shared.dimensions;

  @Field(() => [ConditionTerm], { description: "Conditions." })
  readonly conditions: readonly ConditionTerm[] = shared.conditions;

  @Field(() => [InstrumentTerm], { description: "Instruments." })
  readonly instruments: readonly InstrumentTerm[] = shared.instruments;

  @Field(() => [VisitTerm], { description: "Visits." })
  readonly visits: readonly VisitTerm[] = shared.visits;

  @Field(() => [SideEffectTerm], { description: "Side effects." })
  readonly sideEffects: readonly SideEffectTerm[] = shared.sideEffects;

  @Field(() => [Term], { description: "Body systems that side effects are grouped by." })
  readonly bodySystems: readonly Term[] = shared.bodySystems;

  @Field(() => [Term], { description: "Severities of a side effect." })
  readonly sideEffectSeverities: readonly Term[] = shared.sideEffectSeverities;

  @Field(() => [Term], { description: "How side effects were found." })
  readonly ascertainments: readonly Term[] = shared.ascertainments;

  @Field(() => [Term], { description: "Categories of change since baseline, from worse to better." })
  readonly changeCategories: readonly Term[] = shared.changeCategories;

  @Field(() => [Term], { description: "Modalities." })
  readonly modalities: readonly Term[] = shared.modalities;

  @Field(() => [Term], { description: "Protocols." })
  readonly protocols: readonly Term[] = shared.protocols;

  @Field(() => [Term], { description: "Psychotherapy." })
  readonly psychotherapies: readonly Term[] = shared.psychotherapies;

  @Field(() => [Term], { description: "Maintenance." })
  readonly maintenances: readonly Term[] = shared.maintenances;

  @Field(() => [Term], { description: "Baseline severity." })
  readonly severities: readonly Term[] = shared.severities;

  @Field(() => [Term], { description: "Kinds of dataset." })
  readonly datasetKinds: readonly Term[] = shared.datasetKinds;

  @Field(() => [RuleTerm], { description: "Rules of response." })
  readonly responseRules: readonly RuleTerm[] = rules(shared.responseRules);

  @Field(() => [RuleTerm], { description: "Rules of relapse." })
  readonly relapseRules: readonly RuleTerm[] = rules(shared.relapseRules);

  @Field(() => [RuleTerm], { description: "What maintenance sessions do." })
  readonly maintenanceRules: readonly RuleTerm[] = rules(shared.maintenanceRules);

  @Field(() => [RuleTerm], { description: "Why a number is not shown." })
  readonly hiddenReasons: readonly RuleTerm[] = rules(shared.hiddenReasons);

  @Field(() => DisclosureSummaryType, { description: "The disclosure profile in force." })
  readonly disclosure: DisclosureSummaryType;
}
