// The instruments of depression. Scoring numbers only: no item text, which several publishers own.
import type { InstrumentEntry } from "./instrument";

export const phq9 = {
  code: "PHQ9",
  number: 1,
  label: "Patient Health Questionnaire, 9 items",
  short: "PHQ-9",
  definition: "Self-report of depressive symptoms over the last two weeks.",
  source: "Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16:606-613.",
  items: 9,
  min: 0,
  max: 27,
  higherIsBetter: false,
  bands: [
    { label: "Minimal", from: 0, to: 4, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 5, to: 9, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 10, to: 14, severity: "MODERATE" },
    { label: "Moderately severe", from: 15, to: 19, severity: "MODERATELY_SEVERE" },
    { label: "Severe", from: 20, to: 27, severity: "SEVERE" },
  ],
  caseness: 10,
  response: { kind: "share", percent: 50 },
  remission: 4,
  smallestImportantChange: 5,
  recallDays: 14,
  // Public code often confuses the three: 44261-6 is the total, 44260-8 is item 9, 44249-1 is the panel.
  loinc: { total: "44261-6", suicidalityItem: "44260-8", panel: "44249-1" },
  suicidalityItem: { item: 9, min: 0, max: 3 },
  thresholdsSource:
    "Bands, caseness of 10: Kroenke 2001. Response of 50%, remission under 5, change of 5 points: Löwe B, et al. Med Care 2004;42:1194-1201.",
} as const satisfies InstrumentEntry;

export const madrs = {
  code: "MADRS",
  number: 3,
  label: "Montgomery-Åsberg Depression Rating Scale",
  short: "MADRS",
  definition: "Clinician's rating of depression, built to be sensitive to change.",
  source: "Montgomery SA, Åsberg M. Br J Psychiatry 1979;134:382-389.",
  items: 10,
  min: 0,
  max: 60,
  higherIsBetter: false,
  bands: [
    { label: "Normal", from: 0, to: 6, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 7, to: 19, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 20, to: 34, severity: "MODERATE" },
    { label: "Severe", from: 35, to: 60, severity: "SEVERE" },
  ],
  caseness: 20,
  response: { kind: "share", percent: 50 },
  // The esketamine trials used 12 or less; 10 or less is the cut-off that matches HAM-D17 of 7.
  remission: 10,
  smallestImportantChange: 6,
  recallDays: 7,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: { item: 10, min: 0, max: 6 },
  thresholdsSource:
    "Bands: Snaith RP, et al. Br J Psychiatry 1986;148:599-601. Remission of 10 or less: Zimmerman M, Posternak MA, Chelminski I. J Psychiatr Res 2004;38:577-582. Caseness of 20: their moderate band. Change of 6 points: the upper end of the likely 3 to 6, since one patient's scores vary more than a group's mean, Hengartner MP, Plöderl M. BMJ Evid Based Med 2022;27:69-73.",
} as const satisfies InstrumentEntry;

export const hamD17 = {
  code: "HAM_D17",
  number: 4,
  label: "Hamilton Depression Rating Scale, 17 items",
  short: "HAM-D17",
  definition: "Clinician's rating of depression with weight on bodily symptoms and sleep.",
  source: "Hamilton M. J Neurol Neurosurg Psychiatry 1960;23:56-62.",
  items: 17,
  min: 0,
  max: 52,
  higherIsBetter: false,
  bands: [
    { label: "None", from: 0, to: 7, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 8, to: 16, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 17, to: 23, severity: "MODERATE" },
    { label: "Severe", from: 24, to: 52, severity: "SEVERE" },
  ],
  caseness: 17,
  response: { kind: "share", percent: 50 },
  remission: 7,
  smallestImportantChange: 4,
  recallDays: 7,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: { item: 3, min: 0, max: 4 },
  thresholdsSource:
    "Bands: Zimmerman M, et al. J Affect Disord 2013;150:384-388; caseness is their moderate band. Remission of 7 or less: Frank E, et al. Arch Gen Psychiatry 1991;48:851-855. Change of 4 points: the middle of 3 to 5, Hengartner MP, Plöderl M. BMJ Evid Based Med 2022;27:69-73.",
} as const satisfies InstrumentEntry;

export const qidsSr16 = {
  code: "QIDS_SR16",
  number: 5,
  label: "Quick Inventory of Depressive Symptomatology, self-report, 16 items",
  short: "QIDS-SR16",
  definition: "Self-report of the nine symptom domains of major depression over the last week.",
  source: "Rush AJ, et al. Biol Psychiatry 2003;54:573-583.",
  items: 16,
  min: 0,
  max: 27,
  higherIsBetter: false,
  bands: [
    { label: "None", from: 0, to: 5, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 6, to: 10, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 11, to: 15, severity: "MODERATE" },
    { label: "Severe", from: 16, to: 20, severity: "SEVERE" },
    { label: "Very severe", from: 21, to: 27, severity: "SEVERE" },
  ],
  caseness: 11,
  response: { kind: "share", percent: 50 },
  remission: 5,
  smallestImportantChange: 3,
  recallDays: 7,
  loinc: { total: null, suicidalityItem: null, panel: null },
  suicidalityItem: { item: 12, min: 0, max: 3 },
  thresholdsSource:
    "Bands, response of 50%, remission of 5 or less: Rush 2003; caseness is their moderate band. Change of 3 points: a tenth of the range, rounded up, for want of a settled estimate (Ringash J, et al. Cancer 2007;110:196-202).",
} as const satisfies InstrumentEntry;

export const bdi2 = {
  code: "BDI_II",
  number: 6,
  label: "Beck Depression Inventory, second edition",
  short: "BDI-II",
  definition: "Self-report of depressive symptoms over the last two weeks.",
  source: "Beck AT, Steer RA, Brown GK. Manual for the Beck Depression Inventory-II. San Antonio, 1996.",
  items: 21,
  min: 0,
  max: 63,
  higherIsBetter: false,
  bands: [
    { label: "Minimal", from: 0, to: 13, severity: "BELOW_CASENESS" },
    { label: "Mild", from: 14, to: 19, severity: "BELOW_CASENESS" },
    { label: "Moderate", from: 20, to: 28, severity: "MODERATE" },
    { label: "Severe", from: 29, to: 63, severity: "SEVERE" },
  ],
  caseness: 20,
  response: { kind: "share", percent: 50 },
  remission: 13,
  smallestImportantChange: 5,
  recallDays: 14,
  loinc: { total: "89209-1", suicidalityItem: null, panel: null },
  suicidalityItem: { item: 9, min: 0, max: 3 },
  thresholdsSource:
    "Bands: the manual, 1996; caseness is its moderate band, as for the PHQ-9, and remission its minimal band. Change of 5 points: Hiroe T, et al. Psychiatry Res 2005;135:229-235.",
} as const satisfies InstrumentEntry;
