import { createHash } from 'node:crypto';
import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import type { OperatorActKind } from '../../../shared/domain/operator.ts';
import type { StoredOperatorAct } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { ActWindow } from '../../store/workspace/operatorRepository.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface OperatorAct {
  readonly kind: OperatorActKind;
  /** Empty: nobody had to approve it. */
  readonly approver?: string;
  readonly orderId?: string;
  /** In a word or two; never personal data. */
  readonly what: string;
  readonly reason?: string;
}

/** Puts an act into the record inside the caller's transaction: what is done and what is recorded cannot come apart. */
export async function recordAct(
  { actor, clock }: Workspace,
  write: Repositories,
  { kind, approver = '', orderId = '', what, reason = '' }: OperatorAct,
): Promise<void> {
  const last = await write.operatorActs.last();
  const row = {
    no: (last?.no ?? 0) + 1,
    at: clock.now(),
    kind,
    operator: actor.name,
    approver,
    orderId,
    what,
    reason,
  };
  await write.operatorActs.add({ ...row, chain: chainOf(last?.chain ?? '', row) });
}

function chainOf(before: string, row: Omit<StoredOperatorAct, 'chain'>): string {
  const { no, at, kind, operator, approver, orderId, what, reason } = row;
  const text = JSON.stringify([before, no, at, kind, operator, approver, orderId, what, reason]);
  return createHash('sha256').update(text).digest('hex');
}

const checkedAtOnce = 1_000;

/** The first row that was changed, or before which one is missing; null when the record is whole. */
export async function findBrokenAct({ store }: Workspace): Promise<number | null> {
  let before = '';
  for (let no = 0; ; ) {
    const rows = await store.read.operatorActs.after(no, checkedAtOnce);
    for (const { chain, ...row } of rows) {
      if (row.no !== no + 1 || chain !== chainOf(before, row)) return no + 1;
      before = chain;
      no = row.no;
    }
    if (rows.length < checkedAtOnce) return null;
  }
}

/** The record, newest first, with the numbers of the orders it names. */
export async function readActs(
  { store }: Workspace,
  window: ActWindow,
): Promise<{ total: number; rows: OperatorActRow[] }> {
  const { read } = store;
  const acts = await read.operatorActs.window(window);
  const ids = [...new Set(acts.map(({ orderId: id }) => id).filter((id) => id !== ''))];
  const orders = ids.length === 0 ? [] : await read.orders.byIds(ids);
  const numbers = new Map(orders.map(({ id, orderNo }) => [id, orderNo]));
  return {
    total: await read.operatorActs.count(window.kinds),
    rows: acts.map(({ chain: _, ...act }) => ({ ...act, orderNo: numbers.get(act.orderId) ?? '' })),
  };
}
