import { mayDo } from '../../../shared/domain/operator.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { NameSearches } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { searchProofsJson } from '../../store/workspace/nameSearchRepository.ts';
import { proofOf } from '../../vault/sealing.ts';
import { recordAct } from '../operators/acts.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import { actAs, actorOf } from '../operators/desk.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Enough for a shift of normal searches, too few to guess names. */
const searchesPerShift = 30;
/** One search is regained after this time: all of them in eight hours. */
const refillMs = 16 * 60_000;
/** Typing that continues this soon is the same search. */
const typingMs = 3_000;
/** Searches that are free when repeated. */
const mostRemembered = 60;

/** Numbers can be searched freely: these characters match no name. */
const isOfNumbers = /^[\w-]*$/;

/** A whole phone: with the four digits that a masked one hides, ten thousand tries would find it. */
const isPhone = /^(?:\+?86-?)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/;

/**
 * Charges a search that may find names, by a person who sees them masked: its results reveal a name character by character. Each takes one
 * from a small budget, as does a whole phone; null: allowed. Order numbers, waybill numbers, the end of a phone and scanned codes, which
 * find no phone, are free.
 */
export async function spendNameSearch(
  workspace: Workspace,
  search = '',
  isCode = false,
): Promise<Failure | null> {
  const text = search.trim();
  const { actor, store } = workspace;
  const isFree = isOfNumbers.test(text) && (isCode || !isPhone.test(text));
  if (isFree || mayDo(actor, 'seePersonalData')) return null;
  if ((await store.read.orders.byOrderNo(text)) !== undefined) return null;
  return store.write((write) => spend(workspace, write, text));
}

async function spend(workspace: Workspace, write: Repositories, text: string): Promise<Failure | null> {
  const { actor, clock } = workspace;
  const now = clock.now();
  const known = await budgetOf(workspace, write, actor.operatorId);
  const proofs: readonly string[] = searchProofsJson.readOr(known.proofsJson, []);
  const proof = proofFor(workspace, text);
  const isAgain = proofs.includes(proof);
  if (isAgain && proofs[0] === proof) return null;
  const isTypedOn =
    now - known.at <= typingMs && beginnings(text).some((begun) => proofFor(workspace, begun) === proofs[0]);
  const isFree = isAgain || isTypedOn;
  if (!isFree && known.budgetLeft < 1)
    return failure('SEARCH_NAMES_SPENT', {
      minutes: Math.ceil(((1 - known.budgetLeft) * refillMs) / 60_000),
    });
  const budgetLeft = isFree ? known.budgetLeft : known.budgetLeft - 1;
  const remembered = [proof, ...proofs.filter((one) => one !== proof)].slice(0, mostRemembered);
  await write.nameSearches.put({
    ...known,
    budgetLeft,
    // A clock set back and forward again regains nothing.
    at: Math.max(now, known.at),
    unrecorded: known.unrecorded + (isFree ? 0 : 1),
    proofsJson: JSON.stringify(remembered),
  });
  if (!isFree && budgetLeft < 1)
    await recordAct(workspace, write, { kind: 'name-searches-spent', what: String(searchesPerShift) });
  return null;
}

/** The present budget with what was regained since. A clock that was set back adds nothing. */
async function budgetOf(
  { clock }: Workspace,
  write: Repositories,
  operatorId: string,
): Promise<NameSearches> {
  const now = clock.now();
  const row = await write.nameSearches.of(operatorId);
  if (row === undefined)
    return { operatorId, budgetLeft: searchesPerShift, at: now, unrecorded: 0, proofsJson: '[]' };
  const back = Math.max(0, now - row.at) / refillMs;
  return { ...row, budgetLeft: Math.min(searchesPerShift, row.budgetLeft + back) };
}

/** The text itself is never stored. */
const proofFor = ({ keyFor }: Workspace, text: string) => proofOf(keyFor('name searches'), text).slice(0, 32);

/** 王小明 → 王, 王小 */
const beginnings = (text: string) => {
  const signs = Array.from(text);
  return signs.slice(0, -1).map((_, last) => signs.slice(0, last + 1).join(''));
};

interface MoreSearches {
  /** Absent: the person searching. */
  readonly operatorId?: string | undefined;
  readonly approvals?: readonly Approval[] | undefined;
}

/** Restores the whole budget, allowed by a person who sees names. */
export async function allowNameSearches(
  workspace: Workspace,
  { operatorId = workspace.actor.operatorId, approvals = [] }: MoreSearches,
): Promise<Outcome<{ readonly left: number }>> {
  const allowed = checkRight(workspace.actor, 'seePersonalData', approvals);
  if (!allowed.ok) return allowed;
  await workspace.store.write(async (write) => {
    const known = await budgetOf(workspace, write, operatorId);
    await write.nameSearches.put({ ...known, at: workspace.clock.now(), budgetLeft: searchesPerShift });
    const named = (await write.operators.byId(operatorId))?.name ?? '';
    const what = `${named} ${searchesPerShift}`.trim();
    await recordAct(workspace, write, { kind: 'name-searches-allowed', what, approver: allowed.value });
  });
  return done({ left: searchesPerShift });
}

/** Name searches per person since last recorded: one act per session, not one per search. */
export async function recordNameSearches(workspace: Workspace, write: Repositories): Promise<void> {
  for (const row of await write.nameSearches.unrecorded()) {
    const operator = await write.operators.byId(row.operatorId);
    const by = operator === undefined ? workspace : actAs(workspace, actorOf(operator));
    await recordAct(by, write, { kind: 'names-searched', what: String(row.unrecorded) });
    await write.nameSearches.put({ ...row, unrecorded: 0 });
  }
}
