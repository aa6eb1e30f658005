import type { Clock } from '../../../platform/clock.ts';
import { serverAway } from '../../../store/server/serverTrouble.ts';

/** A book that has not answered by then counts as away: a packer with a parcel in hand waits no longer. */
const timeoutMs = 6_000;

/** A network that drops everything sends no error: after this time there is no answer. */
export async function answeredInTime<T>(
  { sleep }: Pick<Clock, 'sleep'>,
  work: Promise<T>,
  mostMs = timeoutMs,
): Promise<T> {
  const answered = new AbortController();
  const late = sleep(mostMs, answered.signal).then(() => {
    if (answered.signal.aborted) return work;
    throw serverAway();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    answered.abort();
    late.catch(() => undefined);
  }
}
