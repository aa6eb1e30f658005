import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, TrackRequest } from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { callQuery } from './call.ts';
import { askFault } from './faults.ts';
import { readSnapshot } from './readSnapshot.ts';
import { messageKind } from './reasons.ts';
import { recognise } from './recognise.ts';
import { type TrackReply, trackReply } from './wire.ts';

/**
 * Where a parcel is (real-time query). It always wants the carrier, so without one the number is recognised first. Not
 * more often than `trackIntervalMs` for one number: the platform locks it otherwise, and whoever asks holds to that.
 */
export async function track(
  request: TrackRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<TrackingSnapshot>> {
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
  };
  const replied = await callQuery(data, trackReply, account, ports);
  if (!replied.ok) return replied;
  const reply = replied.value;
  const hidden = [account.merchantId, ...accountTexts(account), request.phoneTail];
  const outcome = readTrack(reply, { ...request, carrier }, redactReason(reply.message, hidden));
  return withNote(outcome, reply.returnCode || reply.status, '');
}

async function recognisedCarrier(
  waybillNo: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<string | PlatformReply<never>> {
  const recognised = await recognise(waybillNo, account, ports);
  if (!recognised.ok) return recognised;
  return recognised.value[0] ?? didNotHappen('CARRIER_NOT_FOUND');
}

/** A failure is told from a success by its `returnCode` alone: the two have different fields otherwise. */
function readTrack(
  reply: TrackReply,
  { waybillNo, carrier }: TrackRequest & { readonly carrier: string },
  reason: string,
): CallOutcome<TrackingSnapshot> {
  if (reply.nu !== '' && reply.nu !== waybillNo) return didNotHappen('CARRIER_WRONG_REPLY');
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
