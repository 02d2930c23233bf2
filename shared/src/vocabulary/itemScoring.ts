// How the answers to an instrument's items become its total: what each item may be, which of several counts, and
// how many may be missing. Numbers only: no item text, which several publishers own.
import type { InstrumentCode } from "./instruments";

export interface ItemScoring {
  /** Lowest and highest answer, in the order of the items. */
  readonly answers: readonly (readonly [lowest: number, highest: number])[];
  /**
   * Where not every item counts: each domain's highest answer does. A domain lists groups of items of which one has to
   * be answered. null: all items are added up.
   */
  readonly domains: readonly (readonly (readonly number[])[])[] | null;
  /** The sum times this is the total. */
  readonly times: number;
  /** So many items may be missing: the mean of the others stands for them. 0: only a whole form has a total. */
  readonly mayMiss: number;
  /** After the items comes a question about how hard the problems make life, which is no part of the total. */
  readonly hasFunctionalItem: boolean;
  /** Of how items are added up and what is done about missing ones. */
  readonly source: string;
}

const items = (count: number, highest: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, () => [0, highest] as const);
const each = (...highest: readonly number[]) => highest.map((most) => [0, most] as const);
const single = (...numbers: readonly number[]) => numbers.map((number) => [[number]]);

/** Added up, and only when whole: no rule for missing items is published with the instrument. */
const sum = (
  answers: ItemScoring["answers"],
  source: string,
  more: Partial<ItemScoring> = {},
): ItemScoring => ({
  answers,
  domains: null,
  times: 1,
  mayMiss: 0,
  hasFunctionalItem: false,
  source,
  ...more,
});

const WHOLE = "No rule for missing items: only a whole form has a total.";

export const itemScorings: Readonly<Record<InstrumentCode, ItemScoring>> = {
  PHQ9: sum(
    items(9, 3),
    "Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16:606-613. One or two missing items: the mean of the others, as in Arrieta J, et al. J Clin Psychol 2017, doi:10.1002/jclp.22390; more, and there is no total.",
    { mayMiss: 2, hasFunctionalItem: true },
  ),
  GAD7: sum(items(7, 3), `Spitzer RL, et al. Arch Intern Med 2006;166:1092-1097. ${WHOLE}`, {
    hasFunctionalItem: true,
  }),
  MADRS: sum(items(10, 6), `Montgomery SA, Åsberg M. Br J Psychiatry 1979;134:382-389. ${WHOLE}`),
  HAM_D17: sum(
    each(4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2),
    `Hamilton M. J Neurol Neurosurg Psychiatry 1960;23:56-62. ${WHOLE}`,
  ),
  QIDS_SR16: sum(
    items(16, 3),
    "Rush AJ, et al. Biol Psychiatry 2003;54:573-583: the highest of sleep (items 1 to 4), of appetite and weight (6 to 9) and of psychomotor change (15, 16), and the other six. The form asks for either 6 or 7, and for either 8 or 9. No other item may be missing.",
    {
      domains: [
        [[1], [2], [3], [4]],
        ...single(5),
        [
          [6, 7],
          [8, 9],
        ],
        ...single(10, 11, 12, 13, 14),
        [[15], [16]],
      ],
    },
  ),
  BDI_II: sum(
    items(21, 3),
    `Beck AT, Steer RA, Brown GK. Manual for the Beck Depression Inventory-II. San Antonio, 1996. ${WHOLE}`,
  ),
  HAM_A: sum(items(14, 4), `Hamilton M. Br J Med Psychol 1959;32:50-55. ${WHOLE}`),
  PCL5: sum(items(20, 4), `Blevins CA, et al. J Trauma Stress 2015;28:489-498. ${WHOLE}`),
  YBOCS: sum(items(10, 4), `Goodman WK, et al. Arch Gen Psychiatry 1989;46:1006-1011. ${WHOLE}`),
  LSAS: sum(
    items(48, 3),
    `Liebowitz MR. Mod Probl Pharmacopsychiatry 1987;22:141-173: 24 situations, each with its fear and its avoidance. ${WHOLE}`,
  ),
  SPIN: sum(items(17, 4), `Connor KM, et al. Br J Psychiatry 2000;176:379-386. ${WHOLE}`),
  PDSS_SR: sum(items(7, 4), `Houck PR, et al. Depress Anxiety 2002;15:183-185. ${WHOLE}`),
  YMRS: sum(
    each(4, 4, 4, 4, 8, 8, 4, 8, 8, 4, 4),
    `Young RC, et al. Br J Psychiatry 1978;133:429-435: items 5, 6, 8 and 9 count double. ${WHOLE}`,
  ),
  ASRM: sum(items(5, 4), `Altman EG, et al. Biol Psychiatry 1997;42:948-955. ${WHOLE}`),
  CADSS: sum(items(23, 4), `Bremner JD, et al. J Trauma Stress 1998;11:125-136. ${WHOLE}`),
  WHO5: sum(items(5, 5), `Topp CW, et al. Psychother Psychosom 2015;84:167-176: the sum times 4. ${WHOLE}`, {
    times: 4,
  }),
};

/** null: too many items are missing. `answers` holds one entry an item; null = not answered. */
export function totalOfItems(instrument: InstrumentCode, answers: readonly (number | null)[]): number | null {
  const { domains, times, mayMiss, answers: items } = itemScorings[instrument];
  if (domains !== null) return highestOfDomains(domains, answers);
  const given = answers.slice(0, items.length).filter((answer) => answer !== null);
  if (given.length === 0 || items.length - given.length > mayMiss) return null;
  const added = given.reduce((total, answer) => total + answer, 0);
  // Halves go up, as in SAS and Stata.
  return Math.floor((added * items.length) / given.length + 0.5) * times;
}

function highestOfDomains(
  domains: NonNullable<ItemScoring["domains"]>,
  answers: readonly (number | null)[],
): number | null {
  let total = 0;
  for (const groups of domains) {
    const given = groups.map((group) =>
      group.map((item) => answers[item - 1] ?? null).filter((a) => a !== null),
    );
    if (given.some((group) => group.length === 0)) return null;
    total += Math.max(...given.flat());
  }
  return total;
}
