// A person has asked all the cohorts of a release that one person may. No failure: the rule, when it ends, whom to ask.

export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
  readonly code = "BUDGET_SPENT";

  constructor(release: string, most: number) {
    super(
      `The answers that one person may have of release ${release} are spent: ${most} different cohorts, so that nobody ` +
        "can learn of one patient by putting very many answers together. Cohorts that you have asked before are " +
        "answered as ever. It stays so for this release and begins anew with the next; ask an administrator.",
    );
  }
}
