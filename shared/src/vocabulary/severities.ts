// Baseline severity: the levels that the bands of every instrument map to, so that cohorts of several
// conditions can be cut by one scale. The bands themselves stand with each instrument.
import { byCode, byNumber, type Entry } from "./entry";

export const severities = [
  {
    code: "BELOW_CASENESS",
    number: 1,
    label: "Below caseness",
    short: "Below",
    definition: "Baseline score short of the instrument's caseness: not evaluable for response.",
    source: "Each instrument's own caseness; see the instrument.",
  },
  {
    code: "MODERATE",
    number: 2,
    label: "Moderate",
    short: "Moderate",
    definition: "Baseline score at caseness, in a band that the instrument calls mild to moderate.",
    source: "Each instrument's own bands; see the instrument.",
  },
  {
    code: "MODERATELY_SEVERE",
    number: 3,
    label: "Moderately severe",
    short: "Mod. severe",
    definition:
      "Baseline score in a band between moderate and severe. Instruments with fewer bands leave this level empty.",
    source: "Named after the PHQ-9 band of 15 to 19: Kroenke K, et al. J Gen Intern Med 2001;16:606-613.",
  },
  {
    code: "SEVERE",
    number: 4,
    label: "Severe",
    short: "Severe",
    definition: "Baseline score in a band that the instrument calls severe, very severe or extreme.",
    source: "Each instrument's own bands; see the instrument.",
  },
] as const satisfies readonly Entry[];

export type SeverityCode = (typeof severities)[number]["code"];
export type Severity = Entry & { readonly code: SeverityCode };
export const severityByCode = byCode<Severity>(severities, "severity");
export const severityByNumber = byNumber<Severity>(severities, "severity");
