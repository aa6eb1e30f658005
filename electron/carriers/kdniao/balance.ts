import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import type { BalanceRequest, WaybillBalance } from '../kit/platformServices.ts';
import { call } from './call.ts';
import { askFault } from './faults.ts';
import { type BalanceReply, balanceReply } from './wire.ts';

/**
 * Numbers left at one carrier's branch (interface 1127). Carriers that run their own branches sell none; only of those
 * the table is sure of is the answer given without a call.
 */
export async function balance(
  { carrier }: BalanceRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<WaybillBalance>> {
  if (carrierRow(carrier)?.sellsNumbers === false) return happened({ kind: 'unlimited' });
  const { fields } = account;
  const data = {
    ShipperCode: carrier,
    StationCode: fields.StationCode ?? '',
    StationName: fields.StationName ?? fields.SendSite ?? '',
    CustomerName: fields.CustomerName ?? '',
    CustomerPwd: fields.CustomerPwd ?? '',
  };
  const replied = await call(
    { requestType: '1127', kind: 'asks', data, replySchema: balanceReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  const { Success, ResultCode, Reason, UniquerRequestNumber } = reply;
  const outcome = Success ? happened(readBalance(reply)) : askFault(ResultCode, Reason);
  return withNote(outcome, ResultCode, UniquerRequestNumber);
}

function readBalance({ EorderBalance }: BalanceReply): WaybillBalance {
  const available = count(EorderBalance?.AvailableNum);
  return available === null
    ? { kind: 'unknown' }
    : { kind: 'counted', available, total: count(EorderBalance?.TotalNum) };
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
