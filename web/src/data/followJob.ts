// Follows a job to its end: by the server's events, and where those break off or do not come through (a proxy may hold them
// back) by asking every second.
import { isOver, type Job } from "@afterglow/shared";
import { askAccount } from "../account/askAccount";

const ASK_EVERY_MS = 1_000;
const SILENT_FOR_MS = 15_000;

export async function followJob(id: string, onJob: (job: Job) => void): Promise<Job> {
  const told = await byEvents(id, onJob);
  if (told !== null) return told;
  for (;;) {
    const job = await askAccount<Job>(`/steward/jobs/${id}`);
    onJob(job);
    if (isOver(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Null where they broke off before the end. */
function byEvents(id: string, onJob: (job: Job) => void): Promise<Job | null> {
  return new Promise((resolve) => {
    const source = new EventSource(`/steward/jobs/${id}/events`);
    const end = (job: Job | null) => {
      clearTimeout(silent);
      source.close();
      resolve(job);
    };
    // Only the first is waited for: a long step has nothing to tell.
    const silent = setTimeout(() => end(null), SILENT_FOR_MS);
    source.onmessage = ({ data }) => {
      clearTimeout(silent);
      const job = JSON.parse(String(data)) as Job;
      onJob(job);
      if (isOver(job)) end(job);
    };
    source.onerror = () => end(null);
  });
}
