// The settings: the only reader of process.env, checked once, frozen. Each is listed in .env.example.
// An error names the variable and its rule, never the value, which may be a password.
import { resolve } from "node:path";
import { readBudgetShare } from "./config/budgetShare";
import { given, InvalidConfig, oneOf, upTo, type Environment } from "./config/setting";
import { readSignIn, type SignInSettings } from "./config/signInSettings";

export { InvalidConfig } from "./config/setting";

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
  /** Read replicas of it, which the analyses ask first. */
  readonly databaseReplicas: readonly string[];
  readonly disclosureProfile: DisclosureProfile;
  /** How many different cohorts a person may ask of a release, as a share of its patients. */
  readonly answerBudgetShare: number;
  /** How much the uploads of all stewards may hold together, in bytes. */
  readonly uploadBytes: number;
  /** How much the kept answers may hold in the database, in bytes; 0: none is kept. */
  readonly keptAnswersBytes: number;
  /** How much the columns of releases may hold in the server's memory, in bytes; 0: none are held. */
  readonly columnsBytes: number;
  readonly logLevel: LogLevel;
  /** Undefined: nobody signs in, and whoever sits at this machine is the one user. */
  readonly signIn: SignInSettings | undefined;
}

export function readConfig(env: Environment = process.env): Config {
  return Object.freeze({
    port: readPort(env),
    host: readHost(env),
    dataDir: resolve(given(env, "DATA_DIR") ?? ".data"),
    databaseUrl: readDatabaseUrl(env),
    databaseReplicas: readReplicas(env),
    disclosureProfile: oneOf(env, "DISCLOSURE_PROFILE", DISCLOSURE_PROFILES, "publish"),
    answerBudgetShare: readBudgetShare(env),
    uploadBytes: upTo(env, "UPLOAD_MB", 999_999, 2_048) * 1024 * 1024,
    keptAnswersBytes: upTo(env, "KEPT_ANSWERS_MB", 999_999, 256, 0) * 1024 * 1024,
    columnsBytes: upTo(env, "COLUMNS_MB", 999_999, 192, 0) * 1024 * 1024,
    logLevel: oneOf(env, "LOG_LEVEL", LOG_LEVELS, "info"),
    signIn: readSignIn(env),
  });
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
  if (value === undefined || isPostgres(value)) return value;
  throw new InvalidConfig("DATABASE_URL has to be an address that begins with postgres:// or postgresql://.");
}

function readReplicas(env: Environment): readonly string[] {
  const value = given(env, "DATABASE_REPLICAS");
  if (value === undefined) return [];
  const addresses = value.split(",").map((address) => address.trim());
  if (!addresses.every(isPostgres))
    throw new InvalidConfig(
      "DATABASE_REPLICAS has to be addresses that begin with postgres:// or postgresql://, with commas between them.",
    );
  if (given(env, "DATABASE_URL") === undefined)
    throw new InvalidConfig("DATABASE_REPLICAS are those of a Postgres of your own: set DATABASE_URL too.");
  return addresses;
}

const isPostgres = (address: string): boolean =>
  URL.canParse(address) && ["postgres:", "postgresql:"].includes(new URL(address).protocol);
