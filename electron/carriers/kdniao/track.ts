import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, TrackRequest } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { askFault } from './askFault.ts';
import { call } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import type { RequestType } from './endpoints.ts';
import { reasonKind } from './reasons.ts';
import { replyToSnapshot } from './replyToSnapshot.ts';
import { type TrackReply, trackReply } from './wire.ts';

/**
 * Where a parcel is: 8001 with a carrier, 8002 (the platform recognises it) without; the account field `trackType`
 * (`1002`, `8001`, `8002`) picks another one. 1002 and 8001 need a carrier, so without one it is always 8002.
 */
export async function track(
  request: TrackRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<TrackingSnapshot>> {
  const replied = await call(
    {
      requestType: trackType(request, account),
      kind: 'asks',
      data: trackToWire(request),
      replySchema: trackReply,
    },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  return withNote(readTrack(reply, request), reply.ResultCode, reply.UniquerRequestNumber);
}

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
    return didNotHappen('CARRIER_WRONG_REPLY');
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
