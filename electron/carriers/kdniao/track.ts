import { z } from 'zod';
import type { TrackingEvent, TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformCalls, TrackRequest } from '../kit/carrierPlatform.ts';
import { eventsOf, newestAs, otherNumber, type Status } from '../kit/trackEvents.ts';
import { looseText, wireText, wireTime } from '../kit/wireValues.ts';
import { call, envelope, type RequestType } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { askFault, reasonKind } from './faults.ts';
import { statusFromWire } from './status.ts';

/** What a query answers, and what is pushed of one parcel. */
export const trackReply = z.object({
  ...envelope,
  ShipperCode: wireText,
  LogisticCode: wireText,
  State: looseText,
  StateEx: looseText,
  Traces: z
    .array(
      z.object({
        AcceptTime: looseText,
        AcceptStation: looseText,
        Location: looseText,
        Action: looseText,
      }),
    )
    .nullish(),
});
type TrackReply = z.infer<typeof trackReply>;

/**
 * Where a parcel is: 8001 with a carrier, 8002 (the platform recognises it) without; the account field `trackType`
 * (`1002`, `8001`, `8002`) picks another one. 1002 and 8001 need a carrier, so without one it is always 8002.
 */
export const track: PlatformCalls['track'] = (request, account, ports) => {
  const asked = { data: trackToWire(request), schema: trackReply };
  return call(trackType(request, account), asked, account, ports, (reply) => readTrack(reply, request));
};

function trackType({ carrier }: TrackRequest, { fields }: PlatformAccount): RequestType {
  if (carrier === null) return '8002';
  return fields.trackType === '1002' || fields.trackType === '8002' ? fields.trackType : '8001';
}

/** The phone tail goes only to carriers that ask for it, and along when the carrier is not known. */
function trackToWire({ waybillNo, carrier, phoneTail }: TrackRequest): Record<string, string> {
  const needsTail = carrier === null || carrierRule(carrier).needsPhoneTail;
  return {
    ...(carrier === null ? {} : { ShipperCode: carrier }),
    LogisticCode: waybillNo,
    ...(needsTail && phoneTail !== '' ? { CustomerName: phoneTail } : {}),
  };
}

function readTrack(reply: TrackReply, request: TrackRequest): CallOutcome<TrackingSnapshot> {
  const { waybillNo } = request;
  if (reply.LogisticCode !== '' && reply.LogisticCode !== waybillNo)
    return otherNumber(waybillNo, reply.LogisticCode);
  const traces = reply.Traces ?? [];
  if (!reply.Success && traces.length === 0 && !isNoTraceYet(reply)) {
    return askFault(reply.ResultCode, reply.Reason);
  }
  return happened(replyToSnapshot(reply, waybillNo, request.carrier ?? ''));
}

/**
 * `Success:false`, no traces, Reason null or 暂无轨迹信息: the parcel has not moved yet. Not an error. A reply that names
 * neither parcel nor state says nothing at all.
 */
function isNoTraceYet({ ResultCode, Reason, State, LogisticCode }: TrackReply): boolean {
  if (reasonKind(Reason) === 'no-trace') return true;
  const isPlain = Reason === '' && (ResultCode === '' || ResultCode === '100');
  return isPlain && (State === '0' || (State === '' && LogisticCode !== ''));
}

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

/**
 * The finer code, one of three digits, counts before the group. A StateEx of one digit is no finer than State and may be
 * of an earlier stage. A code 0 beside another one, or beside traces, says nothing.
 */
function overallStatus({ StateEx, State }: TrackReply): Status | null {
  const codes = StateEx.length > 1 ? [StateEx, State] : [State, StateEx];
  return codes.map(statusFromWire).find((status) => status && status.state !== 'none') ?? null;
}

type Traces = NonNullable<TrackReply['Traces']>;

/**
 * The traces as events. The vendor documents ascending order, its samples are not. Lines without an own code (interface
 * 1002) are on the way; the newest has the parcel's overall status.
 */
export function tracesToEvents(traces: Traces, overall: Status | null): TrackingEvent[] {
  const lines = traces.map(({ AcceptTime, AcceptStation, Location, Action }) => ({
    at: wireTime(AcceptTime),
    text: AcceptStation,
    location: Location,
    status: statusFromWire(Action)?.state ?? ('in-transit' as const),
    rawStatus: Action,
  }));
  return newestAs(eventsOf(lines), overall);
}
