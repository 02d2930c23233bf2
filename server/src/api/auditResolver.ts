// The audit, for administrators: the newest lines that a filter leaves, and who comes near the answer budget.
import { Args, Ctx, Query, Resolver } from "type-graphql";
import { releaseReference, type Released } from "../disclosure/release";
import { auditFilterOf } from "./auditFilterOf";
import type { DoorContext } from "./doorContext";
import { AuditArgs, AuditPageType } from "./types/audit";

const MOST = 100;

@Resolver()
export class AuditResolver {
  @Query(() => AuditPageType, { description: "Who asked or did what. For administrators." })
  async audit(
    @Ctx() { audit, budget }: DoorContext,
    @Args() { before, ...words }: AuditArgs,
  ): Promise<Released<AuditPageType>> {
    const page = { most: MOST, before: before ?? undefined };
    const { lines, older } = await audit.newest(auditFilterOf(words), page);
    return releaseReference({ lines, older, nearBudget: await budget.near() });
  }
}
