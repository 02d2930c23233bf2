// Reads XML piece by piece and tells what it meets, with names without their prefixes and entities resolved. Declared
// entities are not known here, so none can swell.
import { Parser } from "saxen";

export interface XmlHearer {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

const CHUNK = 256 * 1024;
const plain = (name: string): string => name.slice(name.indexOf(":") + 1);

/** After each piece it pauses, so that what was heard can be passed on. Throws where it is no XML in UTF-8. */
export function* readXml(bytes: Uint8Array, hearer: XmlHearer): Generator<undefined> {
  const parser = new Parser()
    .on("openTag", (name, attributes, decode) => {
      hearer.open?.(plain(name), (wanted) => {
        const all = attributes();
        const value = all[wanted] ?? Object.entries(all).find(([key]) => plain(key) === wanted)?.[1];
        return value === undefined ? undefined : decode(value);
      });
    })
    .on("closeTag", (name) => hearer.close?.(plain(name)))
    .on("text", (text, decode) => hearer.text?.(decode(text)))
    .on("cdata", (text) => hearer.text?.(text))
    .on("error", (error) => {
      throw error;
    });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    yield undefined;
  }
  parser.write(decoder.decode());
  parser.end();
}
