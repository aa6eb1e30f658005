import { z } from 'zod';
import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import type { WaybillBalance } from '../kit/platformServices.ts';
import { looseText } from '../kit/wireValues.ts';
import { call, envelope } from './call.ts';
import { askFault } from './faults.ts';

const balanceReply = z.object({
  ...envelope,
  EorderBalance: z.object({ AvailableNum: looseText, TotalNum: looseText }).nullish(),
});
type BalanceReply = z.infer<typeof balanceReply>;

/**
 * Numbers left at one carrier's branch (interface 1127). Carriers with their own branches sell none; for those known in the table the
 * answer needs no call.
 */
export const balance: PlatformCalls['balance'] = async ({ carrier }, account, ports) => {
  if (carrierRow(carrier)?.sellsNumbers === false) return happened({ kind: 'unlimited' });
  const { fields } = account;
  const data = {
    ShipperCode: carrier,
    StationCode: fields.StationCode ?? '',
    StationName: fields.StationName ?? fields.SendSite ?? '',
    CustomerName: fields.CustomerName ?? '',
    CustomerPwd: fields.CustomerPwd ?? '',
  };
  return call('1127', { data, schema: balanceReply }, account, ports, (reply) =>
    reply.Success ? happened(readBalance(reply)) : askFault(reply.ResultCode, reply.Reason),
  );
};

function readBalance({ EorderBalance }: BalanceReply): WaybillBalance {
  const available = count(EorderBalance?.AvailableNum);
  return available === null
    ? { kind: 'unknown' }
    : { kind: 'counted', available, total: count(EorderBalance?.TotalNum) };
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
