// What is adjusted for and towards whom: a field that opens the list of characteristics.
import { Checkbox, Popover, Radio, UnstyledButton } from "@mantine/core";
import {
  covariateChoices,
  defaultCovariates,
  differingDimensions,
  dimensionLabel,
  keysOf,
  targets,
  type CompareState,
  type DimensionName,
  type Target,
} from "@afterglow/shared";
import { useId } from "react";
import { Icon } from "../shell/Icon";

interface Props {
  readonly state: CompareState;
  readonly onChange: (part: Partial<CompareState>) => void;
}

/** Why one would choose it, in a line. */
const explained: Readonly<Record<Target, string>> = {
  REFERENCE: "the other cohorts are weighted to look like A: what would have happened to A's patients",
  EVERYONE: "both cohorts are weighted to look like all their patients",
  OVERLAP: "patients who could have been in either cohort count most: the best balance",
};

export function AdjustField({ state, onChange }: Props) {
  const label = useId();
  const { used } = covariatesOf(state);
  return (
    <div className="field adjust">
      <span className="adjust-label" id={label}>
        Adjusted for
      </span>
      <Popover position="bottom-end" width={340} trapFocus returnFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <UnstyledButton className="adjust-button" aria-labelledby={`${label} ${label}-value`}>
            <span id={`${label}-value`}>{covariatesText(used)}</span>
            <Icon name="down" />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className="adjust-list" aria-label="Adjusted for">
          <AdjustChoices state={state} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

/** The covariates in use, and those left out since the cohorts are defined by them. */
function covariatesOf({ cohorts, covariates }: CompareState) {
  const defining = differingDimensions(cohorts.map(({ cohort }) => cohort));
  return { used: covariates.filter((name) => !defining.includes(name)), defining };
}

export function covariatesText(used: readonly DimensionName[]): string {
  const [only] = used;
  if (only === undefined) return "Nothing";
  return used.length === 1 ? dimensionLabel(only) : `${used.length} characteristics`;
}

export const adjustText = (state: CompareState): string => covariatesText(covariatesOf(state).used);

function AdjustChoices({ state, onChange }: Props) {
  const { covariates, target, cohorts } = state;
  const { defining } = covariatesOf(state);
  const set = (next: readonly DimensionName[]) => onChange({ covariates: next });
  const toggle = (name: DimensionName) =>
    set(covariates.includes(name) ? covariates.filter((each) => each !== name) : [...covariates, name]);
  return (
    <>
      <p className="adjust-note">
        Characteristics from before the first session. Cohorts are weighted to be alike in them.
      </p>
      <p className="adjust-all">
        <UnstyledButton className="link" onClick={() => set(defaultCovariates)}>
          The usual nine
        </UnstyledButton>
        <UnstyledButton className="link" onClick={() => set([])}>
          None
        </UnstyledButton>
      </p>
      <div role="group" aria-label="Characteristics" className="adjust-choices">
        {covariateChoices.map((name) => {
          const defines = defining.includes(name);
          return (
            <Checkbox
              key={name}
              size="xs"
              radius={3}
              label={defines ? `${dimensionLabel(name)}, which defines the cohorts` : dimensionLabel(name)}
              checked={covariates.includes(name) && !defines}
              disabled={defines}
              onChange={() => toggle(name)}
            />
          );
        })}
      </div>
      {cohorts.length === 2 ? (
        <Radio.Group
          className="adjust-target"
          label="Towards"
          value={target}
          onChange={(value) => {
            const found = keysOf(targets).find((each) => each === value);
            if (found !== undefined) onChange({ target: found });
          }}
        >
          {keysOf(targets).map((each) => (
            <Radio key={each} size="xs" value={each} label={targets[each]} description={explained[each]} />
          ))}
        </Radio.Group>
      ) : (
        <p className="adjust-note">Towards {targets.REFERENCE}. With two cohorts, others can be chosen.</p>
      )}
    </>
  );
}
