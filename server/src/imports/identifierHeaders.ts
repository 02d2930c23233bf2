// Column headers that name an identifier, in the spellings of the field. A column called so is not read, whatever
// stands in it. Source: 45 CFR 164.514(b)(2)(i), as for the texts themselves (identifierDetectors.ts).

interface HeaderKind {
  readonly what: string;
  readonly paragraph: string;
  /** Each a list of words that make up the header; words such as patient do not count. */
  readonly names: readonly string[];
}

const KINDS: readonly HeaderKind[] = [
  {
    what: "a name",
    paragraph: "A",
    names: [
      ...["name", "names", "firstname", "first name", "lastname", "last name", "middle name", "middlename"],
      ...[
        "given name",
        "family name",
        "surname",
        "forename",
        "full name",
        "fullname",
        "maiden name",
        "nickname",
      ],
      ...["legal name", "initials", "vorname", "nachname", "nom", "prenom", "nombre", "apellido"],
      ...["fname", "lname", "emergency contact", "next of kin", "guardian name"],
    ],
  },
  {
    what: "a place smaller than a state",
    paragraph: "B",
    names: [
      ...[
        "address",
        "addr",
        "address line",
        "street",
        "street address",
        "home address",
        "city",
        "town",
        "county",
      ],
      ...[
        "precinct",
        "zip",
        "zipcode",
        "zip code",
        "postcode",
        "post code",
        "postal code",
        "postalcode",
        "plz",
      ],
      ...[
        "latitude",
        "longitude",
        "lat",
        "lon",
        "lng",
        "geocode",
        "adresse",
        "strasse",
        "ort",
        "census tract",
      ],
    ],
  },
  {
    what: "a date of birth or death",
    paragraph: "C",
    names: [
      ...[
        "dob",
        "birthdate",
        "birth date",
        "date of birth",
        "birthday",
        "birth day",
        "geburtsdatum",
        "dateofbirth",
      ],
      ...["dod", "death date", "date of death", "deathdate"],
    ],
  },
  {
    what: "a telephone or fax number",
    paragraph: "D, E",
    names: [
      ...["phone", "phone number", "telephone", "telephone number", "tel", "mobile", "mobile phone", "cell"],
      ...["cell phone", "cellphone", "home phone", "work phone", "fax", "fax number", "telefon", "handy"],
    ],
  },
  {
    what: "an e-mail address",
    paragraph: "F",
    names: ["email", "e mail", "mail", "email address", "e mail address"],
  },
  {
    what: "a social security number",
    paragraph: "G",
    names: [
      "ssn",
      "social security",
      "social security number",
      "ss number",
      "national insurance",
      "nino",
      "sin",
    ],
  },
  {
    what: "a record number",
    paragraph: "H",
    names: [
      ...[
        "mrn",
        "medical record",
        "medical record number",
        "record number",
        "chart number",
        "chart",
        "chart no",
      ],
      ...["nhs number", "hospital number", "empi", "mpi", "med rec", "med rec no"],
    ],
  },
  {
    what: "an insurance, account or licence number",
    paragraph: "I, J, K",
    names: [
      ...[
        "insurance",
        "insurance id",
        "insurance number",
        "member id",
        "member number",
        "policy",
        "policy number",
      ],
      ...["subscriber id", "beneficiary", "beneficiary number", "medicare", "medicare number", "medicaid"],
      ...["medicaid number", "account", "account number", "acct", "acct number", "license", "license number"],
      ...[
        "licence number",
        "drivers license",
        "driver license",
        "passport",
        "passport number",
        "certificate number",
      ],
    ],
  },
  {
    what: "a vehicle, device, web address, IP address, biometric mark or picture",
    paragraph: "L to Q",
    names: [
      ...[
        "vin",
        "license plate",
        "device id",
        "device serial",
        "serial number",
        "url",
        "website",
        "web address",
      ],
      ...["ip", "ip address", "fingerprint", "voiceprint", "photo", "photograph", "picture", "image"],
    ],
  },
];

// Said of whom, and of which: first_name_1, pt_dob.
const BESIDE = new Set([
  "patient",
  "patients",
  "pt",
  "pat",
  "subject",
  "client",
  "participant",
  "the",
  "of",
  "s",
]);
const kinds = new Map<string, HeaderKind>(
  KINDS.flatMap((kind) => kind.names.map((name) => [key(name), kind])),
);

/** The rule that a header breaks, or null. */
export function identifierHeader(header: string): string | null {
  const kind = kinds.get(key(header));
  if (kind === undefined) return null;
  const paragraphs = kind.paragraph.split(", ").map((part) => `(${part.replace(" to ", ") to (")})`);
  return `Is named as ${kind.what} (45 CFR 164.514(b)(2)(i)${paragraphs.join(", ")}). Take the column out, or list it under ignore in a recipe, which never reads it.`;
}

/** Words without order of case or signs: "Date_of Birth" and "dateOfBirth" are the same. */
function key(header: string): string {
  const words = header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !BESIDE.has(word));
  return words.join(" ");
}
