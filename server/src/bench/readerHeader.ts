/** The header that names who asks, since one reader alone would soon have spent the answers of a release. */
export const READER = "bench-reader";
