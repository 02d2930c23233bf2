/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Age at start: a category. Age in years at the first session. */
export type Age =
  /** 18 to 29. Aged 18 to 29 years at the first session. */
  | 'AGE_18_29'
  /** 30 to 39. Aged 30 to 39 years at the first session. */
  | 'AGE_30_39'
  /** 40 to 49. Aged 40 to 49 years at the first session. */
  | 'AGE_40_49'
  /** 50 to 59. Aged 50 to 59 years at the first session. */
  | 'AGE_50_59'
  /** 60 to 69. Aged 60 to 69 years at the first session. */
  | 'AGE_60_69'
  /** 70 and over. Aged 70 years or more at the first session. 90 and over is sent as one value. */
  | 'AGE_70_PLUS'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** A yes or no as the clinic recorded it. */
export type Answer =
  /** No. Recorded as absent. */
  | 'NO'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN'
  /** Yes. Recorded as present. */
  | 'YES';

/** What the cells of a baseline row hold. */
export type BaselineKind =
  /** A mean and its standard deviation. */
  | 'MEAN'
  /** Patients in a category and their share. */
  | 'SHARE';

/** Where the true share lies, when the value stands for an exact 0 % or 100 % of a small denominator. */
export type Bound =
  /** Over the value. */
  | 'OVER'
  /** Under the value. */
  | 'UNDER';

/** A cohort: patients who, in every dimension named, have one of the categories named. */
export type CohortInput = {
  /** Age at start. Age in years at the first session. One range of neighbouring categories, or UNKNOWN alone. */
  age?: Array<Age> | null | undefined;
  /** Antidepressant. An antidepressant taken during the course. Any of its categories. */
  antidepressant?: Array<Answer> | null | undefined;
  /** Benzodiazepine. A benzodiazepine taken during the course. Any of its categories. */
  benzodiazepine?: Array<Answer> | null | undefined;
  /** Clinic. The clinic that gave the course, under a number without meaning outside the dataset. One category. */
  clinic?: string | null | undefined;
  /** Condition. The condition that the course was given for. Any of its categories. */
  condition?: Array<Condition> | null | undefined;
  /** Course. Which of the patient's courses in the dataset, so that every patient counts once. One category. FIRST where it is not named. */
  courseNumber?: CourseNumber | null | undefined;
  /** Maintenance. Sessions after the induction, by their median gap. Any of its categories. */
  maintenance?: Array<Maintenance> | null | undefined;
  /** Modality. The treatment and its route. Any of its categories. */
  modality?: Array<Modality> | null | undefined;
  /** Mood stabiliser. A mood stabiliser taken during the course. Any of its categories. */
  moodStabiliser?: Array<Answer> | null | undefined;
  /** Prior ECT. Electroconvulsive therapy at any time before the course. Any of its categories. */
  priorEct?: Array<Answer> | null | undefined;
  /** Prior adequate trials. Medicine trials of adequate dose and duration before the course. One range of neighbouring categories, or UNKNOWN alone. */
  priorTrials?: Array<PriorTrials> | null | undefined;
  /** Protocol. Number and spacing of the induction sessions, derived from their days. Any of its categories. */
  protocol?: Array<Protocol> | null | undefined;
  /** Psychotherapy. Psychotherapy as part of the course. Any of its categories. */
  psychotherapy?: Array<Psychotherapy> | null | undefined;
  /** Setting. Where the sessions took place. Any of its categories. */
  setting?: Array<Setting> | null | undefined;
  /** Baseline severity. The band of the baseline score on the condition's own instrument. One range of neighbouring categories, or UNKNOWN alone. */
  severity?: Array<Severity> | null | undefined;
  /** Sex. Sex as the clinic recorded it. Any of its categories. */
  sex?: Array<Sex> | null | undefined;
  /** Start year. Calendar year of the first session. One range of neighbouring categories, or UNKNOWN alone. */
  startYear?: Array<string> | null | undefined;
};

/** Condition: a category. The condition that the course was given for. */
export type Condition =
  /** Bipolar depression. A depressive episode in bipolar I or bipolar II disorder. */
  | 'BIPOLAR'
  /** Generalized anxiety disorder. Excessive worry on most days for at least six months, hard to control. */
  | 'GAD'
  /** Healthy control. A volunteer in a trial without a psychiatric disorder. */
  | 'HEALTHY_CONTROL'
  /** Anxiety with life-threatening illness. Clinically important anxiety or distress in a person with a life-threatening illness. Not illness anxiety disorder (hypochondriasis). */
  | 'ILLNESS_ANXIETY'
  /** Major depressive disorder. Major depressive disorder, single or recurrent, not known to be treatment-resistant. */
  | 'MDD'
  /** Obsessive-compulsive disorder. Obsessions, compulsions or both that take time or impair. */
  | 'OCD'
  /** Panic disorder. Recurrent unexpected panic attacks with fear of the next or changed behaviour, with or without agoraphobia. */
  | 'PANIC'
  /** Post-traumatic stress disorder. Post-traumatic stress disorder, acute or chronic. */
  | 'PTSD'
  /** Social anxiety disorder. Marked fear or avoidance of situations in which others may judge. */
  | 'SOCIAL_ANXIETY'
  /** Treatment-resistant depression. Major depressive disorder without adequate response to at least two antidepressants, each of adequate dose and duration, in the current episode. */
  | 'TRD'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** Which sessions of a course are added up. */
export type CostTime =
  /** Induction, and maintenance up to 26 weeks after its last session. */
  | 'HALF_YEAR'
  /** Those of induction. */
  | 'INDUCTION'
  /** Those of the first year, days 0 to 364. */
  | 'YEAR';

/** Course: a category. Which of the patient's courses in the dataset, so that every patient counts once. */
export type CourseNumber =
  /** First. The patient's first course in the dataset. */
  | 'FIRST'
  /** Second. The patient's second course in the dataset. */
  | 'SECOND'
  /** Third. The patient's third course in the dataset. */
  | 'THIRD';

/** A dimension by which a cohort is chosen and a figure is grouped. */
export type Dimension =
  /** Age at start. Age in years at the first session. */
  | 'AGE'
  /** Antidepressant. An antidepressant taken during the course. */
  | 'ANTIDEPRESSANT'
  /** Benzodiazepine. A benzodiazepine taken during the course. */
  | 'BENZODIAZEPINE'
  /** Clinic. The clinic that gave the course, under a number without meaning outside the dataset. */
  | 'CLINIC'
  /** Condition. The condition that the course was given for. */
  | 'CONDITION'
  /** Course. Which of the patient's courses in the dataset, so that every patient counts once. */
  | 'COURSE_NUMBER'
  /** Maintenance. Sessions after the induction, by their median gap. */
  | 'MAINTENANCE'
  /** Modality. The treatment and its route. */
  | 'MODALITY'
  /** Mood stabiliser. A mood stabiliser taken during the course. */
  | 'MOOD_STABILISER'
  /** Prior ECT. Electroconvulsive therapy at any time before the course. */
  | 'PRIOR_ECT'
  /** Prior adequate trials. Medicine trials of adequate dose and duration before the course. */
  | 'PRIOR_TRIALS'
  /** Protocol. Number and spacing of the induction sessions, derived from their days. */
  | 'PROTOCOL'
  /** Psychotherapy. Psychotherapy as part of the course. */
  | 'PSYCHOTHERAPY'
  /** Setting. Where the sessions took place. */
  | 'SETTING'
  /** Baseline severity. The band of the baseline score on the condition's own instrument. */
  | 'SEVERITY'
  /** Sex. Sex as the clinic recorded it. */
  | 'SEX'
  /** Start year. Calendar year of the first session. */
  | 'START_YEAR';

/** What becomes of those who were due an assessment and did not come. */
export type DropoutRule =
  /** Censored at their last score. */
  | 'CENSORED'
  /** Counted as having the event at the next visit that was due. */
  | 'RELAPSED';

/** What a rate of side effects is a share of. */
export type ExposureUnit =
  /** Of patients with at least one session: those who ever had it. */
  | 'PATIENT'
  /** Of sessions: those in which it occurred. */
  | 'SESSION';

/** A step from the patients treated to those counted. */
export type FlowStepCode =
  /** Of these, has a baseline score. */
  | 'BASELINE'
  /** Of these, at caseness. */
  | 'CASE'
  /** Of these, has a later score. */
  | 'LATER_SCORE'
  /** In the cohort. */
  | 'TREATED'
  /** Of these, has a score at the visit. */
  | 'VISIT';

/** Why a number is not shown. */
export type HiddenReason =
  /** Not estimable from these patients. */
  | 'NOT_ESTIMABLE'
  /** Not reached during follow-up. */
  | 'NOT_REACHED'
  /** Hidden, because it would reveal another hidden number by subtraction. */
  | 'PROTECTS_ANOTHER'
  /** Fewer than the smallest number of patients or events that may be shown. */
  | 'TOO_FEW';

/** How durability is grouped by maintenance. The pattern of the whole course is known only afterwards: immortal time. */
export type MaintainedRule =
  /** Maintenance begun by week 6, with the clock started there. */
  | 'BY_WEEK_6'
  /** Pattern of the whole course, with the clock started at time zero. */
  | 'WHOLE_COURSE';

/** Maintenance: a category. Sessions after the induction, by their median gap. */
export type Maintenance =
  /** Every 4 to 6 weeks. Median gap of 28 to 42 days, the first counted from the last induction session. */
  | 'EVERY_4_TO_6_WEEKS'
  /** Less often. Median gap over 42 days, the first counted from the last induction session. */
  | 'LESS_OFTEN'
  /** More often. Median gap under 28 days, the first counted from the last induction session. */
  | 'MORE_OFTEN'
  /** None. No session after the induction. */
  | 'NONE'
  /** No session. No session is recorded, so it cannot be derived. */
  | 'UNKNOWN';

/** What a maintenance session does to the time under observation. */
export type MaintenanceRule =
  /** Censored at the first maintenance session. */
  | 'CENSORED'
  /** Competing event: cumulative incidence of loss before maintenance. */
  | 'COMPETING'
  /** Ignored (treatment policy). */
  | 'IGNORED';

/** The instrument that an outcome is measured by. */
export type Measure =
  /** Altman Self-Rating Mania Scale. Self-report of five manic symptoms over the last week. */
  | 'ASRM'
  /** Beck Depression Inventory, second edition. Self-report of depressive symptoms over the last two weeks. */
  | 'BDI_II'
  /** Clinician-Administered Dissociative States Scale. Dissociation at the moment, asked during or soon after a session. A safety measure, not an outcome. */
  | 'CADSS'
  /** Generalized Anxiety Disorder scale, 7 items. Self-report of anxiety over the last two weeks. */
  | 'GAD7'
  /** Hamilton Anxiety Rating Scale. Clinician's rating of psychic and somatic anxiety. */
  | 'HAM_A'
  /** Hamilton Depression Rating Scale, 17 items. Clinician's rating of depression with weight on bodily symptoms and sleep. */
  | 'HAM_D17'
  /** Liebowitz Social Anxiety Scale. Fear and avoidance in 24 social situations over the last week. */
  | 'LSAS'
  /** Montgomery-Åsberg Depression Rating Scale. Clinician's rating of depression, built to be sensitive to change. */
  | 'MADRS'
  /** Each condition's own instrument: endpoints by its own rule, the trajectory in percent of baseline. */
  | 'OWN'
  /** PTSD Checklist for DSM-5. Self-report of the twenty symptoms of PTSD over the last month. */
  | 'PCL5'
  /** Panic Disorder Severity Scale, self-report. Self-report of panic attacks, fear of them, avoidance and impairment over the last week. */
  | 'PDSS_SR'
  /** Patient Health Questionnaire, 9 items. Self-report of depressive symptoms over the last two weeks. */
  | 'PHQ9'
  /** Quick Inventory of Depressive Symptomatology, self-report, 16 items. Self-report of the nine symptom domains of major depression over the last week. */
  | 'QIDS_SR16'
  /** Social Phobia Inventory. Self-report of fear, avoidance and bodily discomfort in social situations over the last week. */
  | 'SPIN'
  /** WHO-5 Well-Being Index. Self-report of well-being over the last two weeks, as the percentage score from 0 to 100 (raw score times 4). Higher is better. */
  | 'WHO5'
  /** Yale-Brown Obsessive Compulsive Scale. Clinician's rating of time, distress and control lost to obsessions and compulsions. */
  | 'YBOCS'
  /** Young Mania Rating Scale. Clinician's rating of manic symptoms over the last two days. */
  | 'YMRS';

/** Modality: a category. The treatment and its route. */
export type Modality =
  /** ECT. Electroconvulsive therapy under general anaesthesia. */
  | 'ECT'
  /** Esketamine intranasal. The S-enantiomer as the licensed nasal spray, under supervision. */
  | 'ESKETAMINE_INTRANASAL'
  /** Ketamine IM. Ketamine injected into a muscle. */
  | 'KETAMINE_IM'
  /** Ketamine intranasal. Racemic ketamine as a nasal spray, made by a pharmacy. Not esketamine. */
  | 'KETAMINE_INTRANASAL'
  /** Ketamine IV. Ketamine infused into a vein, usually 0.5 mg/kg over 40 minutes. */
  | 'KETAMINE_IV'
  /** Ketamine SC. Ketamine injected under the skin. */
  | 'KETAMINE_SC'
  /** Ketamine sublingual. Ketamine as a tablet or lozenge held in the mouth, often taken at home. */
  | 'KETAMINE_SUBLINGUAL'
  /** Placebo. A trial's control without active drug. Active comparators such as midazolam are not placebo. */
  | 'PLACEBO'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** What is watched during a session. */
export type Monitoring =
  /** An ECG was done. */
  | 'ECG'
  /** Vital signs were monitored. */
  | 'VITALS';

/** What time is counted in. */
export type OnsetClock =
  /** Days after the first session. */
  | 'DAY'
  /** Sessions received before the event. */
  | 'SESSION';

/** The event that an onset curve waits for. */
export type OnsetEvent =
  /** The first response that the next score confirms. */
  | 'CONFIRMED_RESPONSE'
  /** The first score at the remission cut-off or better. */
  | 'REMISSION'
  /** The first response. */
  | 'RESPONSE';

/** What is measured, and what counts as response and as relapse. */
export type OutcomeInput = {
  /** What a maintenance session does to the time under observation. */
  maintenance?: MaintenanceRule;
  /** An instrument, or OWN: each condition's own. */
  measure: Measure;
  /** What ends staying well. */
  relapse?: RelapseRule;
  /** What counts as response. */
  response?: ResponseRule;
};

/** Prior adequate trials: a category. Medicine trials of adequate dose and duration before the course. */
export type PriorTrials =
  /** Five or more. Five or more adequate medicine trials before the course. */
  | 'FIVE_OR_MORE'
  /** None or one. At most one adequate medicine trial before the course. */
  | 'NONE_OR_ONE'
  /** Three or four. Three or four adequate medicine trials before the course. */
  | 'THREE_OR_FOUR'
  /** Two. Two adequate medicine trials before the course. */
  | 'TWO'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** Protocol: a category. Number and spacing of the induction sessions, derived from their days. */
export type Protocol =
  /** ECT course, 6 to 12. 6 to 12 induction sessions of ECT. */
  | 'ECT_COURSE'
  /** Intensive, 3 to 5 in 10 days. 3 to 5 induction sessions, the last at most 10 days after the first. Tested before standard. */
  | 'INTENSIVE'
  /** Other. Any other number or spacing of induction sessions. */
  | 'OTHER'
  /** Single session. One induction session. */
  | 'SINGLE'
  /** Standard, 5 to 8 in 28 days. 5 to 8 induction sessions, the last at most 28 days after the first, and not intensive. */
  | 'STANDARD'
  /** No session. No session is recorded, so it cannot be derived. */
  | 'UNKNOWN';

/** Psychotherapy: a category. Psychotherapy as part of the course. */
export type Psychotherapy =
  /** Assisted, during the session. A therapist works with the patient during the drug's effect, with or without integration. */
  | 'ASSISTED'
  /** With integration. Psychotherapy between the sessions, as preparation or integration, but not during them. */
  | 'INTEGRATION'
  /** None. No psychotherapy as part of the course. Treatment elsewhere may go on. */
  | 'NONE'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** What ends staying well. */
export type RelapseRule =
  /** Loss of response, confirmed by the next score. */
  | 'CONFIRMED_LOSS'
  /** Relapse, confirmed by the next score. */
  | 'CONFIRMED_RELAPSE'
  /** Loss of response. */
  | 'LOSS_OF_RESPONSE'
  /** Relapse: back at caseness. */
  | 'RELAPSE';

/** What counts as response. */
export type ResponseRule =
  /** Down 50% or more. */
  | 'HALF'
  /** The instrument's own rule. */
  | 'INSTRUMENT';

/** A part of a session. */
export type SessionTime =
  /** Psychotherapy within the session; none counts as 0. */
  | 'PSYCHOTHERAPY'
  /** From the end of administration to fit to leave. */
  | 'RECOVERY'
  /** The administration. */
  | 'SESSION';

/** Setting: a category. Where the sessions took place. */
export type Setting =
  /** Clinic. Sessions in a clinic or hospital. */
  | 'CLINIC'
  /** Home. Sessions at home, with or without someone watching from afar. */
  | 'HOME'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** Baseline severity: a category. The band of the baseline score on the condition's own instrument. */
export type Severity =
  /** Below caseness. Baseline score short of the instrument's caseness: not evaluable for response. */
  | 'BELOW_CASENESS'
  /** Moderate. Baseline score at caseness, in a band that the instrument calls mild to moderate. */
  | 'MODERATE'
  /** Moderately severe. Baseline score in a band between moderate and severe. Instruments with fewer bands leave this level empty. */
  | 'MODERATELY_SEVERE'
  /** Severe. Baseline score in a band that the instrument calls severe, very severe or extreme. */
  | 'SEVERE'
  /** No baseline score. No score of the condition's own instrument in the 14 days before the first session. */
  | 'UNKNOWN';

/** Sex: a category. Sex as the clinic recorded it. */
export type Sex =
  /** Female. Sex recorded as female. */
  | 'FEMALE'
  /** Male. Sex recorded as male. */
  | 'MALE'
  /** Other. Sex recorded as anything else, such as intersex. */
  | 'OTHER'
  /** Not recorded. The clinic did not send it. */
  | 'UNKNOWN';

/** How a curve was estimated. */
export type TimeToEventMethod =
  /** Aalen-Johansen: cumulative incidence of competing events. */
  | 'AALEN_JOHANSEN'
  /** Kaplan-Meier: one event, all else censored. */
  | 'KAPLAN_MEIER';

/** What scores are given in. */
export type TrajectoryUnit =
  /** Percent of each patient's baseline burden, for measure OWN. */
  | 'PERCENT_OF_BASELINE'
  /** Points of the instrument. */
  | 'POINTS';

/** A visit after baseline: a window of days. */
export type Visit =
  /** Day 1. The score nearest day 1 among days 1 to 2 after the first session; the earlier on a tie. */
  | 'D1'
  /** Week 1. The score nearest day 7 among days 3 to 10 after the first session; the earlier on a tie. */
  | 'W1'
  /** Week 2. The score nearest day 14 among days 11 to 17 after the first session; the earlier on a tie. */
  | 'W2'
  /** Week 3. The score nearest day 21 among days 18 to 24 after the first session; the earlier on a tie. */
  | 'W3'
  /** Week 4. The score nearest day 28 among days 25 to 35 after the first session; the earlier on a tie. */
  | 'W4'
  /** Week 6. The score nearest day 42 among days 36 to 49 after the first session; the earlier on a tie. */
  | 'W6'
  /** Week 8. The score nearest day 56 among days 50 to 70 after the first session; the earlier on a tie. */
  | 'W8'
  /** Week 12. The score nearest day 84 among days 71 to 98 after the first session; the earlier on a tie. */
  | 'W12'
  /** Week 16. The score nearest day 112 among days 99 to 126 after the first session; the earlier on a tie. */
  | 'W16'
  /** Week 20. The score nearest day 140 among days 127 to 154 after the first session; the earlier on a tie. */
  | 'W20'
  /** Week 26. The score nearest day 182 among days 155 to 210 after the first session; the earlier on a tie. */
  | 'W26'
  /** Week 39. The score nearest day 273 among days 211 to 315 after the first session; the earlier on a tie. */
  | 'W39'
  /** Week 52. The score nearest day 364 among days 316 to 420 after the first session; the earlier on a tie. */
  | 'W52';

/** A reading before and during a session. */
export type VitalSign =
  /** Diastolic blood pressure, mmHg. */
  | 'DIASTOLIC'
  /** Heart rate, beats a minute. */
  | 'HEART_RATE'
  /** Systolic blood pressure, mmHg. */
  | 'SYSTOLIC';

/** When a response (or remission) was first seen. The four add up to the patients. */
export type WorseningPartCode =
  /** At a visit up to `earlyUntil`. */
  | 'EARLY'
  /** Not by then, but at a later visit up to `laterUntil`. */
  | 'LATER'
  /** At no visit, though seen after `earlyUntil`. */
  | 'NEVER'
  /** Not by `earlyUntil`, and no score after it: not known. */
  | 'UNSEEN';

export type BaselineFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
}>;


export type BaselineFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, baseline: { groups: Array<{ group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null } }>, rows: Array<{ code: string, label: string, kind: BaselineKind, cells: Array<{ patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } | null, mean: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } | null, standardDeviation: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } | null }> }> } } };

export type CostFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
}>;


export type CostFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, cost: { derived: boolean, monthsCostOf: CostTime, groups: Array<{ instrument: string | null, group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, perSession: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, perCourse: Array<{ time: CostTime, patients: { value: number | null, hidden: HiddenReason | null }, dollars: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, perResponder: { patients: { value: number | null, hidden: HiddenReason | null }, responders: { value: number | null, hidden: HiddenReason | null }, dollars: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }, perResponderMonth: { patients: { value: number | null, hidden: HiddenReason | null }, responders: { value: number | null, hidden: HiddenReason | null }, months: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, dollars: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } } }> } } };

export type DurabilityFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
  dropouts: DropoutRule;
  maintained: MaintainedRule;
}>;


export type DurabilityFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, durability: { clock: OnsetClock, horizon: number, method: TimeToEventMethod, fromDay: number, dropouts: DropoutRule, groups: Array<{ instrument: string | null, endTime: number | null, group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, events: { value: number | null, hidden: HiddenReason | null }, curve: Array<{ time: number, share: number, lower: number | null, upper: number | null }>, rows: Array<{ time: number, atRisk: { value: number | null, hidden: HiddenReason | null }, censored: { value: number | null, hidden: HiddenReason | null }, events: { value: number | null, hidden: HiddenReason | null } }>, median: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, landmarks: Array<{ time: number, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, medianGapDays: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, maintenanceFirst: { events: { value: number | null, hidden: HiddenReason | null }, curve: Array<{ time: number, share: number, lower: number | null, upper: number | null }>, rows: Array<{ time: number, events: { value: number | null, hidden: HiddenReason | null } }>, landmarks: Array<{ time: number, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> } | null, landmarksCensored: Array<{ time: number, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> | null }> } } };

export type FlowFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
  visit?: Visit | null | undefined;
}>;


export type FlowFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, flow: { visit: string, steps: Array<{ step: FlowStepCode, patients: { value: number | null, hidden: HiddenReason | null }, lost: { value: number | null, hidden: HiddenReason | null } }>, groups: Array<{ instrument: string | null, group: { code: string, label: string, short: string }, cases: { value: number | null, hidden: HiddenReason | null }, scored: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, assessments: Array<{ visit: string, expected: { value: number | null, hidden: HiddenReason | null }, received: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> } } };

export type OnsetFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
  of?: OnsetEvent | null | undefined;
  clock?: OnsetClock | null | undefined;
}>;


export type OnsetFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, onset: { clock: OnsetClock, horizon: number, groups: Array<{ instrument: string | null, endTime: number | null, group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, events: { value: number | null, hidden: HiddenReason | null }, curve: Array<{ time: number, share: number, lower: number | null, upper: number | null }>, rows: Array<{ time: number, atRisk: { value: number | null, hidden: HiddenReason | null }, censored: { value: number | null, hidden: HiddenReason | null }, events: { value: number | null, hidden: HiddenReason | null } }>, median: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, landmarks: Array<{ time: number, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, medianGapDays: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> } } };

export type SessionProfileFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  by?: Dimension | null | undefined;
}>;


export type SessionProfileFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, sessionProfile: { derived: boolean, groups: Array<{ group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, times: Array<{ time: SessionTime, patients: { value: number | null, hidden: HiddenReason | null }, minutes: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, vitals: Array<{ sign: VitalSign, patients: { value: number | null, hidden: HiddenReason | null }, before: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, peak: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, monitoring: Array<{ what: Monitoring, patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, settings: Array<{ setting: string, patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, resolution: Array<{ term: string, minutes: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> }> } } };

export type SideEffectsFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  by?: Dimension | null | undefined;
  per?: ExposureUnit | null | undefined;
}>;


export type SideEffectsFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, sideEffects: { per: ExposureUnit, groups: Array<{ group: { code: string, label: string, short: string }, exposed: { value: number | null, hidden: HiddenReason | null }, sessions: { value: number | null, hidden: HiddenReason | null }, byChecklist: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, effects: Array<{ term: string, occurrences: { value: number | null, hidden: HiddenReason | null }, rate: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, severities: Array<{ severity: string, occurrences: { value: number | null, hidden: HiddenReason | null }, rate: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, resolutionMinutes: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, vitals: Array<{ sign: VitalSign, patients: { value: number | null, hidden: HiddenReason | null }, rise: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }>, infusions: Array<{ number: number, exposed: { value: number | null, hidden: HiddenReason | null }, rates: Array<{ term: string, rate: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> }> }> } } };

export type SuicidalityFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
}>;


export type SuicidalityFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, suicidality: { instrument: string | null, item: number | null, highest: number | null, groups: Array<{ group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, visits: Array<{ visit: string, scores: { value: number | null, hidden: HiddenReason | null }, mean: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, none: { patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }, worse: { patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } } }> }> } } };

export type TrajectoryFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
}>;


export type TrajectoryFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, trajectory: { unit: TrajectoryUnit, groups: Array<{ instrument: string | null, group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, visits: Array<{ visit: string, scores: { value: number | null, hidden: HiddenReason | null }, mean: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, change: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, categories: Array<{ category: string, patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> }> }> } } };

export type WellbeingFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  by?: Dimension | null | undefined;
}>;


export type WellbeingFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, wellbeing: { groups: Array<{ group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, visits: Array<{ visit: string, scores: { value: number | null, hidden: HiddenReason | null }, mean: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null }, gained: { patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }, well: { patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } } }> }> } } };

export type WorseningFigureQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
  outcome: OutcomeInput;
  by?: Dimension | null | undefined;
}>;


export type WorseningFigureQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, worsening: { earlyUntil: string, laterUntil: string, groups: Array<{ instrument: string | null, group: { code: string, label: string, short: string }, patients: { value: number | null, hidden: HiddenReason | null }, worse: { patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }, parts: Array<{ part: WorseningPartCode, patients: { value: number | null, hidden: HiddenReason | null }, share: { value: number | null, lower: number | null, upper: number | null, hidden: HiddenReason | null, bound: Bound | null } }> }> } } };

export type DatasetsQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetsQuery = { datasets: Array<{ name: string, title: string, kind: string, licence: string, citation: string, sourceNote: string | null, releases: Array<{ id: string, number: number, publishedOn: string, checksum: string, note: string, measures: Array<string>, patients: { value: number | null, hidden: HiddenReason | null } }> }> };

export type CohortPanelQueryVariables = Exact<{
  release: string;
  where?: CohortInput | null | undefined;
}>;


export type CohortPanelQuery = { cohort: { sentence: string, patients: { value: number | null, hidden: HiddenReason | null }, notApplied: Array<{ dimension: string, sentence: string }>, release: { id: string, number: number, publishedOn: string, checksum: string, dataset: { name: string, title: string, kind: string, licence: string, citation: string } }, disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string }, choices: Array<{ dimension: string, choices: Array<{ code: string, label: string, patients: { value: number | null, hidden: HiddenReason | null } }> }> } };

export type DisclosurePolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type DisclosurePolicyQuery = { vocabulary: { disclosure: { profile: string, smallestCount: number, roundedTo: number, sentence: string } } };


export const BaselineFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BaselineFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mean"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardDeviation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BaselineFigureQuery, BaselineFigureQueryVariables>;
export const CostFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CostFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"derived"}},{"kind":"Field","name":{"kind":"Name","value":"monthsCostOf"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perCourse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dollars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"perResponder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"responders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dollars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"perResponderMonth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"responders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dollars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CostFigureQuery, CostFigureQueryVariables>;
export const DurabilityFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DurabilityFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dropouts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DropoutRule"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"maintained"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MaintainedRule"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"durability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"dropouts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dropouts"}}},{"kind":"Argument","name":{"kind":"Name","value":"maintained"},"value":{"kind":"Variable","name":{"kind":"Name","value":"maintained"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"horizon"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"fromDay"}},{"kind":"Field","name":{"kind":"Name","value":"dropouts"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"curve"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endTime"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"censored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"median"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"landmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medianGapDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maintenanceFirst"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"curve"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"landmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"landmarksCensored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DurabilityFigureQuery, DurabilityFigureQueryVariables>;
export const FlowFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlowFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"visit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Visit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"flow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"visit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"visit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"expected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"received"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FlowFigureQuery, FlowFigureQueryVariables>;
export const OnsetFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OnsetFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OnsetEvent"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"clock"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OnsetClock"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clock"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"horizon"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"curve"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endTime"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"censored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"median"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"landmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medianGapDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OnsetFigureQuery, OnsetFigureQueryVariables>;
export const SessionProfileFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SessionProfileFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessionProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"derived"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"times"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"time"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"vitals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peak"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"monitoring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setting"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionProfileFigureQuery, SessionProfileFigureQueryVariables>;
export const SideEffectsFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SideEffectsFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"per"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ExposureUnit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"per"},"value":{"kind":"Variable","name":{"kind":"Name","value":"per"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exposed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byChecklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"severities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolutionMinutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"vitals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"infusions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"exposed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SideEffectsFigureQuery, SideEffectsFigureQueryVariables>;
export const SuicidalityFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuicidalityFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suicidality"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"highest"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"visits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"scores"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mean"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"none"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"worse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuicidalityFigureQuery, SuicidalityFigureQueryVariables>;
export const TrajectoryFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrajectoryFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trajectory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"visits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"scores"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mean"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrajectoryFigureQuery, TrajectoryFigureQueryVariables>;
export const WellbeingFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WellbeingFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wellbeing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"visits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"scores"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mean"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gained"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"well"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WellbeingFigureQuery, WellbeingFigureQueryVariables>;
export const WorseningFigureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorseningFigure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"worsening"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earlyUntil"}},{"kind":"Field","name":{"kind":"Name","value":"laterUntil"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"short"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"worse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"bound"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorseningFigureQuery, WorseningFigureQueryVariables>;
export const DatasetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}},{"kind":"Field","name":{"kind":"Name","value":"sourceNote"}},{"kind":"Field","name":{"kind":"Name","value":"releases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DatasetsQuery, DatasetsQueryVariables>;
export const CohortPanelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CohortPanel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohort"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notApplied"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checksum"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"choices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"choices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CohortPanelQuery, CohortPanelQueryVariables>;
export const DisclosurePolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisclosurePolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vocabulary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"smallestCount"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}}]}}]}}]} as unknown as DocumentNode<DisclosurePolicyQuery, DisclosurePolicyQueryVariables>;