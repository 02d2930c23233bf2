// One category of the panel: box, name, the number of patients the click would leave, and that number as a bar.
import { shallowEqual } from "@mantine/hooks";
import { countText, hiddenReasons, type Count } from "@afterglow/shared";
import { memo, useId } from "react";
import { HiddenMark } from "../shell/HiddenMark";

interface Props {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly patients: Count;
  /** False: whatever is said here, the category would be dropped from the cohort. */
  readonly isApplied: boolean;
  readonly smallest: number;
  /** The largest count of the panel: the full width of a bar. */
  readonly largest: number;
  readonly checked: boolean;
  readonly exclusive: boolean;
  readonly onToggle: (code: string) => void;
}

/** Shown anew where something of it has changed: the panel has a hundred. */
export const CategoryRow = memo(function CategoryRow({
  name,
  code,
  label,
  patients,
  isApplied,
  smallest,
  largest,
  checked,
  exclusive,
  onToggle,
}: Props) {
  const id = useId();
  const hidden = patients.value === null;
  // What a link has chosen can always be unchosen, however few are left.
  const disabled = !isApplied && !checked;
  const reason = whyDropped(isApplied, checked, hidden, smallest);
  return (
    <label
      className={["option", checked && "option-on", disabled && "option-off"].filter(Boolean).join(" ")}
      title={reason ?? undefined}
    >
      <input
        type={exclusive ? "radio" : "checkbox"}
        className="box"
        name={exclusive ? name : undefined}
        value={label}
        checked={checked}
        disabled={disabled}
        onChange={() => onToggle(code)}
        aria-describedby={reason === null ? undefined : id}
      />
      <span className="option-name">
        {label}
        {reason !== null && checked && <span className="option-dropped"> not applied</span>}
      </span>
      <span
        className="option-count"
        title={patients.hidden === null ? undefined : hiddenReasons[patients.hidden]}
      >
        {countText(patients, smallest)}
      </span>
      <span className="option-bar" aria-hidden="true">
        {patients.value === null ? (
          <HiddenMark width={28} height={5} />
        ) : (
          <i style={{ width: `${(100 * patients.value) / Math.max(1, largest)}%` }} />
        )}
      </span>
      {reason !== null && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </label>
  );
}, sameRow);

function sameRow({ patients, ...row }: Props, { patients: next, ...other }: Props): boolean {
  return patients.value === next.value && patients.hidden === next.hidden && shallowEqual(row, other);
}

/** Null where it is applied, or where its own number says already that it is too small. */
function whyDropped(isApplied: boolean, checked: boolean, hidden: boolean, smallest: number): string | null {
  if (isApplied || (hidden && !checked)) return null;
  return `${checked ? "Not applied" : "Would not be applied"}: it would set apart fewer than ${smallest} patients`;
}
