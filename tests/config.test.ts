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
