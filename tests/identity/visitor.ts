// A browser without a window: keeps each host's cookies, follows redirects as a browser does, and fills in the provider's
// form. For what a real browser would hide: the addresses in between, and what happens when they are used wrongly.

export interface Landed {
  readonly status: number;
  readonly address: URL;
  readonly headers: Headers;
  readonly text: string;
  /** Every address on the way, the first asked for among them. */
  readonly way: readonly URL[];
}

export interface Visitor {
  /** One request, whose redirect is not followed. */
  send(address: string | URL, options?: RequestInit): Promise<Response>;
  go(address: string | URL, options?: RequestInit): Promise<Landed>;
  /** From a page of ours to the provider, in as the account, and back; `account` as in realProvider. */
  signIn(origin: string, account: string, to?: string): Promise<Landed>;
  /** Up to the address at which the provider sends the reader back, which is not opened. */
  signInUpToReturn(origin: string, account: string, to?: string): Promise<URL>;
  cookie(address: string, name: string): string | undefined;
  setCookie(address: string, name: string, value: string): void;
}

export function newVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string | URL): Map<string, string> => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  async function send(address: string | URL, options: RequestInit = {}): Promise<Response> {
    const jar = jarOf(address);
    const headers = new Headers(options.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(address, { ...options, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split(";");
      const at = pair.indexOf("=");
      const isGone = rest.some((each) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(each));
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async function go(
    address: string | URL,
    options: RequestInit = {},
    until: (next: URL) => boolean = () => false,
  ): Promise<Landed> {
    const way = [new URL(address)];
    let response = await send(address, options);
    for (let steps = 0; steps < 12 && response.status >= 300 && response.status < 400; steps++) {
      await response.text();
      const next = new URL(response.headers.get("location") ?? "", way.at(-1));
      way.push(next);
      if (until(next)) break;
      response = await send(next);
    }
    const text = response.bodyUsed ? "" : await response.text();
    return { status: response.status, address: way.at(-1)!, headers: response.headers, text, way };
  }

  async function signIn(
    origin: string,
    account: string,
    to = "/",
    until?: (next: URL) => boolean,
  ): Promise<Landed> {
    const form = await go(`${origin}/sign-in/start?${new URLSearchParams({ to }).toString()}`, {}, until);
    // The provider may know the visitor still.
    if (!form.address.pathname.startsWith("/interaction/")) return form;
    return go(form.address, { method: "POST", body: new URLSearchParams({ account }) }, until);
  }

  return {
    send,
    go,
    signIn,
    signInUpToReturn: async (origin, account, to) =>
      (await signIn(origin, account, to, ({ pathname }) => pathname === "/sign-in/return")).address,
    cookie: (address, name) => jarOf(address).get(name),
    setCookie: (address, name, value) => void jarOf(address).set(name, value),
  };
}
