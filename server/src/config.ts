// The settings: the only reader of process.env, checked once, frozen. Each is listed in .env.example.
// An error names the variable and its rule, never the value, which may be a password.
import { resolve } from "node:path";

export const DISCLOSURE_PROFILES = ["publish", "internal"] as const;
export type DisclosureProfile = (typeof DISCLOSURE_PROFILES)[number];

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the embedded Postgres. */
  readonly dataDir: string;
  /** Undefined: use the embedded Postgres. */
  readonly databaseUrl: string | undefined;
  readonly disclosureProfile: DisclosureProfile;
  readonly logLevel: LogLevel;
}

export class InvalidConfig extends Error {
  override readonly name = "InvalidConfig";
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment = process.env): Config {
  return Object.freeze({
    port: readPort(env),
    host: readHost(env),
    dataDir: resolve(given(env, "DATA_DIR") ?? ".data"),
    databaseUrl: readDatabaseUrl(env),
    disclosureProfile: oneOf(env, "DISCLOSURE_PROFILE", DISCLOSURE_PROFILES, "publish"),
    logLevel: oneOf(env, "LOG_LEVEL", LOG_LEVELS, "info"),
  });
}

/** An empty variable is one that is not set, as in a compose file. */
function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
}

function readPort(env: Environment): number {
  const value = given(env, "PORT");
  if (value === undefined) return 4000;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new InvalidConfig("PORT has to be a whole number from 0 to 65535 (0: any free port).");
  }
  return Number(value);
}

function readHost(env: Environment): string {
  const value = given(env, "HOST") ?? "127.0.0.1";
  if (!/^[0-9a-zA-Z.:_-]+$/.test(value)) {
    throw new InvalidConfig("HOST has to be a host name or an IP address to listen on, without port.");
  }
  return value;
}

function readDatabaseUrl(env: Environment): string | undefined {
  const value = given(env, "DATABASE_URL");
  if (value === undefined) return undefined;
  const protocol = URL.canParse(value) ? new URL(value).protocol : "";
  if (protocol !== "postgres:" && protocol !== "postgresql:") {
    throw new InvalidConfig(
      "DATABASE_URL has to be an address that begins with postgres:// or postgresql://.",
    );
  }
  return value;
}

function oneOf<Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  unset: Choice,
): Choice {
  const value = given(env, name);
  if (value === undefined) return unset;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw new InvalidConfig(`${name} has to be one of: ${choices.join(", ")}.`);
  return choice;
}
