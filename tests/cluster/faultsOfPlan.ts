// Reads a plan of Citus: what in it would bring rows of patients to the coordinator instead of sums of them.

interface Plan {
  readonly "Node Type": string;
  readonly "Custom Plan Provider"?: string;
  readonly "Distributed Query"?: {
    readonly Job: { readonly "Task Count": number; readonly Tasks: readonly Task[] };
    /** Gathered before the tasks are asked, which then read what was gathered. */
    readonly Subplans?: readonly { readonly PlannedStmt: readonly { readonly Plan: Plan }[] }[];
  };
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}
interface Task {
  readonly "Remote Plan": readonly (readonly { readonly Plan: Plan }[])[];
}
export interface Explained {
  readonly "QUERY PLAN": readonly { readonly Plan: Plan }[];
}

const every = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(every)];

/** What stands over an aggregate and hands its rows on as they are. */
const handsOn = ["Sort", "Gather", "Gather Merge", "Incremental Sort", "Subquery Scan", "Result"];

function isAggregated(plan: Plan): boolean {
  if (plan["Node Type"] === "Aggregate") return true;
  const [below, ...others] = plan.Plans ?? [];
  return (
    below !== undefined && others.length === 0 && handsOn.includes(plan["Node Type"]) && isAggregated(below)
  );
}

const readsPatients = (plan: Plan): boolean =>
  every(plan).some((each) => each["Relation Name"] !== undefined);

export function faultsOfPlan(explained: Explained | undefined): string[] {
  const root = explained?.["QUERY PLAN"][0]?.Plan;
  return root === undefined ? ["there is no plan"] : faultsOf(root);
}

function faultsOf(root: Plan): string[] {
  const scans = every(root).filter((plan) => plan["Custom Plan Provider"] === "Citus Adaptive");
  if (scans.length === 0) return ["nothing is asked of the workers"];
  return scans.flatMap((scan) => {
    const asked = scan["Distributed Query"];
    if (asked === undefined) return ["a scan of Citus without its tasks"];
    const { Job: job, Subplans: subplans = [] } = asked;
    const plans = job.Tasks.flatMap((task) => task["Remote Plan"].flat().map(({ Plan: plan }) => plan));
    const faults = subplans.flatMap((each) => each.PlannedStmt.flatMap(({ Plan: plan }) => faultsOf(plan)));
    if (plans.length !== job["Task Count"]) faults.push("not every task was explained");
    // What reads no table reads sums that were gathered first: they have been judged above.
    if (!plans.every((plan) => isAggregated(plan) || !readsPatients(plan)))
      faults.push("a task returns rows that are not aggregated");
    return faults;
  });
}
