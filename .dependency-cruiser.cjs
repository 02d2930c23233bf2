// Who may import whom. Each rule's comment is printed when it is broken, and says where the code belongs.
// A room lists what it may import; everything else of ours is an error. Packages are free, but for statistics.
const OURS = "^(shared|server|web)/";

/** A room and what of ours it may import, besides itself. */
function room(name, path, allowed, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path },
    to: { path: OURS, pathNot: [path, ...allowed] },
  };
}

const SHARED = "^shared/src/";
const DATABASE = "^server/src/database/";
const CONFIG = "^server/src/config(\\.ts$|/)";

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files need each other: move what both need into a third that needs neither.",
      severity: "error",
      from: {},
      // An import of a type alone is gone at run time; entities refer to each other that way.
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "unresolvable",
      comment:
        "This file or package does not exist: install it in the workspace that uses it, or mend the path.",
      severity: "error",
      from: {},
      // That package holds types alone, which no file stands for at run time.
      to: { couldNotResolve: true, pathNot: "^@graphql-typed-document-node/core$" },
    },
    {
      name: "no-vague-names",
      comment: "Name a file or folder after the one thing that it holds.",
      severity: "error",
      from: { path: "(^|/)(utils?|helpers?|common|misc|managers?|services?)(/|\\.tsx?$)" },
      to: {},
    },
    room(
      "shared",
      SHARED,
      [],
      "shared is the vocabulary and the figures: pure. What needs a server or a page lives there.",
    ),
    {
      name: "shared-is-pure",
      comment: "shared does no input or output: reading, drawing and asking belong in server or web.",
      severity: "error",
      from: { path: SHARED },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-and-server",
      comment: "web and server meet only in schema.graphql and shared: put what both need into shared.",
      severity: "error",
      from: { path: "^(web|server)/" },
      to: { path: "^(web|server)/", pathNot: "^$1/" },
    },
    room(
      "statistics",
      "^server/src/statistics/",
      [],
      "statistics are pure functions of tallies: what asks the database belongs in queries, what decides in analyses.",
    ),
    {
      name: "statistics-are-pure",
      comment: "statistics compute and nothing else: input and output belong in queries or analyses.",
      severity: "error",
      from: { path: "^server/src/statistics/" },
      to: { dependencyTypes: ["core"] },
    },
    room(
      "queries",
      "^server/src/queries/",
      [SHARED, "^server/src/statistics/tally", "^server/src/database/(dataSource|databaseUnavailable)\\.ts$"],
      "queries fetch tallies: arithmetic belongs in statistics, hiding in disclosure, the question in analyses.",
    ),
    room(
      "disclosure",
      "^server/src/disclosure/",
      [SHARED],
      "the gate sees results alone: what feeds it belongs in analyses.",
    ),
    room(
      "columns",
      "^server/src/columns/",
      [SHARED, "^server/src/queries/", "^server/src/database/(dataSource|asUnavailable|citus/isCitus)\\.ts$"],
      "columns hold a release's rows in memory and count over them as Postgres does: what is counted is said in queries.",
    ),
    room(
      "analyses",
      "^server/src/analyses/",
      [SHARED, "^server/src/(queries|columns|statistics|disclosure)/"],
      "analyses join queries, statistics and disclosure: SQL belongs in queries, GraphQL types in api.",
    ),
    room(
      "api",
      "^server/src/api/",
      [
        SHARED,
        "^server/src/analyses/",
        "^server/src/disclosure/",
        "^server/src/columns/(columnStore|loopTurns)\\.ts$",
        "^server/src/(identity|audit|steward|kept)/",
        "^server/src/(imports|releases)/[^/]+\\.ts$",
      ],
      "the door asks analyses: SQL belongs in queries, arithmetic in statistics, tables in database.",
    ),
    room(
      "imports",
      "^server/src/imports/",
      [SHARED, DATABASE],
      "the way in knows shared and the database: publishing belongs in releases, commands in cli.",
    ),
    room(
      "releases",
      "^server/src/releases/",
      [SHARED, DATABASE],
      "publishing knows shared and the database alone.",
    ),
    room(
      "steward",
      "^server/src/steward/",
      [
        SHARED,
        DATABASE,
        "^server/src/(imports|releases|audit)/[^/]+\\.ts$",
        "^server/src/identity/person\\.ts$",
      ],
      "what a steward does from the page: it starts imports and releases; addresses belong in api.",
    ),
    room(
      "kept",
      "^server/src/kept/",
      [DATABASE],
      "kept answers are text under a name: what an answer is, and what it depends on, belongs in api.",
    ),
    room(
      "identity",
      "^server/src/identity/",
      [SHARED, DATABASE],
      "who asks, and what they may: it knows the database alone; the door asks it.",
    ),
    room(
      "audit",
      "^server/src/audit/",
      [SHARED, DATABASE, "^server/src/identity/person\\.ts$"],
      "what was asked and answered, written down: it knows the database and who a person is.",
    ),
    room(
      "backup",
      "^server/src/backup/",
      [SHARED, DATABASE, "^server/src/audit/verifyAudit\\.ts$", "^server/src/releases/verifyRelease\\.ts$"],
      "a backup copies tables and has them verified: what a release or the audit is belongs in their rooms.",
    ),
    room(
      "demo",
      "^server/src/demo/",
      [SHARED, DATABASE, "^server/src/imports/[^/]+\\.ts$", "^server/src/statistics/distributions\\.ts$"],
      "the generator makes a data package and brings it in like anyone: publishing belongs in cli or firstStart.",
    ),
    room(
      "server-figures",
      "^server/src/figures/",
      [SHARED, "^server/src/api/[^/]*[sS]chema[^/]*\\.ts$"],
      "an exported figure asks through the door like anyone: what it shows belongs in shared/src/figures.",
    ),
    room(
      "database",
      DATABASE,
      [SHARED, CONFIG],
      "the database is the floor that others stand on: it knows the settings and the vocabulary alone.",
    ),
    room("config", CONFIG, [], "the settings know nobody."),
    room(
      "cli",
      "^server/src/cli/",
      [
        SHARED,
        CONFIG,
        DATABASE,
        "^server/src/(imports|releases|demo|api|bench|audit|identity|backup)/",
        "^server/src/disclosure/policy\\.ts$",
        "^server/src/(stopOnSignal|log|listen)\\.ts$",
      ],
      "a command reads its arguments and calls one room: what it does belongs in that room.",
    ),
    {
      name: "main-is-the-top",
      comment:
        "main.ts and the commands are entries: nothing imports them. Move what is needed into its room.",
      severity: "error",
      from: { path: OURS, pathNot: "^server/src/cli/" },
      to: { path: "^server/src/(main\\.ts$|cli/)" },
    },
    {
      name: "bench-is-measured-alone",
      comment: "the benchmark looks at everything and nothing needs it: move what is needed into its room.",
      severity: "error",
      from: { path: OURS, pathNot: "^server/src/(bench|cli)/" },
      to: { path: "^server/src/bench/" },
    },
    room("web", "^web/", [SHARED], "the pages know shared and the generated client alone."),
    {
      name: "web-figures",
      comment: "a figure is drawn without knowing the page it is on: hand it what it needs.",
      severity: "error",
      from: { path: "^web/src/(figures|cohort)/" },
      to: { path: "^web/src/(pages/|App\\.tsx$|main\\.tsx$)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|dist-types)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: "tsconfig.depcruise.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
