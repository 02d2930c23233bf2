// The order in which jest runs the test files where it does not know yet how long each takes: the long ones first, so that
// none of them is left over for one worker alone at the end.
const { default: Sequencer } = require("@jest/test-sequencer");

/** Folders and endings of files that take half a minute and more, the longest first. */
const long = [
  "/browser/",
  "/attacks/",
  ".fault.test.ts",
  ".long.test.ts",
  "/backup/",
  "/database/",
  "/audit/",
];

const rankOf = ({ path }) => {
  const at = long.findIndex((part) => path.includes(part));
  return at < 0 ? long.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted
      .map((test, at) => ({ test, at }))
      .sort((a, b) => rankOf(a.test) - rankOf(b.test) || a.at - b.at)
      .map(({ test }) => test);
  }
};
