import { createProgressQueue } from './progressQueue.ts';

/** Runs work that reports while it goes: yields the newest report whenever the reader is free, returns the result. */
export async function* streamProgress<Progress, Result>(
  work: (report: (progress: Progress) => void) => Promise<Result>,
): AsyncGenerator<Progress, Result, void> {
  const queue = createProgressQueue<Progress>();
  const running = work(queue.push).finally(queue.end);
  // Whoever stops reading must not leave a rejection behind that nobody hears.
  running.catch(() => undefined);
  yield* queue.items();
  return running;
}
