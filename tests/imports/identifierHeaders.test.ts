// Columns that are called like an identifier are not read, in whatever spelling.
import { identifierHeader } from "../../server/src/imports/identifierHeaders";
import { tableSchemas } from "../../server/src/imports/tableSchemas";

test.each([
  ...[
    "name",
    "Patient Name",
    "first_name",
    "LastName",
    "pt_last_name",
    "DOB",
    "dateOfBirth",
    "Date of Birth",
    "MRN",
  ],
  ...[
    "patient_mrn",
    "SSN",
    "Social Security Number",
    "phone",
    "Home Phone",
    "cell_phone",
    "E-mail",
    "email_address",
  ],
  ...[
    "Address",
    "street",
    "City",
    "zip",
    "ZIP_Code",
    "PostalCode",
    "fax",
    "insurance_id",
    "Member ID",
    "IP address",
  ],
  ...["license_plate", "Photo", "Geburtsdatum", "Prénom", "PLZ", "account number", "date_of_death"],
])("%s", (header) => {
  expect(identifierHeader(header)).toMatch(/45 CFR 164\.514\(b\)\(2\)\(i\)\([A-Q]\)/);
});

test("no column of the format and none that is usual is called so", () => {
  const ours = tableSchemas.flatMap(({ fields }) => fields.map(({ name }) => name));
  const usual = [
    "drug_name",
    "clinic name",
    "visit_date",
    "record_id",
    "phq9_1",
    "participant_id",
    "arm",
    "session",
  ];
  expect([...ours, ...usual].filter((header) => identifierHeader(header) !== null)).toEqual([]);
});
