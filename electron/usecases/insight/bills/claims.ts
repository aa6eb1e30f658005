import { type ClaimState, claimMoves } from '../../../../shared/domain/bills/bill.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { BillItem } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { findBill } from './removeBill.ts';

/** Which of a bill's claims: these, or all that are in a state. */
export type ClaimChoice =
  | { readonly itemKeys: readonly string[] }
  | { readonly waybillNos: readonly string[] }
  | { readonly from: ClaimState };

export interface ClaimMove {
  readonly billId: string;
  readonly of: ClaimChoice;
  readonly to: ClaimState;
  /** What is claimed, or what was won; only where a single claim is moved. Absent: what was reckoned, or claimed. */
  readonly amountFen?: number | undefined;
  readonly note?: string | undefined;
}

const pageItems = 1_000;

type BillPages = AsyncGenerator<readonly BillItem[], void, void>;

/** Every claim of a bill, page by page. */
export const claimsOf = ({ bills }: Repositories, billId: string): BillPages =>
  pagesOf((afterKey) => bills.claims(billId, afterKey, pageItems));

/** Every line of a bill, page by page. */
export const itemsOf = ({ bills }: Repositories, billId: string): BillPages =>
  pagesOf((afterKey) => bills.itemsAfter(billId, afterKey, pageItems));

async function* pagesOf(readAfter: (itemKey: string) => Promise<readonly BillItem[]>): BillPages {
  let afterKey = '';
  for (;;) {
    const page = await readAfter(afterKey);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageItems) return;
    afterKey = last.itemKey;
  }
}

/** Moves claims along, all or none; how many. */
export async function moveClaims(workspace: Workspace, move: ClaimMove): Promise<Outcome<number>> {
  const found = await findBill(workspace, move.billId);
  if (!found.ok) return found;
  return tryChange(workspace, ['bills'], async (write) => {
    const chosen = await chosenItems(write, move);
    if (!chosen.ok) return chosen;
    for (const item of chosen.value) {
      const moved = await moveOne(workspace, write, item, move, chosen.value.length === 1);
      if (!moved) return failure('CLAIM_MOVED', { waybillNo: item.waybillNo, claimState: item.claimState });
    }
    const { carrier, fileName } = found.value;
    const what = `${carrier} ${fileName}: ${chosen.value.length}`;
    await recordAct(workspace, write, { kind: 'claims-moved', what, reason: move.to });
    return done(chosen.value.length);
  });
}

async function chosenItems(
  write: Repositories,
  { billId, of, to }: ClaimMove,
): Promise<Outcome<readonly BillItem[]>> {
  const all: BillItem[] = [];
  for await (const page of claimsOf(write, billId)) all.push(...page);
  if ('from' in of)
    return done(all.filter((item) => item.claimState === of.from && claimMoves[of.from].includes(to)));
  const isByKey = 'itemKeys' in of;
  const wanted = new Set(isByKey ? of.itemKeys : of.waybillNos);
  const keyOf = (item: BillItem) => (isByKey ? item.itemKey : item.waybillNo);
  const chosen = all.filter((item) => wanted.has(keyOf(item)));
  const known = new Set(chosen.map(keyOf));
  const stranger = [...wanted].find((one) => !known.has(one));
  return stranger === undefined ? done(chosen) : failure('CLAIM_NOT_FOUND', { waybillNo: stranger });
}

async function moveOne(
  { actor, clock }: Workspace,
  write: Repositories,
  item: BillItem,
  { to, amountFen, note }: ClaimMove,
  isOnly: boolean,
): Promise<boolean> {
  if (item.claimState === '' || !claimMoves[item.claimState].includes(to)) return false;
  const stated = isOnly ? amountFen : undefined;
  const claimedFen =
    to === 'open' ? null : to === 'sent' ? (stated ?? item.claimedFen ?? item.claimFen) : item.claimedFen;
  const wonFen = to === 'accepted' ? (stated ?? claimedFen) : to === 'refused' ? 0 : null;
  const changed = await write.bills.changeItem(item, {
    claimState: to,
    claimedFen,
    wonFen,
    ...(note === undefined ? {} : { claimNote: note }),
    claimedBy: actor.name,
    claimedAt: clock.now(),
  });
  return changed !== undefined;
}
