// Modalities: the treatment given and its route. One for a whole course.
import { byCode, byNumber, type Entry } from "./entry";

const offLabel =
  "Off-label for psychiatric conditions: Sanacora G, et al. JAMA Psychiatry 2017;74:399-405 (consensus statement); McIntyre RS, et al. Am J Psychiatry 2021;178:383-399.";

export const modalities = [
  {
    code: "KETAMINE_IV",
    number: 1,
    label: "Ketamine IV",
    short: "IV",
    definition: "Ketamine infused into a vein, usually 0.5 mg/kg over 40 minutes.",
    source: offLabel,
  },
  {
    code: "KETAMINE_IM",
    number: 2,
    label: "Ketamine IM",
    short: "IM",
    definition: "Ketamine injected into a muscle.",
    source: offLabel,
  },
  {
    code: "KETAMINE_SC",
    number: 3,
    label: "Ketamine SC",
    short: "SC",
    definition: "Ketamine injected under the skin.",
    source: "Off-label. Loo C, et al. Br J Psychiatry 2023;223:533-541.",
  },
  {
    code: "KETAMINE_INTRANASAL",
    number: 4,
    label: "Ketamine intranasal",
    short: "Intranasal",
    definition: "Racemic ketamine as a nasal spray, made by a pharmacy. Not esketamine.",
    source: "Off-label. Lapidus KAB, et al. Biol Psychiatry 2014;76:970-976.",
  },
  {
    code: "KETAMINE_SUBLINGUAL",
    number: 5,
    label: "Ketamine sublingual",
    short: "Sublingual",
    definition: "Ketamine as a tablet or lozenge held in the mouth, often taken at home.",
    source: "Off-label. Hull TD, et al. J Affect Disord 2022;314:59-67.",
  },
  {
    code: "ESKETAMINE_INTRANASAL",
    number: 6,
    label: "Esketamine intranasal",
    short: "Esketamine",
    definition: "The S-enantiomer as the licensed nasal spray, under supervision.",
    source: "Popova V, et al. Am J Psychiatry 2019;176:428-438.",
  },
  {
    code: "ECT",
    number: 7,
    label: "ECT",
    short: "ECT",
    definition: "Electroconvulsive therapy under general anaesthesia.",
    source: "Anand A, et al. N Engl J Med 2023;388:2315-2325 (against ketamine).",
  },
  {
    code: "PLACEBO",
    number: 8,
    label: "Placebo",
    short: "Placebo",
    definition:
      "A trial's control without active drug. Active comparators such as midazolam are not placebo.",
    source: "The trial's own description; no general definition.",
  },
] as const satisfies readonly Entry[];

export type ModalityCode = (typeof modalities)[number]["code"];
export type Modality = Entry & { readonly code: ModalityCode };
export const modalityByCode = byCode<Modality>(modalities, "modality");
export const modalityByNumber = byNumber<Modality>(modalities, "modality");
