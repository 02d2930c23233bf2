// What can be asked of a comparison: one analysis a field, and where the numbers come from. No field returns a patient.
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { balance } from "../analyses/comparison/balance";
import { comparedCohorts } from "../analyses/comparison/comparedCohorts";
import { effects } from "../analyses/comparison/effects";
import { sideEffectContrasts } from "../analyses/comparison/sideEffects";
import { subgroups } from "../analyses/comparison/subgroups";
import { times } from "../analyses/comparison/times";
import { releaseReference, type Released } from "../disclosure/release";
import { askComparison } from "./askComparison";
import type { DoorContext } from "./doorContext";
import { AdjustmentType, AskedComparison, ComparedCohortType } from "./types/askedComparison";
import { ComparedTimesType } from "./types/comparedTimes";
import { ComparedTimesArgs, ComparedVisitArgs, ComparisonArgs, SubgroupsArgs } from "./types/comparisonArgs";
import { ComparedSideEffectsType, EffectsType } from "./types/effects";
import { DisclosureSummaryType, ReleaseSummaryType } from "./types/provenance";
import { BalanceType, SubgroupsType } from "./types/subgroups";

@Resolver(() => AskedComparison)
export class ComparisonResolver {
  @Query(() => AskedComparison, { description: "Cohorts of one release against each other." })
  async comparison(
    @Ctx() context: DoorContext,
    @Args() args: ComparisonArgs,
  ): Promise<Released<AskedComparison>> {
    return releaseReference(await askComparison(context, args));
  }

  @FieldResolver(() => ReleaseSummaryType, { description: "The release that every answer comes from." })
  release(@Root() { release }: AskedComparison) {
    return releaseReference(release);
  }

  @FieldResolver(() => Int, {
    description:
      "Number of the release that was asked for. An older one answers where too few patients of a cohort are new in it.",
  })
  releaseAsked(@Root() { releaseAsked }: AskedComparison) {
    return releaseReference(releaseAsked);
  }

  @FieldResolver(() => DisclosureSummaryType, {
    description: "The disclosure profile that every answer went through.",
  })
  disclosure(@Ctx() { policy }: DoorContext) {
    return releaseReference(policy);
  }

  @FieldResolver(() => AdjustmentType, { description: "What is adjusted for, and towards whom." })
  adjustment(@Root() { question, definedBy, byMaintenance }: AskedComparison) {
    const { target, covariates } = question;
    return releaseReference({ target, covariates, definedBy, byMaintenance });
  }

  @FieldResolver(() => [ComparedCohortType], { description: "The cohorts; the first is the reference." })
  cohorts(@Root() asked: AskedComparison, @Ctx() context: DoorContext) {
    return comparedCohorts(asked.in(context), asked.question, asked.names);
  }

  @FieldResolver(() => ComparedTimesType, {
    description:
      "Curves over each other, log-rank, hazard ratio, restricted means, differences at fixed times.",
  })
  times(
    @Root() asked: AskedComparison,
    @Ctx() context: DoorContext,
    @Args() { outcome, times: which, of }: ComparedTimesArgs,
  ) {
    return times(asked.in(context), { ...asked.question, outcome, times: which, of });
  }

  @FieldResolver(() => EffectsType, { description: "Response, remission and change at a visit." })
  effects(
    @Root() asked: AskedComparison,
    @Ctx() context: DoorContext,
    @Args() { outcome, visit }: ComparedVisitArgs,
  ) {
    return effects(asked.in(context), { ...asked.question, outcome, visit });
  }

  @FieldResolver(() => SubgroupsType, { description: "A difference at a visit, within subgroups." })
  subgroups(
    @Root() asked: AskedComparison,
    @Ctx() context: DoorContext,
    @Args() { outcome, visit, of }: SubgroupsArgs,
  ) {
    return subgroups(asked.in(context), { ...asked.question, outcome, visit, of });
  }

  @FieldResolver(() => BalanceType, { description: "Are the cohorts alike at baseline?" })
  balance(
    @Root() asked: AskedComparison,
    @Ctx() context: DoorContext,
    @Args() { outcome, visit }: ComparedVisitArgs,
  ) {
    return balance(asked.in(context), { ...asked.question, outcome, visit });
  }

  @FieldResolver(() => ComparedSideEffectsType, { description: "Side effects per patient." })
  sideEffects(@Root() asked: AskedComparison, @Ctx() context: DoorContext) {
    return sideEffectContrasts(asked.in(context), asked.question);
  }
}
