// The instruments of trauma, obsession, mania, dissociation and well-being. Scoring numbers only: no item text.
import type { InstrumentEntry } from "./instrument";

export const pcl5 = {
  code: "PCL5",
  number: 8,
  label: "PTSD Checklist for DSM-5",
  short: "PCL-5",
  definition: "Self-report of the twenty symptoms of PTSD over the last month.",
  source: "Blevins CA, et al. J Trauma Stress 2015;28:489-498.",
  items: 20,
  min: 0,
  max: 80,
  higherIsBetter: false,
  // No bands are agreed: the range from caseness up is cut into three equal steps of 16.
  bands: [
    { label: "Below caseness", from: 0, to: 32, severity: "BELOW_CASENESS" },
    { label: "Lower third", from: 33, to: 48, severity: "MODERATE" },
    { label: "Middle third", from: 49, to: 64, severity: "MODERATELY_SEVERE" },
    { label: "Upper third", from: 65, to: 80, severity: "SEVERE" },
  ],
  caseness: 33,
  response: { kind: "points", points: 10 },
  remission: null,
  smallestImportantChange: 10,
  recallDays: 30,
  loinc: { total: "101698-9", suicidalityItem: null, panel: "101697-1" },
  suicidalityItem: null,
  thresholdsSource:
    "Caseness of 33: Bovin MJ, et al. Psychol Assess 2016;28:1379-1391. Change of 10 points as response and as smallest important change: National Center for PTSD, guidance on the PCL-5 (provisional; later studies propose 15 or more). No agreed bands, no agreed remission.",
} as const satisfies InstrumentEntry;

export const ybocs = {
  code: "YBOCS",
  number: 9,
  label: "Yale-Brown Obsessive Compulsive Scale",
  short: "Y-BOCS",
  definition: "Clinician's rating of time, distress and control lost to obsessions and compulsions.",
  source: "Goodman WK, et al. Arch Gen Psychiatry 1989;46:1006-1011.",
  items: 10,
  min: 0,
  max: 40,
  higherIsBetter: false,
  bands: [
    { label: "Subclinical", from: 0, to: 7, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 8, to: 15, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 16, to: 23, severity: "MODERATE" },
    { label: "Severe", from: 24, to: 31, severity: "SEVERE" },
    { label: "Extreme", from: 32, to: 40, severity: "SEVERE" },
  ],
  caseness: 16,
  response: { kind: "share", percent: 35 },
  remission: 12,
  smallestImportantChange: 4,
  recallDays: 7,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: null,
  thresholdsSource:
    "Response of 35%, remission of 12 or less: Mataix-Cols D, et al. World Psychiatry 2016;15:80-81. Caseness of 16: customary entry to trials, the moderate band. Change of 4 points: a tenth of the range, for want of a settled estimate (Ringash J, et al. Cancer 2007;110:196-202).",
} as const satisfies InstrumentEntry;

export const ymrs = {
  code: "YMRS",
  number: 13,
  label: "Young Mania Rating Scale",
  short: "YMRS",
  definition: "Clinician's rating of manic symptoms over the last two days.",
  source: "Young RC, et al. Br J Psychiatry 1978;133:429-435.",
  items: 11,
  min: 0,
  max: 60,
  higherIsBetter: false,
  bands: [
    { label: "None", from: 0, to: 12, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 13, to: 19, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 20, to: 24, severity: "MODERATE" },
    { label: "Severe", from: 25, to: 60, severity: "SEVERE" },
  ],
  caseness: 20,
  response: { kind: "share", percent: 50 },
  remission: 12,
  // 6.6 in the cohort cited; scores are whole, so 7.
  smallestImportantChange: 7,
  recallDays: 2,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: null,
  thresholdsSource:
    "Severe from 25, change of 6.6 points: Lukasiewicz M, et al. Int J Methods Psychiatr Res 2013;22:46-58. Caseness of 20, response of 50%, remission of 12 or less: entry and outcomes of the mania trials, as Tohen M, et al. Arch Gen Psychiatry 2000;57:841-849.",
} as const satisfies InstrumentEntry;

export const asrm = {
  code: "ASRM",
  number: 14,
  label: "Altman Self-Rating Mania Scale",
  short: "ASRM",
  definition: "Self-report of five manic symptoms over the last week.",
  source: "Altman EG, et al. Biol Psychiatry 1997;42:948-955.",
  items: 5,
  min: 0,
  max: 20,
  higherIsBetter: false,
  bands: [
    { label: "Mania unlikely", from: 0, to: 5, severity: "BELOW_CASENESS" },
    { label: "Mania likely", from: 6, to: 20, severity: "MODERATE" },
  ],
  caseness: 6,
  response: { kind: "share", percent: 50 },
  remission: 5,
  smallestImportantChange: 2,
  recallDays: 7,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: null,
  thresholdsSource:
    "Caseness of 6: Altman 1997; remission is a score under it; no further bands. Response of 50%: customary, not validated. Change of 2 points: a tenth of the range, for want of a settled estimate (Ringash J, et al. Cancer 2007;110:196-202).",
} as const satisfies InstrumentEntry;

export const cadss = {
  code: "CADSS",
  number: 15,
  label: "Clinician-Administered Dissociative States Scale",
  short: "CADSS",
  definition:
    "Dissociation at the moment, asked during or soon after a session. A safety measure, not an outcome.",
  source: "Bremner JD, et al. J Trauma Stress 1998;11:125-136.",
  items: 23,
  min: 0,
  max: 92,
  higherIsBetter: false,
  // It finds no cases, so every band is below caseness.
  bands: [
    { label: "Usual range", from: 0, to: 4, severity: "BELOW_CASENESS" },
    { label: "Dissociation", from: 5, to: 92, severity: "BELOW_CASENESS" },
  ],
  caseness: null,
  response: { kind: "share", percent: 50 },
  remission: null,
  smallestImportantChange: 10,
  recallDays: 0,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: null,
  thresholdsSource:
    "More than 4 as dissociation: customary in the ketamine and esketamine trials. No caseness and no remission, since it measures a passing state. Response of 50%: the general rule. Change of 10 points: a tenth of the range, rounded up, for want of a settled estimate (Ringash J, et al. Cancer 2007;110:196-202).",
} as const satisfies InstrumentEntry;

export const who5 = {
  code: "WHO5",
  number: 16,
  label: "WHO-5 Well-Being Index",
  short: "WHO-5",
  definition:
    "Self-report of well-being over the last two weeks, as the percentage score from 0 to 100 (raw score times 4). Higher is better.",
  source: "Topp CW, Østergaard SD, Søndergaard S, Bech P. Psychother Psychosom 2015;84:167-176.",
  items: 5,
  min: 0,
  max: 100,
  higherIsBetter: true,
  bands: [
    { label: "Depression likely", from: 0, to: 28, severity: "SEVERE" },
    { label: "Low well-being", from: 29, to: 50, severity: "MODERATE" },
    { label: "Well-being not low", from: 51, to: 100, severity: "BELOW_CASENESS" },
  ],
  caseness: 50,
  // A share of a low baseline would be met by a step or two of one item; the review gives a change in points.
  response: { kind: "points", points: 10 },
  remission: null,
  smallestImportantChange: 10,
  recallDays: 14,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: null,
  thresholdsSource:
    "Caseness of 50 or less, 28 or less as likely depression, change of 10 points as response and as smallest important change: Topp 2015. No agreed remission.",
} as const satisfies InstrumentEntry;
