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

/** Enough for a shift of honest looking up, too few to guess names by. */
export const searchesPerShift = 30;
/** One comes back after so long: all of them in eight hours. */
const refillMs = 16 * 60_000;
/** What is typed on so soon is still the same search. */
const typingMs = 3_000;
/** Searches that cost nothing when they are asked again. */
const mostRemembered = 60;

/** Numbers are searched by everybody: nothing of a name is found by these signs. */
const isOfNumbers = /^[\w-]*$/;

/** A whole phone: with the four digits that a masked one hides, ten thousand tries would tell it. */
const isPhone = /^(?:\+?86-?)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/;

/**
 * A search that may find names, by somebody who sees them masked: whether it finds anything tells a name sign by sign. Each
 * takes one of a small budget, and so does a whole phone; null: it may be made. Order numbers, waybill numbers, the end of a
 * phone and scanned codes, which find no phone, are free.
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
    // A clock set back and forward again gives nothing back.
    at: Math.max(now, known.at),
    unrecorded: known.unrecorded + (isFree ? 0 : 1),
    proofsJson: JSON.stringify(remembered),
  });
  if (!isFree && budgetLeft < 1)
    await recordAct(workspace, write, { kind: 'name-searches-spent', what: String(searchesPerShift) });
  return null;
}

/** As it is now: what came back since is in it. A clock set back gives nothing. */
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

/** The text itself is kept nowhere. */
const proofFor = ({ keyFor }: Workspace, text: string) => proofOf(keyFor('name searches'), text).slice(0, 32);

/** 王小明 → 王, 王小 */
const beginnings = (text: string) => {
  const signs = Array.from(text);
  return signs.slice(0, -1).map((_, last) => signs.slice(0, last + 1).join(''));
};

interface MoreSearches {
  /** Absent: who asks. */
  readonly operatorId?: string | undefined;
  readonly approvals?: readonly Approval[] | undefined;
}

/** A whole budget again, on the word of somebody who sees names. */
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

/** How often each has searched by name since it was last put into the record: one act a session, not one a search. */
export async function recordNameSearches(workspace: Workspace, write: Repositories): Promise<void> {
  for (const row of await write.nameSearches.unrecorded()) {
    const operator = await write.operators.byId(row.operatorId);
    const by = operator === undefined ? workspace : actAs(workspace, actorOf(operator));
    await recordAct(by, write, { kind: 'names-searched', what: String(row.unrecorded) });
    await write.nameSearches.put({ ...row, unrecorded: 0 });
  }
}
