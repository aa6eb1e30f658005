import { createHash, type KeyObject } from 'node:crypto';
import type { ActStep, OperatorActKind } from '../../../shared/domain/operatorAct.ts';
import type { StoredOperatorAct } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { proofOf } from '../../vault/sealing.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface OperatorAct {
  readonly kind: OperatorActKind;
  /** Empty: no approval was needed. */
  readonly approver?: string;
  readonly orderId?: string;
  /** Short; never personal data. */
  readonly what: string;
  readonly reason?: string;
  readonly step?: ActStep;
  readonly begunNo?: number;
}

/** Records an act in the caller's transaction, so that act and record cannot differ. */
export async function recordAct(
  workspace: Pick<Workspace, 'actor' | 'clock' | 'keyFor'>,
  write: Repositories,
  act: OperatorAct,
): Promise<void> {
  await addAct(workspace, write, act);
}

/** The same, with its row. */
export async function addAct(
  { actor, clock, keyFor }: Pick<Workspace, 'actor' | 'clock' | 'keyFor'>,
  write: Repositories,
  { kind, approver = '', orderId = '', what, reason = '', step = '', begunNo }: OperatorAct,
): Promise<StoredOperatorAct> {
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
    step,
    begunNo: begunNo ?? null,
  };
  const chain = chainOf(keyFor('record of acts'), last?.chain ?? '', row);
  const stored = { ...row, chain };
  await write.operatorActs.add(stored);
  return stored;
}

type ChainedRow = Omit<StoredOperatorAct, 'chain'>;

function chainOf(key: KeyObject, before: string, row: ChainedRow): string {
  const { no, at, kind, operator, approver, orderId, what, reason, step, begunNo } = row;
  return proofOf(
    key,
    JSON.stringify([before, no, at, kind, operator, approver, orderId, what, reason, step, begunNo]),
  );
}

/** How rows were chained before there was a key for it. They stay unchanged: the first keyed row vouches for them. */
function plainChainOf(before: string, row: ChainedRow): string {
  const { no, at, kind, operator, approver, orderId, what, reason } = row;
  const text = JSON.stringify([before, no, at, kind, operator, approver, orderId, what, reason]);
  return createHash('sha256').update(text).digest('hex');
}

/** A record from before there was a key continues under it: one row says so, and how far the old one went. */
export async function keyRecord(workspace: Workspace, write: Repositories): Promise<void> {
  const last = await write.operatorActs.last();
  if (last === undefined) return;
  const before = await write.operatorActs.byNo(last.no - 1);
  if (last.chain !== plainChainOf(before?.chain ?? '', last)) return;
  await recordAct(workspace, write, { kind: 'record-keyed', what: `${last.no} ${headSigns(last.chain)}` });
}

/** The part of the record's head printed on a handover list: enough that no other record with the same can be found. */
export const headSigns = (chain: string): string => chain.slice(0, 6).toUpperCase();

const checkedAtOnce = 1_000;

/** The first row that was changed, or before which one is missing; null: the rows prove each other from first to last. */
export async function findBrokenAct({ store, keyFor }: Workspace): Promise<number | null> {
  const key = keyFor('record of acts');
  let before = '';
  let isKeyed = false;
  for (let no = 0; ; ) {
    const rows = await store.read.operatorActs.after(no, checkedAtOnce);
    for (const { chain, ...row } of rows) {
      if (row.no !== no + 1) return no + 1;
      const isProven = chain === chainOf(key, before, row);
      if (!isProven && (isKeyed || chain !== plainChainOf(before, row))) return row.no;
      // Rows written without a key only count together with the row that took them over.
      if (isProven && !isKeyed && row.no > 1 && row.kind !== 'record-keyed') return row.no;
      isKeyed = isProven;
      before = chain;
      no = row.no;
    }
    if (rows.length < checkedAtOnce) return isKeyed || no === 0 ? null : no + 1;
  }
}
