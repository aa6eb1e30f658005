import { z } from 'zod';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { wireText } from '../kit/wireValues.ts';
import { call, envelope } from './call.ts';
import { askFault, reasonKind } from './faults.ts';

const recogniseReply = z.object({
  ...envelope,
  LogisticCode: wireText,
  Shippers: z.array(z.object({ ShipperCode: wireText })).nullish(),
});
type RecogniseReply = z.infer<typeof recogniseReply>;

/** Carriers the number may belong to (interface 2002), likeliest first; an empty list when the platform knows none. */
export const recognise: PlatformCalls['recognise'] = (waybillNo, account, ports) => {
  const data = { LogisticCode: waybillNo };
  return call('2002', { data, schema: recogniseReply }, account, ports, (reply) =>
    readRecognised(reply, waybillNo),
  );
};

function readRecognised(reply: RecogniseReply, waybillNo: string): CallOutcome<readonly string[]> {
  if (reply.LogisticCode !== '' && reply.LogisticCode !== waybillNo) {
    return didNotHappen('CARRIER_WRONG_REPLY');
  }
  const code = reply.ResultCode || reply.Code;
  const isNobodys = reasonKind(reply.Reason) === 'not-recognised' || (code === '' && reply.Reason === '');
  if (!reply.Success && code !== '100' && !isNobodys) {
    return askFault(code, reply.Reason);
  }
  const shippers = (reply.Shippers ?? []).map(({ ShipperCode }) => ShipperCode);
  return happened([...new Set(shippers.filter((shipper) => shipper !== ''))]);
}

/** The sample number of the vendor's own pages; recognising it costs nothing and changes nothing. */
const sampleWaybillNo = '3967950525457';

/**
 * Proves address, id and signature with a recognition. Other servers answer JSON too: a reply is only believed if it names this account,
 * and either the requested number or that it is unknown.
 */
export const testAccount: PlatformCalls['test'] = (account, ports) => {
  const data = { LogisticCode: sampleWaybillNo };
  return call('2002', { data, schema: testReply }, account, ports, (reply): CallOutcome<null> => {
    const read = readRecognised(reply, sampleWaybillNo);
    if (!read.ok) return read;
    const isAboutIt = reply.LogisticCode === sampleWaybillNo || reasonKind(reply.Reason) === 'not-recognised';
    return isAboutIt && isSameId(reply.EBusinessID, account.merchantId)
      ? happened(null)
      : didNotHappen('CARRIER_BAD_REPLY', { reason: 'shape' });
  });
};

const testReply = recogniseReply.extend({ EBusinessID: wireText });

function isSameId(answered: string, ours: string): boolean {
  return answered.toLowerCase() === ours.trim().toLowerCase();
}
