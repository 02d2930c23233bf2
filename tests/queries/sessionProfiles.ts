// Seeded rows of the table of session profiles, for the courses of analysisRows that have a session. Values reach every
// branch: nothing recorded, nothing priced, a time not over.
import { randomFrom, type Row } from "./analysisRows";

const dropped = /^(age_years|induction_sessions|ascertained|.*_rise|worst_.*|sessions_.*)$/;

export function sessionProfiles(courses: readonly Row[], seed: number): Row[] {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const maybe = (share: number, value: number): number | null => (random() < share ? value : null);
  return courses.flatMap((course) => {
    const sessions = Number(course["sessions"]);
    if (sessions === 0) return [];
    const about = Object.fromEntries(Object.entries(course).filter(([column]) => !dropped.test(column)));
    const ecg = below(sessions + 1);
    const vitals = random() < 0.9 ? sessions : 0;
    const priced = random() < 0.8 ? 1 + below(sessions) : 0;
    const price = 300 + 25 * below(21);
    const cost = (n: number): number | null => (priced === 0 ? null : n * price);
    const isOver = random() < 0.8;
    return [
      {
        ...about,
        duration: maybe(0.9, 10 * (1 + below(60))),
        psychotherapy_time: maybe(0.8, below(2) * 10 * below(90)),
        recovery: maybe(0.9, below(2000)),
        ...pair("systolic", 1200),
        ...pair("diastolic", 700),
        ...pair("heart_rate", 720),
        ecg_known: ecg,
        ecg_done: below(ecg + 1),
        vitals_known: vitals,
        vitals_monitored: random() < 0.7 ? vitals : below(vitals + 1),
        priced_sessions: priced,
        cost: cost(priced),
        induction_cost: cost(Math.min(sessions, 6)),
        half_year_cost: isOver || random() < 0.4 ? cost(sessions) : null,
        year_cost: isOver ? cost(sessions + below(4)) : null,
      },
    ];
  });

  function pair(sign: string, around: number): Row {
    if (random() < 0.2) return { [`${sign}_before`]: null, [`${sign}_peak`]: null };
    const before = around + below(200) - 100;
    return { [`${sign}_before`]: before, [`${sign}_peak`]: before + below(300) - 50 };
  }
}
