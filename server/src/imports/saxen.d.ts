// The part of saxen that is used here; the package comes without types.
declare module "saxen" {
  type DecodeEntities = (text: string) => string;
  export class Parser {
    on(
      event: "openTag",
      hear: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: DecodeEntities,
      ) => void,
    ): this;
    on(event: "closeTag", hear: (name: string) => void): this;
    on(event: "text", hear: (text: string, decode: DecodeEntities) => void): this;
    on(event: "cdata", hear: (text: string) => void): this;
    on(event: "error", hear: (error: Error) => void): this;
    write(xml: string): this;
    end(): this;
  }
}
