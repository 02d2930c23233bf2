// What can be asked of a cohort: one analysis a field, and what the figures say of their origin. No field returns a patient.
import { cohortSentence } from "@afterglow/shared";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { baseline } from "../analyses/baseline";
import { choices } from "../analyses/choices";
import { clinics } from "../analyses/clinics";
import { cohortPatients } from "../analyses/cohortPatients";
import { cost } from "../analyses/cost";
import { decide } from "../analyses/decide";
import { durability } from "../analyses/durability";
import { flow } from "../analyses/flow";
import { missingData } from "../analyses/missingData";
import { onset } from "../analyses/onset";
import { sessionProfile } from "../analyses/sessionProfile";
import { sideEffects } from "../analyses/sideEffects";
import { suicidality } from "../analyses/suicidality";
import { trajectory } from "../analyses/trajectory";
import { wellbeing } from "../analyses/wellbeing";
import { worsening } from "../analyses/worsening";
import { releaseReference } from "../disclosure/release";
import type { DoorContext } from "./doorContext";
import { ownClinic } from "./ownClinic";
import {
  ClinicsArgs,
  DurabilityArgs,
  FlowArgs,
  GroupedArgs,
  MissingDataArgs,
  OnsetArgs,
  OutcomeArgs,
  SideEffectsArgs,
} from "./types/args";
import { AskedCohort } from "./types/askedCohort";
import { BaselineType } from "./types/baseline";
import { DimensionChoicesType } from "./types/choices";
import { CostType } from "./types/cost";
import { ClinicsType } from "./types/clinics";
import { CountType } from "./types/estimate";
import { FlowType } from "./types/flow";
import { MissingDataType } from "./types/missingData";
import { DisclosureSummaryType, NotApplied, ReleaseSummaryType } from "./types/provenance";
import { SessionProfileType } from "./types/sessionProfile";
import { SideEffectsType } from "./types/sideEffects";
import { SuicidalityType } from "./types/suicidality";
import { TimeToEventType } from "./types/timeToEvent";
import { TrajectoryType } from "./types/trajectory";
import { WellbeingType } from "./types/wellbeing";
import { WorseningType } from "./types/worsening";

@Resolver(() => AskedCohort)
export class CohortResolver {
  @FieldResolver(() => String, { description: "The cohort in words." })
  sentence(@Root() { cohort }: AskedCohort) {
    return releaseReference(cohortSentence(cohort));
  }

  @FieldResolver(() => [NotApplied], { description: "Filters that were chosen and not applied, and why." })
  async notApplied(@Root() asked: AskedCohort, @Ctx() context: DoorContext) {
    const { answered } = await decide(asked.in(context), asked.cohort, { of: "TREATED" });
    return releaseReference<readonly NotApplied[]>(answered.notApplied);
  }

  @FieldResolver(() => ReleaseSummaryType, { description: "The release that every answer comes from." })
  release(@Root() { release }: AskedCohort) {
    return releaseReference(release);
  }

  @FieldResolver(() => DisclosureSummaryType, {
    description: "The disclosure profile that every answer went through.",
  })
  disclosure(@Ctx() { policy }: DoorContext) {
    return releaseReference(policy);
  }

  @FieldResolver(() => CountType, { description: "Patients in the cohort." })
  patients(@Root() asked: AskedCohort, @Ctx() context: DoorContext) {
    return cohortPatients(asked.in(context), { cohort: asked.cohort });
  }

  @FieldResolver(() => [DimensionChoicesType], {
    description: "For every category of every dimension: the size of the cohort that choosing it gives.",
  })
  choices(@Root() asked: AskedCohort, @Ctx() context: DoorContext) {
    return choices(asked.in(context), { cohort: asked.cohort });
  }

  @FieldResolver(() => FlowType, {
    description: "From the patients treated to those with a score at a visit.",
  })
  flow(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null, visit }: FlowArgs,
  ) {
    return flow(asked.in(context), { cohort: asked.cohort, outcome, by, visit });
  }

  @FieldResolver(() => TimeToEventType, {
    description: "Onset: the share with the event by each time, days 1 to 42.",
  })
  onset(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null, of, clock }: OnsetArgs,
  ) {
    return onset(asked.in(context), { cohort: asked.cohort, outcome, by, of, clock });
  }

  @FieldResolver(() => TimeToEventType, {
    description:
      "Durability: of those in response after induction, the share still well at each time, up to a year; where maintenance competes, the share that was lost before it.",
  })
  durability(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null, dropouts, maintained }: DurabilityArgs,
  ) {
    return durability(asked.in(context), { cohort: asked.cohort, outcome, by, dropouts, maintained });
  }

  @FieldResolver(() => TrajectoryType, {
    description: "Scores, changes and response categories over the visits.",
  })
  trajectory(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null }: OutcomeArgs,
  ) {
    return trajectory(asked.in(context), { cohort: asked.cohort, outcome, by });
  }

  @FieldResolver(() => SideEffectsType, { description: "Side effects: how often, how severe, how long." })
  sideEffects(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { by = null, per, together }: SideEffectsArgs,
  ) {
    return sideEffects(asked.in(context), { cohort: asked.cohort, by, per, together: together ?? [] });
  }

  @FieldResolver(() => BaselineType, { description: "Characteristics before treatment, one column a group." })
  baseline(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null }: OutcomeArgs,
  ) {
    return baseline(asked.in(context), { cohort: asked.cohort, outcome, by });
  }

  @FieldResolver(() => WorseningType, {
    description:
      "Who gets worse, and who responds by the end of the usual course, only later, or not at all.",
  })
  worsening(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null }: OutcomeArgs,
  ) {
    return worsening(asked.in(context), { cohort: asked.cohort, outcome, by });
  }

  @FieldResolver(() => MissingDataType, {
    description:
      "How complete the scores at a visit are, and the share in response by three ways with those who are missing.",
  })
  missingData(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null, visit }: MissingDataArgs,
  ) {
    return missingData(asked.in(context), { cohort: asked.cohort, outcome, by, visit });
  }

  @FieldResolver(() => SessionProfileType, {
    description: "What sessions were like: how long, with which readings, how watched, and where.",
  })
  sessionProfile(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { by = null }: GroupedArgs,
  ) {
    return sessionProfile(asked.in(context), { cohort: asked.cohort, by });
  }

  @FieldResolver(() => CostType, {
    description: "What treatment cost: a session, a course, a responder, a month in response.",
  })
  cost(@Root() asked: AskedCohort, @Ctx() context: DoorContext, @Args() { outcome, by = null }: OutcomeArgs) {
    return cost(asked.in(context), { cohort: asked.cohort, outcome, by });
  }

  @FieldResolver(() => SuicidalityType, {
    description: "The suicidality item over the visits, in those with any at baseline.",
  })
  suicidality(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, by = null }: OutcomeArgs,
  ) {
    return suicidality(asked.in(context), { cohort: asked.cohort, outcome, by });
  }

  @FieldResolver(() => WellbeingType, { description: "Well-being (WHO-5) over the visits." })
  wellbeing(@Root() asked: AskedCohort, @Ctx() context: DoorContext, @Args() { by = null }: GroupedArgs) {
    return wellbeing(asked.in(context), { cohort: asked.cohort, by });
  }

  @FieldResolver(() => ClinicsType, {
    description:
      "Do clinics differ by more than chance? A funnel plot: one point a clinic, without its name.",
  })
  clinics(
    @Root() asked: AskedCohort,
    @Ctx() context: DoorContext,
    @Args() { outcome, visit, of }: ClinicsArgs,
  ) {
    return clinics(asked.in(context), {
      cohort: asked.cohort,
      outcome,
      visit,
      of,
      ownClinic: ownClinic(context.person, asked.release),
    });
  }
}
