/**
 * The data package of the import's benchmark: courses of the synthetic registry, of any number, with as many scores as
 * wished for on average. The registry has about fifteen a course, so scores are left out, evenly, and nothing is made up.
 */
import { generatePatient, type GeneratedCourse } from "../demo/generatePatient";
import { writeCourses } from "../demo/writeRegistry";

export interface PackageSize {
  readonly courses: number;
  readonly scores: number;
}

/** How many rows each table has. */
export interface PackageRows extends PackageSize {
  readonly sessions: number;
  readonly sideEffects: number;
}

const SEED = 1;

export async function writeLargePackage(folder: string, size: PackageSize): Promise<PackageRows> {
  const rows = { courses: 0, sessions: 0, scores: 0, sideEffects: 0 };
  function* counted(): Generator<GeneratedCourse> {
    for (const each of thinned(size)) {
      rows.courses += 1;
      rows.sessions += each.sessions.length;
      rows.scores += each.scores.length;
      rows.sideEffects += each.sideEffects.length;
      yield each;
    }
  }
  await writeCourses(folder, counted());
  return rows;
}

function* thinned({ courses, scores }: PackageSize): Generator<GeneratedCourse> {
  let written = 0;
  let kept = 0;
  for (let patient = 0; written < courses; patient += 1) {
    for (const course of generatePatient(SEED, patient).slice(0, courses - written)) {
      written += 1;
      // What a course with few scores leaves over goes to the next ones.
      const most = Math.round((scores * written) / courses) - kept;
      const left = evenly(course.scores, most);
      kept += left.length;
      yield { ...course, scores: left };
    }
  }
}

/** At most so many of a list, with the same distance between them. */
function evenly<T>(list: T[], most: number): T[] {
  if (list.length <= most) return list;
  const upTo = (at: number) => Math.floor((at * most) / list.length);
  return list.filter((_, at) => upTo(at + 1) > upTo(at));
}
