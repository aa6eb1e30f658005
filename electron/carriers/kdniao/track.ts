import { z } from 'zod';
import type { TrackingEvent, TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformCalls, TrackRequest } from '../kit/carrierPlatform.ts';
import { lineState, type ReportedCode, reportedStatus } from '../kit/reportedStatus.ts';
import { eventsOf, newestAs, otherNumber, unknownCode, unreadableTimes } from '../kit/trackEvents.ts';
import { looseText, wireText, wireTime } from '../kit/wireValues.ts';
import { call, envelope, type RequestType } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { askFault, reasonKind } from './faults.ts';
import { statusFromWire, statusOf } from './status.ts';

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
        /** `-05:00`, of parcels across borders. */
        Timezone: looseText,
      }),
    )
    .nullish(),
});
type TrackReply = z.infer<typeof trackReply>;

/**
 * Where a parcel is: 8001 with a carrier, 8002 (the platform recognises it) without; the account field `trackType`
 * (`1002`, `8001`, `8002`, `7101` across borders) picks another one. 1002 and 8001 need a carrier, so without one it is always 8002.
 */
export const track: PlatformCalls['track'] = (request, account, ports) => {
  const type = trackType(request, account);
  const language = type === '7101' ? (account.fields.trackLanguage ?? '') : '';
  const data = { ...trackToWire(request), ...(language === '' ? {} : { Language: language }) };
  return call(type, { data, schema: trackReply }, account, ports, (reply) => {
    // Across borders 5 is a parcel in difficulties; everywhere else it was handed to another carrier.
    const isInTrouble = type === '7101' && reply.State === '5';
    return readTrack(isInTrouble ? { ...reply, State: '4' } : reply, request);
  });
};

function trackType({ carrier }: TrackRequest, { fields }: PlatformAccount): RequestType {
  if (carrier === null) return '8002';
  const wanted = ['1002', '8002', '7101'] as const;
  return wanted.find((type) => type === fields.trackType) ?? '8001';
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
  const traces = reply.Traces ?? [];
  const lines = tracesToEvents(traces);
  const last = lines.at(-1);
  const overall = reportedStatus(overallCode(reply, last?.rawStatus ?? ''), lines);
  const isUntold = reply.StateEx === '' && reply.State === '';
  return {
    waybillNo,
    carrier: reply.ShipperCode || carrier,
    state: overall?.state ?? last?.status ?? 'none',
    events: newestAs(lines, overall),
    exception: overall?.exception ?? '',
    rawState: unknownCode(statusOf, isUntold ? [last?.rawStatus ?? ''] : [reply.StateEx, reply.State]),
    unreadableTimes: unreadableTimes(traces.map(timeOf)),
  };
}

/**
 * The finer code, one of three digits, counts before the group. A StateEx of one digit is no finer than State and may be
 * of an earlier stage; without either the newest line's own code is all there is. A code 0 beside another one, or beside
 * traces, says nothing.
 */
function overallCode({ StateEx, State }: TrackReply, lastCode: string): ReportedCode {
  const codes = [...(StateEx.length > 1 ? [StateEx, State] : [State, StateEx]), lastCode];
  const code = codes.find((one) => (statusFromWire(one)?.state ?? 'none') !== 'none') ?? '';
  return { status: statusFromWire(code), isFine: code.length > 1 };
}

type Trace = NonNullable<TrackReply['Traces']>[number];
type Traces = readonly (Omit<Trace, 'Timezone'> & { readonly Timezone?: string })[];

const timeOf = ({ AcceptTime, Timezone = '' }: Traces[number]) => ({ at: wireTime(AcceptTime, Timezone) });

/**
 * The traces as events. The vendor documents ascending order, its samples are not. Lines without an own code (interface
 * 1002) say by their words how far it was.
 */
export function tracesToEvents(traces: Traces): TrackingEvent[] {
  return eventsOf(
    traces.map((trace) => ({
      ...timeOf(trace),
      text: trace.AcceptStation,
      location: trace.Location,
      status: statusFromWire(trace.Action)?.state ?? lineState(trace.AcceptStation),
      rawStatus: trace.Action,
    })),
  );
}
