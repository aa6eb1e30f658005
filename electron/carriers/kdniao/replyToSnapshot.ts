import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type Status, statusFromWire } from './status.ts';
import { tracesToEvents } from './tracesToEvents.ts';
import type { TrackReply } from './wire.ts';

/** One parcel as a query or a push tells it; both have the same shape, and both tell everything from the beginning. */
export function replyToSnapshot(reply: TrackReply, waybillNo: string, carrier: string): TrackingSnapshot {
  const overall = overallStatus(reply);
  const events = tracesToEvents(reply.Traces ?? [], overall);
  const last = events.at(-1);
  return {
    waybillNo,
    carrier: reply.ShipperCode || carrier,
    state: overall?.state ?? last?.status ?? 'none',
    events,
    exception: overall?.exception ?? statusFromWire(last?.rawStatus ?? '')?.exception ?? '',
  };
}

/** The finer code counts. A code 0 beside another one, or beside traces, says nothing. */
function overallStatus({ StateEx, State }: TrackReply): Status | null {
  return [StateEx, State].map(statusFromWire).find((status) => status && status.state !== 'none') ?? null;
}
