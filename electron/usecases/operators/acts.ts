import { createHash, type KeyObject } from 'node:crypto';
import type { ActStep, OperatorActKind } from '../../../shared/domain/operatorAct.ts';
import type { StoredOperatorAct } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { proofOf } from '../../vault/sealing.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface OperatorAct {
  readonly kind: OperatorActKind;
  /** Empty: nobody had to approve it. */
  readonly approver?: string;
  readonly orderId?: string;
  /** In a word or two; never personal data. */
  readonly what: string;
  readonly reason?: string;
  readonly step?: ActStep;
  readonly begunNo?: number;
}

/** Puts an act into the record inside the caller's transaction: what is done and what is recorded cannot come apart. */
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

/** How rows were chained before there was a key for it. They stay as they are: the first keyed row vouches for them. */
function plainChainOf(before: string, row: ChainedRow): string {
  const { no, at, kind, operator, approver, orderId, what, reason } = row;
  const text = JSON.stringify([before, no, at, kind, operator, approver, orderId, what, reason]);
  return createHash('sha256').update(text).digest('hex');
}

/** A record from before there was a key goes on under it: one row says so and how far the old one went. */
export async function keyRecord(workspace: Workspace, write: Repositories): Promise<void> {
  const last = await write.operatorActs.last();
  if (last === undefined) return;
  const before = await write.operatorActs.byNo(last.no - 1);
  if (last.chain !== plainChainOf(before?.chain ?? '', last)) return;
  await recordAct(workspace, write, { kind: 'record-keyed', what: `${last.no} ${headSigns(last.chain)}` });
}

/** What a handover list shows of the head of the record: enough that nobody finds another record with the same. */
export const headSigns = (chain: string): string => chain.slice(0, 6).toUpperCase();

const checkedAtOnce = 1_000;

/** The first row that was changed, or before which one is missing; null when rows prove each other from first to last. */
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
      // What was written without a key counts only with the row that took it over.
      if (isProven && !isKeyed && row.no > 1 && row.kind !== 'record-keyed') return row.no;
      isKeyed = isProven;
      before = chain;
      no = row.no;
    }
    if (rows.length < checkedAtOnce) return isKeyed || no === 0 ? null : no + 1;
  }
}
