// The pages in a real browser, against the real server. One server and one browser for all parts: bringing them up takes
// longer than most tests.
import { testAccessibility } from "./accessibility";
import { testAudit } from "./audit";
import { testComparePath } from "./comparePath";
import { testDropped } from "./dropped";
import { testLoading } from "./loading";
import { testMainPath } from "./mainPath";
import { testQuestions } from "./questions";
import { testMethods } from "./methods";
import { testPolicy } from "./policy";
import { testSamples } from "./samples";
import { startSite, type Site } from "./site";
import { testSteward } from "./steward";
import { testStates } from "./states";

let started: Site | undefined;

jest.setTimeout(180_000);

beforeAll(async () => {
  started = await startSite();
}, 300_000);
afterAll(async () => {
  await started?.stop();
});

const site = (): Site => {
  if (started === undefined) throw new Error("The site was not started.");
  return started;
};

describe("the main path", () => testMainPath(site));
describe("while figures load", () => testLoading(site));
describe("what is not applied", () => testDropped(site));
describe("comparing", () => testComparePath(site));
describe("methods", () => testMethods(site));
describe("the questions", () => testQuestions(site));
describe("the policy", () => testPolicy(site));
describe("the audit", () => testAudit(site));
describe("states", () => testStates(site));
describe("accessibility", () => testAccessibility(site));
describe("the steward's way", () => testSteward(site));
describe("the samples, by command and by page", () => testSamples(site));
