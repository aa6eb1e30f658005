import type { OperatorActRow } from '../../../shared/contracts/operatorsContract.ts';
import type { Workspace } from '../workspace.ts';

/** The record, newest first, with the numbers of the orders it names. */
export async function readActs(
  { store }: Pick<Workspace, 'store'>,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: OperatorActRow[] }> {
  const { read } = store;
  const acts = await read.operatorActs.window(window);
  const ids = [...new Set(acts.map(({ order_id: id }) => id).filter((id) => id !== ''))];
  const orders = ids.length === 0 ? [] : await read.orders.byIds(ids);
  const numbers = new Map(orders.map(({ id, order_no: orderNo }) => [id, orderNo]));
  return {
    total: await read.operatorActs.count(),
    rows: acts.map(({ no, at, kind, operator, approver, order_id: orderId, what, reason }) => ({
      no,
      at,
      kind,
      operator,
      approver,
      orderId,
      what,
      reason,
      orderNo: numbers.get(orderId) ?? '',
    })),
  };
}
