import type { OrderComplaint, OrderState } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { receiverLack } from '../../../shared/rules/receiverLack.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { editedColumns, receiverDraftJson } from '../../store/orders/orderJson.ts';
import type { OrderPatch } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { complaintColumnsOf, complaintsOf, receiverColumnsOf, receiverOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { reachAfterAcceptance } from './reach.ts';

interface Acceptance {
  readonly receiver: Party;
  /** What is accepted in one go is taken back in one go. */
  readonly stepId: string;
  /** Complaints that this decision does not settle: the order goes on waiting. */
  readonly remaining?: readonly OrderComplaint[];
  /** Other fields changed along with it. */
  readonly patch?: OrderPatch | undefined;
  /** The kind of the history line; an edit that says nothing of the receiver corrects no address. */
  readonly kind?: 'corrected' | 'edited' | undefined;
}

/** A column besides the receiver that was changed along with it. */
interface ChangedField {
  readonly column: (typeof editedColumns)[number];
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What undo needs to know of an acceptance. */
export interface AcceptanceRecord {
  readonly receiver: Party;
  readonly state: OrderState;
  readonly complaints: readonly OrderComplaint[];
  readonly errorCode: string;
  /** As it was accepted: a receiver that somebody changed since is not put back. */
  readonly accepted: Party;
  readonly fields: readonly ChangedField[];
}

/** States in which a receiver may still be changed: nothing has left the machine. */
export const editableStates: readonly OrderState[] = ['needs-review', 'ready', 'held'];

/** A receiver that no courier could use is refused; null: nothing is wrong with it. */
export function refuseReceiver(receiver: Party): Failure | null {
  const lack = receiverLack(receiver);
  if (lack === null) return null;
  if (lack.kind === 'missing') return failure('RECEIVER_INCOMPLETE', { field: lack.fields.join(', ') });
  return failure(lack.kind === 'masked' ? 'ADDRESS_MASKED' : 'ADDRESS_PHONE_INVALID');
}

/** Saves a confirmed receiver and sends the order on; the previous one is kept for undo. False: a lost race. */
export async function writeAcceptance(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  { receiver, stepId, remaining = [], patch = {}, kind = 'corrected' }: Acceptance,
): Promise<boolean> {
  const accepted = trimmed(receiver);
  const carrier = patch.carrier ?? order.carrier;
  const reach = await reachAfterAcceptance(workspace, write, order, { receiver: accepted, carrier });
  const open = reach === null ? remaining : [...remaining, reach];
  const waits = open.length > 0 ? 'needs-review' : 'ready';
  const isMine = await write.orders.move(order, order.state === 'held' ? 'held' : waits, {
    ...patch,
    ...receiverColumnsOf(accepted),
    ...complaintColumnsOf(open),
    updatedAt: workspace.clock.now(),
  });
  if (!isMine) return false;
  const record: AcceptanceRecord = {
    receiver: receiverOf(order),
    state: order.state,
    complaints: complaintsOf(order),
    errorCode: order.errorCode,
    accepted,
    fields: editedColumns.flatMap((column) => {
      const after = patch[column];
      return after === undefined || after === order[column] ? [] : [{ column, before: order[column], after }];
    }),
  };
  await addHistory(workspace, write, order.id, kind, { data: record, stepId });
  await write.drafts.remove(correctionDraftName(order.id));
  return true;
}

export function trimmed(receiver: Party): Party {
  return Object.fromEntries(
    Object.entries(receiver).map(([key, value]) => [key, String(value).trim()]),
  ) as unknown as Party;
}

/** Drafts nobody came back to for so long are forgotten: they hold personal data. */
const keepMs = 14 * dayMs;

const correctionDraftName = (orderId: string): string => `correct:${orderId}`;

/** Keeps what is being typed, so that neither a reload nor a crash loses it. Empty text forgets it. */
export async function keepDraft(workspace: Workspace, name: string, value: string): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    if (value === '') await write.drafts.remove(name);
    else await write.drafts.put({ name, valueJson: value, at: now });
    await write.drafts.removeBefore(now - keepMs);
  });
}

export async function readDraft(workspace: Workspace, name: string): Promise<string | null> {
  return (await workspace.store.read.drafts.byName(name))?.valueJson ?? null;
}

/** The receiver that somebody types for an order and has not accepted yet; null: none. */
export async function readReceiverDraft(workspace: Workspace, orderId: string): Promise<Party | null> {
  const draft = await readDraft(workspace, correctionDraftName(orderId));
  return draft === null ? null : receiverDraftJson.readOr(draft, null);
}

/** null forgets it. */
export function keepReceiverDraft(
  workspace: Workspace,
  orderId: string,
  receiver: Party | null,
): Promise<void> {
  const value = receiver === null ? '' : receiverDraftJson.write(receiver);
  return keepDraft(workspace, correctionDraftName(orderId), value);
}
