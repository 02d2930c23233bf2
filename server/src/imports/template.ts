// The empty data package that clinics fill in: what samples/template has to hold, file by file.
import { dataPackage, headerOf, templateMetadata } from "./dataPackage";
import { DESCRIPTOR } from "./readDescriptor";
import { tableSchemas } from "./tableSchemas";

export function templateFiles(): { readonly file: string; readonly text: string }[] {
  return [
    { file: DESCRIPTOR, text: `${JSON.stringify(dataPackage(templateMetadata), null, 2)}\n` },
    ...tableSchemas.map((schema) => ({ file: schema.file, text: headerOf(schema) })),
  ];
}
