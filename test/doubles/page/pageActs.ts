import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';

/** Acts of three days by people of the sample, newest first; one began and nothing says how it ended. */
export function sampleActs(now: number, orders: readonly OrderRow[]): OperatorActRow[] {
  const [first, second] = orders;
  const nothing = { approver: '', orderId: '', orderNo: '', reason: '', begunNo: null, isNeverEnded: false };
  const of = (order: OrderRow | undefined) => ({ orderId: order?.id ?? '', orderNo: order?.orderNo ?? '' });
  const acts: readonly (Pick<OperatorActRow, 'kind' | 'what'> & Partial<OperatorActRow>)[] = [
    { kind: 'operator-added', what: '小李 packer', operator: '陈店长', at: now - 3 * dayMs },
    { kind: 'signed-in', what: 'clerk', operator: '王芳', at: now - 3 * dayMs },
    {
      kind: 'reprinted',
      what: 'copy 2',
      operator: '小李',
      approver: '陈店长',
      reason: '面单卡纸',
      ...of(first),
      at: now - 2 * dayMs,
    },
    {
      kind: 'personal-data-exported',
      what: 'orders 12',
      operator: '王芳',
      step: 'begun',
      isNeverEnded: true,
      at: now - 60_000,
    },
    { kind: 'order-cancelled', what: '', operator: '王芳', reason: '买家退款', ...of(second), at: now },
    { kind: 'seal-trouble', what: 'older 3 A1B2C3', at: now },
  ];
  return acts
    .map((act, index) => ({ no: index + 1, at: now, operator: '', step: '' as const, ...nothing, ...act }))
    .reverse();
}
