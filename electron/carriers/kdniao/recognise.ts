import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { call } from './call.ts';
import { askFault, reasonKind } from './faults.ts';
import { type RecogniseReply, recogniseReply } from './wire.ts';

/** Whose number it may be (interface 2002), likeliest first; an empty list when the platform knows none. */
export async function recognise(
  waybillNo: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<readonly string[]>> {
  const replied = await call(
    { requestType: '2002', kind: 'asks', data: { LogisticCode: waybillNo }, replySchema: recogniseReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  const code = reply.ResultCode || reply.Code;
  return withNote(readRecognised(reply, waybillNo), code, reply.UniquerRequestNumber);
}

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

/** Proves address, id and signature with a recognition. */
export async function testAccount(
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const answer = await recognise(sampleWaybillNo, account, ports);
  return answer.ok ? { ...answer, value: null } : answer;
}
