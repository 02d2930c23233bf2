// The entrance: reference results, and the cohort that all questions start from. Thin: one call each.
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { releaseReference, type Released } from "../disclosure/release";
import { askCohort } from "./askCohort";
import { describeDatasets } from "./describeDatasets";
import type { DoorContext } from "./doorContext";
import { AskedCohort } from "./types/askedCohort";
import { Dataset } from "./types/dataset";
import { CohortInput, type CohortChoices } from "./types/inputs";
import { Vocabulary } from "./types/vocabulary";

@Resolver()
export class QueryResolver {
  @Query(() => Vocabulary, { description: "All terms, rules and thresholds in use." })
  vocabulary(@Ctx() context: DoorContext): Released<Vocabulary> {
    return releaseReference(new Vocabulary(context.policy));
  }

  @Query(() => [Dataset], { description: "The datasets and their releases." })
  datasets(@Ctx() context: DoorContext): Promise<Released<Dataset[]>> {
    return describeDatasets(context);
  }

  @Query(() => AskedCohort, {
    description: "A cohort of one release. Everyone's first course where nothing is chosen.",
  })
  async cohort(
    @Ctx() context: DoorContext,
    @Arg("release", () => ID, { description: "Id of the release, such as demo.1." }) release: string,
    @Arg("where", () => CohortInput, { nullable: true, description: "The categories chosen." })
    where?: CohortInput,
  ): Promise<Released<AskedCohort>> {
    const choices: CohortChoices = where ?? {};
    const asked = await askCohort(context, release, choices);
    await context.budget.spend(context.person, asked.release, [asked.cohort]);
    return releaseReference(asked);
  }
}
