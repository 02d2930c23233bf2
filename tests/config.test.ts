// The settings: their defaults, their rules, and that no message repeats a value.
import { InvalidConfig, readConfig } from "../server/src/config";

test("nothing set: loopback, port 4000, the embedded database, and the strict profile", () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    databaseUrl: undefined,
    disclosureProfile: "publish",
    logLevel: "info",
  });
  expect(readConfig({}).dataDir).toMatch(/\.data$/);
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

test("what is set is taken; what is empty is not set", () => {
  const env = {
    PORT: "0",
    DATABASE_URL: "postgres://u:p@h/d",
    DISCLOSURE_PROFILE: "internal",
    LOG_LEVEL: "",
  };
  expect(readConfig(env)).toMatchObject({
    port: 0,
    databaseUrl: "postgres://u:p@h/d",
    disclosureProfile: "internal",
    logLevel: "info",
  });
});

test("replicas are addresses with commas between them, of a Postgres that is named too", () => {
  const DATABASE_URL = "postgres://u:p@h/d";
  expect(readConfig({ DATABASE_URL }).databaseReplicas).toEqual([]);
  expect(
    readConfig({ DATABASE_URL, DATABASE_REPLICAS: "postgres://u@a/d, postgresql://u@b/d" }).databaseReplicas,
  ).toEqual(["postgres://u@a/d", "postgresql://u@b/d"]);
  for (const DATABASE_REPLICAS of ["secret", "postgres://u@a/d,", "http://secret/"])
    expect(() => readConfig({ DATABASE_URL, DATABASE_REPLICAS })).toThrow(/^DATABASE_REPLICAS has to be/);
  expect(() => readConfig({ DATABASE_REPLICAS: DATABASE_URL })).toThrow(/set DATABASE_URL too/);
});

const provider = {
  OIDC_ISSUER: "https://login.example.org/realm",
  OIDC_CLIENT_ID: "afterglow",
  PUBLIC_URL: "https://outcomes.example.org/",
};

test("signing in: nobody by default; with a provider, its settings and the longest limits", () => {
  expect(readConfig({}).signIn).toBeUndefined();
  expect(readConfig(provider).signIn).toEqual({
    issuer: "https://login.example.org/realm",
    clientId: "afterglow",
    clientSecret: undefined,
    publicUrl: "https://outcomes.example.org",
    scope: "openid profile",
    rolesClaim: "roles",
    clinicClaim: "clinic",
    idleMinutes: 30,
    longestHours: 12,
  });
  const shorter = {
    ...provider,
    SIGN_IN_IDLE_MINUTES: "5",
    SIGN_IN_HOURS: "1",
    OIDC_ROLES_CLAIM: "realm.roles",
  };
  expect(readConfig(shorter).signIn).toMatchObject({
    idleMinutes: 5,
    longestHours: 1,
    rolesClaim: "realm.roles",
  });
});

test.each([
  ["OIDC_ISSUER", "http://secret.example", /OIDC_ISSUER has to begin with https:/],
  ["OIDC_ISSUER", "", /OIDC_CLIENT_ID is for a server where people sign in: set OIDC_ISSUER too/],
  ["OIDC_CLIENT_ID", "", /OIDC_ISSUER needs OIDC_CLIENT_ID/],
  ["OIDC_SCOPE", "profile secret", /OIDC_SCOPE has to be words with openid/],
  ["PUBLIC_URL", "", /OIDC_ISSUER needs PUBLIC_URL/],
  ["PUBLIC_URL", "https://u:secret@h", /PUBLIC_URL has to begin with https:.* no password/],
  ["PUBLIC_URL", "https://h/secret", /PUBLIC_URL has to be an address without path/],
  ["SIGN_IN_IDLE_MINUTES", "31", /SIGN_IN_IDLE_MINUTES has to be a whole number from 1 to 30/],
  ["SIGN_IN_HOURS", "0", /SIGN_IN_HOURS has to be a whole number from 1 to 12/],
])("beside a provider, %s=%s is refused by name and rule", (name, value, rule) => {
  const read = () => readConfig({ ...provider, [name]: value });
  expect(read).toThrow(InvalidConfig);
  expect(read).toThrow(rule);
  expect(read).not.toThrow(/secret/);
});

test.each([
  ["PORT", "65536", /PORT has to be a whole number from 0 to 65535/],
  ["PORT", "40secret", /PORT has to be/],
  ["HOST", "http://secret", /HOST has to be a host name/],
  ["DATABASE_URL", "mysql://secret@h/d", /DATABASE_URL has to be an address that begins with postgres:/],
  ["DATABASE_URL", "secret", /DATABASE_URL has to be/],
  ["DISCLOSURE_PROFILE", "secret", /DISCLOSURE_PROFILE has to be one of: publish, internal\./],
  ["LOG_LEVEL", "secret", /LOG_LEVEL has to be one of: silent, error, warn, info, debug\./],
])("%s=%s is refused by name and rule", (name, value, rule) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(InvalidConfig);
  expect(read).toThrow(rule);
  expect(read).not.toThrow(/secret/);
});

test("the answer budget can be made smaller, never larger or none", () => {
  expect(readConfig({}).answerBudgetShare).toBe(0.05);
  expect(readConfig({ ANSWER_BUDGET_SHARE: "0.01" }).answerBudgetShare).toBe(0.01);
  for (const share of ["0.051", "1", "0", "0.0", "-0.01", "off", "1e-2"]) {
    expect(() => readConfig({ ANSWER_BUDGET_SHARE: share })).toThrow(/ANSWER_BUDGET_SHARE/);
  }
});
