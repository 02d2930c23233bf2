// The real provider of provider.mjs as a process of its own, with accounts of a few roles; it can be started again under
// the same address, with other keys.
import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";

export const CLIENT_ID = "afterglow";
export const CLIENT_SECRET = "a secret of the test alone, as long as they are";

type Account = Readonly<Record<string, unknown>>;
export const accounts: Record<string, Account> = {
  rosa: { name: "Rosa Researcher", roles: ["researcher"], email: "rosa@example.org" },
  clara: { name: "Clara Clinician", roles: "clinician", clinic: "demo:2" },
  stefan: { name: "Stefan Steward", roles: ["steward", "of-another-program"] },
  ada: { name: "Ada Administrator", roles: ["administrator"] },
  nina: { name: "nina@example.org", roles: ["guest"] },
};

export interface RealProvider {
  readonly issuer: string;
  stop(): Promise<void>;
  /** With keys never seen before; `publishesOthers`: it shows keys that do not fit those with which it signs. */
  restart(options?: { readonly publishesOthers?: boolean }): Promise<void>;
}

export interface ProviderWishes {
  /** Where readers are sent back to. */
  readonly publicUrl: string;
  readonly isPublicClient?: boolean;
  /** Claims stand in the ID token, not at the userinfo address. */
  readonly inToken?: boolean;
}

export async function startProvider(wishes: ProviderWishes): Promise<RealProvider> {
  let running = await run(wishes, 0);
  const { issuer } = running;
  const stop = async (): Promise<void> => {
    const { process } = running;
    if (process.exitCode !== null || process.signalCode !== null) return;
    process.kill("SIGKILL");
    await once(process, "exit");
  };
  return {
    issuer,
    stop,
    restart: async ({ publishesOthers = false } = {}) => {
      await stop();
      running = await run(wishes, Number(new URL(issuer).port), publishesOthers);
    },
  };
}

async function run(
  { publicUrl, isPublicClient = false, inToken = false }: ProviderWishes,
  port: number,
  publishesOthers = false,
): Promise<{ process: ChildProcess; issuer: string }> {
  const client = {
    client_id: CLIENT_ID,
    redirect_uris: [`${publicUrl}/sign-in/return`],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    ...(isPublicClient ? { token_endpoint_auth_method: "none" } : { client_secret: CLIENT_SECRET }),
  };
  const keys = [newKey()];
  const published = publishesOthers
    ? [newKey()].map(({ kty, n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg }))
    : undefined;
  const settings = { port, clients: [client], accounts, keys, published, inToken };
  const child = spawn(process.execPath, [join(__dirname, "provider.mjs"), JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    child.once("exit", () => reject(new Error(`The provider ended:\n${said}`)));
  });
  return { process: child, issuer };
}

const newKey = () => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid: "the only one",
  use: "sig",
  alg: "RS256",
});
