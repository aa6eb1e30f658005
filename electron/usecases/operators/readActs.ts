import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import type { ActWindow } from '../../store/workspace/operatorRepository.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The record, newest first, with the numbers of the orders it names. */
export async function readActs(
  { store }: Pick<Workspace, 'store'>,
  window: ActWindow,
): Promise<{ total: number; rows: OperatorActRow[] }> {
  const { read } = store;
  const acts = await read.operatorActs.window(window);
  const ids = [...new Set(acts.map(({ orderId: id }) => id).filter((id) => id !== ''))];
  const orders = ids.length === 0 ? [] : await read.orders.byIds(ids);
  const numbers = new Map(orders.map(({ id, orderNo }) => [id, orderNo]));
  return {
    total: await read.operatorActs.count(window.kinds),
    rows: acts.map(({ no, at, kind, operator, approver, orderId, what, reason }) => ({
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
