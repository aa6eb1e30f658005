import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import type { Order } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import { recordFile } from '../operators/outsideActs.ts';
import { refuseErased } from '../retention/retention.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addHistory } from './history.ts';
import { receiverOf } from './order.ts';
import { saleOf } from './sale.ts';
import { orderById } from './select.ts';

interface RevealRequest {
  readonly orderId: string;
  readonly reason: string;
  readonly approvals?: readonly Approval[] | undefined;
}

/** One order with nothing hidden. */
interface RevealedOrder
  extends Party,
    Pick<Order, 'goodsText' | 'buyerRemark' | 'sellerRemark' | 'holdNote' | 'buyer'> {
  readonly oaid: string;
  readonly lastText: string;
}

/** The receiver of one order in full, for one look: why and by whom is on record before it is shown. */
export async function revealOrder(
  workspace: Workspace,
  { orderId, reason, approvals = [] }: RevealRequest,
): Promise<Outcome<RevealedOrder>> {
  if (reason.trim() === '') return failure('REVEAL_NEEDS_REASON');
  const allowed = checkRight(workspace.actor, 'seePersonalData', approvals);
  if (!allowed.ok) return allowed;
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const erased = await refuseErased(workspace.store.read, order);
  if (erased !== null) return erased;
  const what = { orderId, what: 'order', count: 1 } as const;
  await recordReveal(workspace, { ...what, reason: reason.trim(), approver: allowed.value });
  const { goodsText, buyerRemark, sellerRemark, holdNote, waybillNo, buyer } = order;
  const { oaid = '' } = saleOf(order);
  const parcel = waybillNo === '' ? undefined : await workspace.store.read.tracking.byWaybill(waybillNo);
  const texts = {
    goodsText,
    buyerRemark,
    sellerRemark,
    holdNote,
    buyer,
    oaid,
    lastText: parcel?.lastText ?? '',
  };
  return done({ ...receiverOf(order), ...texts });
}

/** The record that somebody saw personal data in the clear: who, what, how much, why and when, not whose. */
export async function recordReveal(
  workspace: Workspace,
  reveal: {
    /** Empty: not about one order. */
    readonly orderId: string;
    /** What was looked at, in a word or two; never data itself. */
    readonly what: string;
    readonly count: number;
    readonly reason?: string;
    /** Who allowed it by PIN; empty: nobody had to. */
    readonly approver?: string;
  },
): Promise<void> {
  const { orderId, reason = '', approver = '' } = reveal;
  const kind = 'personal-data-shown';
  const what = `${reveal.what} ${reveal.count}`;
  await workspace.store.write(async (write) => {
    await addHistory(workspace, write, orderId, kind, { note: what });
    await recordAct(workspace, write, { kind, orderId, what, reason, approver });
  });
}

export interface PersonalExport {
  /** Personal data in the clear, for who may; recorded. Without it everything personal is masked. */
  readonly isRevealed: boolean;
  readonly reason?: string | undefined;
  readonly approvals?: readonly Approval[] | undefined;
}

/** Writes a file of many persons, `what` in a word. On record before there is such a file. */
export async function exportPersonal(
  workspace: Workspace,
  { isRevealed, reason = '', approvals = [] }: PersonalExport,
  what: 'orders' | 'address-memory' | 'parcels' | 'photos',
  write: () => Promise<Outcome<WrittenFile>>,
): Promise<Outcome<WrittenFile>> {
  const allowed = isRevealed ? checkRight(workspace.actor, 'exportPersonalData', approvals) : done('');
  if (!allowed.ok) return allowed;
  const kind = isRevealed ? 'personal-data-exported' : 'exported-masked';
  return recordFile(workspace, { kind, what, reason, approver: allowed.value }, write);
}
