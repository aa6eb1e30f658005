import { z } from 'zod';
import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { finalTrackingStates, type TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type {
  PlatformAccount,
  PlatformCalls,
  PlatformPorts,
  PlatformReply,
  TrackRequest,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { lineState, reportedStatus } from '../kit/reportedStatus.ts';
import { eventsOf, newestAs, otherNumber, unknownCode, unreadableTimes } from '../kit/trackEvents.ts';
import { looseText, wireFlag, wireText, wireTime } from '../kit/wireValues.ts';
import { askForm, queryForm, questionReason } from './call.ts';
import { askFault, messageKind } from './faults.ts';
import { carrierOfKuaidi100, kuaidi100Code } from './manifest.ts';
import { statusFromWire, statusOf } from './status.ts';

export const trackReply = z.object({
  result: wireFlag,
  returnCode: wireText,
  message: looseText,
  status: looseText,
  nu: wireText,
  com: looseText,
  state: looseText,
  data: z
    .array(
      z.object({
        time: looseText,
        ftime: looseText,
        context: looseText,
        location: looseText,
        areaName: looseText,
        statusCode: looseText,
      }),
    )
    .nullish(),
});
export type TrackReply = z.infer<typeof trackReply>;

const recogniseReply = z.union([
  z.array(z.object({ comCode: wireText })),
  z.object({ returnCode: wireText, message: looseText, code: wireText }),
]);

/**
 * Where a parcel is (real-time query). It always wants the carrier, so without one the number is recognised first. Not
 * more often than `trackIntervalMs` for one number: the platform locks it otherwise, and all callers keep to that.
 */
export const track: PlatformCalls['track'] = async (request, account, ports) => {
  if (!account.fields.customer) return didNotHappen('CARRIER_FIELD_MISSING', { field: 'account.customer' });
  const carrier = request.carrier ?? (await recognisedCarrier(request.waybillNo, account, ports));
  if (typeof carrier !== 'string') return carrier;
  const com = kuaidi100Code(carrier);
  if (com === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier });
  const data = {
    com,
    num: request.waybillNo,
    phone: carrierRow(carrier)?.needsPhoneTail ? request.phoneTail : '',
    resultv2: '4',
    show: '0',
    order: 'desc',
    // Chinese unless the account says otherwise.
    ...(account.fields.trackLanguage === 'en' ? { lang: 'en' } : {}),
  };
  const replied = await askForm('query', queryForm(data, account), trackReply, account, ports);
  if (!replied.ok) return replied;
  const reply = replied.value;
  const reason = questionReason(reply.message, account, request.phoneTail);
  return withNote(readTrack(reply, { ...request, carrier }, reason), reply.returnCode || reply.status, '');
};

async function recognisedCarrier(
  waybillNo: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<string | PlatformReply<never>> {
  const recognised = await recognise(waybillNo, account, ports);
  if (!recognised.ok) return recognised;
  return recognised.value[0] ?? didNotHappen('CARRIER_NOT_FOUND');
}

/** A failure differs from a success by its `returnCode` alone: the two have different fields otherwise. */
function readTrack(
  reply: TrackReply,
  { waybillNo, carrier }: TrackRequest & { readonly carrier: string },
  reason: string,
): CallOutcome<TrackingSnapshot> {
  if (reply.nu !== '' && reply.nu !== waybillNo) return otherNumber(waybillNo, reply.nu);
  const isGood = reply.returnCode === '' || reply.returnCode === '200';
  if (isGood && (reply.status === '200' || (reply.data ?? []).length > 0))
    return happened(readSnapshot(reply, waybillNo, carrier));
  // No result yet is an answer. The number has not moved.
  if (reply.returnCode === '500') return happened(readSnapshot({ ...reply, data: [] }, waybillNo, carrier));
  return queryFault(reply.returnCode || reply.status, reason);
}

/** Codes of query.do are cited everywhere and documented nowhere: words decide where they are clearer. */
function queryFault(code: string, reason: string): CallOutcome<never> {
  const kind = messageKind(reason);
  if (kind === 'locked') return didNotHappen('CARRIER_NUMBER_LOCKED');
  if (code === '408' || kind === 'phone') return didNotHappen('CARRIER_PHONE_NEEDED');
  if (code === '501' || code === '502')
    return didNotHappen('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code });
  return askFault(code, reason);
}

/** Whose number it may be, likeliest first; carriers we have no code for are left out. Proves the key, not the secret. */
export const recognise: PlatformCalls['recognise'] = async (waybillNo, account, ports) => {
  const form = { num: waybillNo, key: account.merchantId };
  const replied = await askForm('recognise', form, recogniseReply, account, ports);
  if (!replied.ok) return replied;
  const reply = replied.value;
  if (Array.isArray(reply)) {
    const carriers = reply.map(({ comCode }) => carrierOfKuaidi100(comCode)).filter((code) => code !== null);
    return withNote(happened([...new Set(carriers)]), '', '');
  }
  const code = reply.returnCode || reply.code;
  return withNote(recogniseFault(code, questionReason(reply.message, account, waybillNo)), code, '');
};

/** 701: the key is missing; 601 (the account has not bought the interface) and the rest as everywhere. */
function recogniseFault(code: string, reason: string): CallOutcome<never> {
  return code === '701' ? didNotHappen('CARRIER_CREDENTIALS') : askFault(code, reason);
}

/**
 * The newest line's own code is finer than the state. One of a single digit is not, and a line of the way may still be
 * the newest when the state says that it has ended.
 */
function overallCode(ofLine: string, state: string): string {
  const stated = statusFromWire(state)?.state;
  const isFinal = stated !== undefined && finalTrackingStates.includes(stated);
  const codes = ofLine.length === 1 && isFinal ? [state, ofLine] : [ofLine, state];
  return codes.find((one) => statusFromWire(one) !== null) ?? '';
}

/**
 * Where a parcel is, from a query's reply or a pushed one; both have the same shape and the whole list, newest first.
 * A line without a code says by its words how far it was.
 */
export function readSnapshot(reply: TrackReply, waybillNo: string, carrier: string): TrackingSnapshot {
  const lines = (reply.data ?? []).map(({ time, ftime, context, location, areaName, statusCode }) => ({
    at: wireTime(ftime) ?? wireTime(time),
    text: context,
    location: location || areaName,
    status: statusFromWire(statusCode)?.state ?? lineState(context),
    rawStatus: statusCode,
  }));
  const events = eventsOf(lines);
  const last = events.at(-1);
  const code = overallCode(last?.rawStatus ?? '', reply.state);
  // A state without any line says nothing.
  const overall = { status: statusFromWire(code), isFine: code.length > 1 };
  const status = last === undefined ? null : reportedStatus(overall, events);
  return {
    waybillNo,
    carrier: carrierOfKuaidi100(reply.com) ?? carrier,
    state: status?.state ?? last?.status ?? 'none',
    events: newestAs(events, status),
    exception: status?.exception ?? '',
    rawState: last === undefined ? '' : unknownCode(statusOf, [last.rawStatus, reply.state]),
    unreadableTimes: unreadableTimes(lines),
  };
}
