// One category of the panel: box, name, the number of patients the click would leave, and that number as a bar.
import { Checkbox, Radio } from "@mantine/core";
import { hiddenReasons, type Count } from "@afterglow/shared";
import { HiddenMark } from "../shell/HiddenMark";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly patients: Count;
  readonly smallest: number;
  /** The largest count of the panel: the full width of a bar. */
  readonly largest: number;
  readonly checked: boolean;
  readonly exclusive: boolean;
  readonly onToggle: () => void;
}

export function CategoryRow({
  name,
  label,
  patients,
  smallest,
  largest,
  checked,
  exclusive,
  onToggle,
}: Props) {
  const hidden = patients.value === null;
  // What a link has chosen can always be unchosen, however few are left.
  const disabled = hidden && !checked;
  const box = { checked, disabled, onChange: onToggle, size: "xs" as const, color: "petrol" };
  return (
    <label className={["option", checked && "option-on", disabled && "option-off"].filter(Boolean).join(" ")}>
      {exclusive ? <Radio name={name} value={label} {...box} /> : <Checkbox radius={3} {...box} />}
      <span className="option-name">{label}</span>
      <span
        className="option-count"
        title={patients.hidden === null ? undefined : hiddenReasons[patients.hidden]}
      >
        {countWords(patients, smallest)}
      </span>
      <span className="option-bar" aria-hidden="true">
        {patients.value === null ? (
          <HiddenMark width={28} height={5} />
        ) : (
          <i style={{ width: `${(100 * patients.value) / Math.max(1, largest)}%` }} />
        )}
      </span>
    </label>
  );
}

function countWords({ value, hidden }: Count, smallest: number): string {
  if (value !== null) return value.toLocaleString("en-GB");
  return hidden === "TOO_FEW" ? `< ${smallest}` : "hidden";
}
