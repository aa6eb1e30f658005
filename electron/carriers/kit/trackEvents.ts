import type { TrackingEvent, TrackingException, TrackingState } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen } from '../../../shared/errors/outcome.ts';

/** What a platform's code says of a parcel. */
export interface Status {
  readonly state: TrackingState;
  /** What is wrong, empty when nothing is. */
  readonly exception: TrackingException | '';
}

/** The reply is about another parcel: refused, and named as far as what it names looks like a number. */
export function otherNumber(waybillNo: string, answeredNo: string): CallOutcome<never> {
  return didNotHappen('TRACK_OTHER_NUMBER', {
    waybillNo,
    told: /^[A-Za-z0-9-]{1,40}$/.test(answeredNo) ? answeredNo : '?',
  });
}

type StatusRow = readonly [state: TrackingState, codes: readonly string[], exception?: TrackingException];

export function statusTable(rows: readonly StatusRow[]): ReadonlyMap<string, Status> {
  return new Map(
    rows.flatMap(([state, codes, exception]) =>
      codes.map((code): [string, Status] => [code, { state, exception: exception ?? '' }]),
    ),
  );
}

/** The first of these codes that the table does not have, kept as the platform wrote it; empty: all are known. */
export function unknownCode(table: ReadonlyMap<string, Status>, codes: readonly string[]): string {
  const raw = codes.find((code) => code !== '' && !table.has(code)) ?? '';
  // What stands there is shown as it is, but it is a code and no sentence.
  return raw.slice(0, 40);
}

/** How many lines have a time that nobody can read; eventsOf leaves them out. */
export const unreadableTimes = (lines: readonly Pick<Line, 'at'>[]): number =>
  lines.filter(({ at }) => at === null).length;

/** A line of a reply as an event; without a readable time it cannot be placed. */
type Line = Omit<TrackingEvent, 'at'> & { readonly at: number | null };

/** Lines that can be placed, oldest first, each once. */
export function eventsOf(lines: readonly Line[]): TrackingEvent[] {
  return orderEvents(lines.flatMap(({ at, ...line }) => (at === null ? [] : [{ at, ...line }])));
}

/** A newest line without a code of its own is as the parcel is. */
export function newestAs(events: readonly TrackingEvent[], status: Status | null): TrackingEvent[] {
  const newest = events.at(-1);
  return newest === undefined || newest.rawStatus !== '' || status === null
    ? [...events]
    : [...events.slice(0, -1), { ...newest, status: status.state }];
}

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
