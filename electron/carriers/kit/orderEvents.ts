import type { TrackingEvent } from '../../../shared/domain/tracking.ts';

/**
 * Events oldest first, each once, whatever order they came in; equal times keep the order of the list, or its reverse
 * when the list runs backwards.
 */
export function orderEvents(events: readonly TrackingEvent[]): TrackingEvent[] {
  const sorted = [...events];
  if ((sorted[0]?.at ?? 0) > (sorted.at(-1)?.at ?? 0)) sorted.reverse();
  sorted.sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return sorted.filter(({ at, text }) => {
    const key = `${at} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
