import type { OperatorActRow } from '../../../shared/contracts/operatorsContract.ts';
import type { Workspace } from '../workspace.ts';
import { findBrokenAct } from './recordAct.ts';

/** The record, newest first, with the numbers of the orders it names, and whether it is whole. */
export async function readActs(
  workspace: Pick<Workspace, 'store'>,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: OperatorActRow[]; brokenNo: number | null }> {
  const { read } = workspace.store;
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
    brokenNo: await findBrokenAct(workspace),
  };
}
