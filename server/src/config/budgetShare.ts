// The answer budget's setting: it can be made smaller, never larger, and there is no way to switch it off.
import { given, InvalidConfig, type Environment } from "./setting";

const LARGEST = 0.05;

export function readBudgetShare(env: Environment): number {
  const value = given(env, "ANSWER_BUDGET_SHARE");
  if (value === undefined) return LARGEST;
  const share = /^0?\.\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (!(share > 0 && share <= LARGEST)) {
    throw new InvalidConfig("ANSWER_BUDGET_SHARE has to be a share over 0 and up to 0.05, such as 0.02.");
  }
  return share;
}
