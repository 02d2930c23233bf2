// How complete the source tables of a dataset are: exact counts, for stewards alone.
export interface QualityReport {
  readonly patients: number;
  readonly courses: number;
  /** Of the courses that were due at the visit, as Flow counts them, and those with any score in its window. */
  readonly visits: readonly { readonly visit: string; readonly due: number; readonly received: number }[];
  /** Courses by the number of days on which they were assessed; the last group holds all above, too. */
  readonly assessments: readonly { readonly days: number; readonly courses: number }[];
  /** The largest first. A later score: one after the first session's day. */
  readonly clinics: readonly {
    readonly clinic: string;
    readonly courses: number;
    readonly withLaterScore: number;
  }[];
}
