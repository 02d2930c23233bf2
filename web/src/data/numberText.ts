// Exact counts of rows and files, which stewards alone see; counts of patients come through the gate, as a Count.
export const numberText = (n: number): string => n.toLocaleString("en-GB");
