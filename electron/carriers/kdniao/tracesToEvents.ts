import type { TrackingEvent } from '../../../shared/domain/tracking.ts';
import { orderEvents } from '../kit/orderEvents.ts';
import { wireTime } from '../kit/wireTime.ts';
import type { Status } from './status.ts';
import { statusFromWire } from './status.ts';
import type { TrackReply } from './wire.ts';

type Traces = NonNullable<TrackReply['Traces']>;

/**
 * The traces as events, oldest first, each once. The vendor documents ascending order, its samples are not. A line
 * without a readable time cannot be placed and is left out. Lines without an own code (interface 1002) are on the way; the newest has the parcel's
 * overall status.
 */
export function tracesToEvents(traces: Traces, overall: Status | null): TrackingEvent[] {
  const events: TrackingEvent[] = [];
  for (const trace of traces) {
    const at = wireTime(trace.AcceptTime);
    if (at === null) continue;
    events.push({
      at,
      text: trace.AcceptStation,
      location: trace.Location,
      status: statusFromWire(trace.Action)?.state ?? 'in-transit',
      rawStatus: trace.Action,
    });
  }
  const once = orderEvents(events);
  const newest = once.at(-1);
  if (newest !== undefined && newest.rawStatus === '' && overall !== null) {
    once[once.length - 1] = { ...newest, status: overall.state };
  }
  return once;
}
