import { carrierOfKuaidi100 } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import type { TrackingEvent, TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { orderEvents } from '../kit/orderEvents.ts';
import { wireTime } from '../kit/wireTime.ts';
import { statusFromWire } from './status.ts';
import type { TrackReply } from './wire.ts';

/**
 * Where a parcel is, from a query's reply or a pushed one; both have the same shape and the whole list, newest first.
 * A line without a readable time cannot be placed and is left out; one without a code is on the way.
 */
export function readSnapshot(reply: TrackReply, waybillNo: string, carrier: string): TrackingSnapshot {
  const events = orderEvents(
    (reply.data ?? []).flatMap(({ time, ftime, context, location, areaName, statusCode }) => {
      const at = wireTime(ftime) ?? wireTime(time);
      if (at === null) return [];
      const status = statusFromWire(statusCode)?.state ?? 'in-transit';
      const event: TrackingEvent = {
        at,
        text: context,
        location: location || areaName,
        status,
        rawStatus: statusCode,
      };
      return [event];
    }),
  );
  const last = events.at(-1);
  const fine = statusFromWire(last?.rawStatus ?? '');
  const overall = statusFromWire(reply.state);
  // The newest line's own code is finer than the state; with no line at all a state says nothing.
  const status = last === undefined ? null : (fine ?? overall);
  if (last !== undefined && last.rawStatus === '' && status !== null)
    events[events.length - 1] = { ...last, status: status.state };
  return {
    waybillNo,
    carrier: carrierOfKuaidi100(reply.com) ?? carrier,
    state: status?.state ?? last?.status ?? 'none',
    events,
    exception: status?.exception ?? '',
  };
}
