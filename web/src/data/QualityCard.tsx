// How good the data are that the next release would hold, and what the newest import found: exact counts, for stewards.
import { type QualityReport, type Receipt, visits } from "@afterglow/shared";
import { Skeleton } from "@mantine/core";
import { Trouble } from "../shell/Trouble";
import { BarTable } from "./BarTable";
import { numberText } from "./numberText";

interface Props {
  readonly quality: QualityReport | null;
  readonly trouble: string | null;
  /** Of the newest import or dry run. */
  readonly receipt: Receipt | null;
}

export function QualityCard({ quality, trouble, receipt }: Props) {
  return (
    <section className="card" id="quality" aria-labelledby="quality-title">
      <h2 id="quality-title">Quality</h2>
      <p className="definition">
        {quality === null
          ? "What the next release would hold."
          : `What the next release would hold: ${numberText(quality.patients)} patients, ${numberText(quality.courses)} courses. Exact, for stewards alone.`}
      </p>
      {trouble !== null && <Trouble title="The quality report cannot be shown." text={trouble} />}
      {quality === null && trouble === null && (
        <Skeleton height={240} mt={14} animate={false} aria-label="Loading" />
      )}
      {quality !== null && (
        <div className="quality">
          <Missing quality={quality} />
          <BarTable
            title="Assessments per course"
            note="Days on which a course was assessed, on any instrument."
            head="Days"
            counts="Courses"
            none="There are no courses."
            rows={quality.assessments.map(({ days, courses }, at) => ({
              label: at === quality.assessments.length - 1 ? `${days} or more` : String(days),
              value: courses,
            }))}
          />
          <BarTable
            title="Clinics"
            note="Courses of each clinic; of them with a score after the first session's day."
            head="Clinic"
            counts="Courses, with a later score"
            none="There are no courses."
            rows={quality.clinics.map(({ clinic, courses, withLaterScore }) => ({
              label: clinic === "" ? "Not stated" : clinic,
              value: courses,
              text: `${numberText(courses)}, ${numberText(withLaterScore)}`,
            }))}
          />
          <Found receipt={receipt} />
        </div>
      )}
    </section>
  );
}

function Missing({ quality }: { quality: QualityReport }) {
  const short = new Map<string, string>(visits.map(({ code, label }) => [code, label]));
  return (
    <BarTable
      title="Missing by visit"
      note="Of the courses that were due, those without any score in the visit's days."
      head="Visit"
      counts="Missing"
      most={1}
      none="No visit was due."
      rows={quality.visits
        .filter(({ due }) => due > 0)
        .map(({ visit, due, received }) => ({
          label: short.get(visit) ?? visit,
          value: (due - received) / due,
          text: `${Math.round((100 * (due - received)) / due)}%, ${numberText(due - received)} of ${numberText(due)}`,
        }))}
    />
  );
}

const isRange = (rule: string): boolean =>
  /^(Outside|Over|Under|Before day|More than)\b| is a whole number from | is from \d/.test(rule);
const isDuplicate = (rule: string): boolean => /earlier (row|one)/.test(rule);

function Found({ receipt }: { receipt: Receipt | null }) {
  if (receipt === null) return null;
  const of = `In ${receipt.source}, the newest ${receipt.dryRun ? "dry run" : "import"}`;
  const ranges = new Map<string, number>();
  const twice = new Map<string, number>();
  const add = (to: Map<string, number>, label: string, count: number) =>
    to.set(label, (to.get(label) ?? 0) + count);
  for (const { file, column, rule, count } of receipt.problems) {
    if (isRange(rule)) add(ranges, `${file}, ${column ?? "row"}`, count);
    if (isDuplicate(rule)) add(twice, `${file}, contradicting`, count);
  }
  for (const { file, what, count } of receipt.notes)
    if (isDuplicate(what)) add(twice, `${file}, merged`, count ?? 0);
  const rows = (found: Map<string, number>) => [...found].map(([label, value]) => ({ label, value }));
  return (
    <>
      <BarTable
        title="Out of range"
        note={`${of}: cells that were refused, since no value like that can be.`}
        head="File and column"
        counts="Cells"
        none="None."
        rows={rows(ranges)}
      />
      <BarTable
        title="Duplicates"
        note={`${of}: rows that stand twice. The same is merged, another is refused.`}
        head="File"
        counts="Rows"
        none="None."
        rows={rows(twice)}
      />
    </>
  );
}
