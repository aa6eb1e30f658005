import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { call } from './call.ts';
import { askFault, isAbsent } from './faults.ts';
import { orderData } from './wire.ts';

/** No order of ours: our codes hold no underscore at the start. */
const noOrder = '_account-test';

/** Proves address, partner id and checkword by searching an order that does not exist: "no such order" is the good answer. */
export async function testAccount(
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const data = { language: 'zh-CN', orderId: noOrder, searchType: '1' };
  const replied = await call(
    { service: 'EXP_RECE_SEARCH_ORDER_RESP', kind: 'asks', data, dataSchema: orderData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code, message, responseId } = replied.value;
  const outcome =
    isGood || isAbsent(code) ? happened(null) : askFault(code, redactReason(message, accountTexts(account)));
  return withNote(outcome, code, responseId);
}
