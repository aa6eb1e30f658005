import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { holdAfterRestart } from '../../printing/hold.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { noteJournal } from '../callOutside.ts';

/** The time that the journal of outside calls does not cover. UTC ms; `since` null: unknown. */
export interface JournalGap {
  readonly since: number | null;
  readonly until: number;
}

export interface RenewedJournal extends JournalGap {
  /** The folder of the previous journal; null: there was none. */
  readonly setAside: string | null;
  /** Bookings of the queue that are asked for instead of made. */
  readonly asked: number;
}

/** Files of the lost days are imported again within this time; parcels of later files cannot have been booked in the gap. */
const takenInAgainMs = 7 * dayMs;

/** May this order have been booked while the journal is silent? Then its platform is asked for it before it is booked. */
export function mayBeInGap(gap: JournalGap | null, { createdAt }: Order, now: number): boolean {
  return gap !== null && (createdAt <= gap.until || now < gap.until + takenInAgainMs);
}

/** For status and alarms: is it broken, and which time it does not cover. */
export async function readJournalState({ store, journal, clock }: Workspace) {
  const gap = await store.read.settings.get('journalGap');
  const isOpen = gap !== null && clock.now() < gap.until + takenInAgainMs;
  return { isBroken: journal.refusal()?.code === 'JOURNAL_BROKEN', gap: isOpen ? gap : null };
}

/** A booking just written, for an order that may be in the gap: from the start it is only asked for. */
export async function askInstead(write: Repositories, shipment: Shipment): Promise<void> {
  const sending = (await write.shipments.move(shipment, 'sending')) ?? shipment;
  await write.shipments.move(sending, 'unsure', { errorCode: 'BOOKING_INTERRUPTED' });
}

/** Notes a gap, and lets what waits in the queue be asked for. The number of those. */
export async function noteGap(
  workspace: Workspace,
  write: Repositories,
  { since, until }: JournalGap,
): Promise<number> {
  const known = await write.settings.get('journalGap');
  const earliest = known === null || since === null || known.since === null ? since : known.since;
  await write.settings.put('journalGap', { since: known?.since === null ? null : earliest, until });
  const what = new Date(until).toISOString();
  await recordAct(workspace, write, { kind: 'journal-renewed', what });
  const waiting = await write.shipments.inState('planned');
  for (const shipment of waiting) {
    await mayBeBooked(write, shipment, null);
    const job = await write.jobs.ofSubject(shipment.id);
    if (job !== undefined) await write.jobs.putBack(job, workspace.clock.now(), 'find');
  }
  return waiting.length;
}

/**
 * A manager's way out when the journal does not prove itself: what is there is set aside, never deleted, and a new one
 * starts. Cut off in the middle, the next start finds the new journal and does the rest.
 */
export async function renewJournal(workspace: Workspace): Promise<Outcome<RenewedJournal>> {
  const { store, journal, clock } = workspace;
  const refused = journal.refusal();
  if (refused === null) return failure('JOURNAL_SOUND');
  if (refused.code !== 'JOURNAL_BROKEN') return refused;
  const mark = await store.read.settings.get('journalMark');
  const gap = { since: mark?.at ?? null, until: clock.now() };
  const setAside = journal.renew(`outside-calls-${stampOf(gap.until)}`);
  const asked = await store.write(async (write) => {
    const count = await noteGap(workspace, write, gap);
    await noteJournal(workspace, write);
    await write.jobs.wakeKinds(['book', 'find', 'pickup'], clock.now());
    return count;
  });
  await holdAfterRestart(workspace);
  workspace.changed('orders', 'shipments', 'status', 'operators');
  return done({ ...gap, setAside, asked });
}

const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, '');

/** A booking this database thinks was never sent: from now on it is only asked for. */
export async function mayBeBooked(
  write: Repositories,
  shipment: Shipment,
  openSince: number | null,
): Promise<void> {
  if (shipment.state !== 'planned' && shipment.state !== 'refused') return;
  let seen = shipment;
  for (const state of ['planned', 'sending', 'unsure'] as const) {
    if (seen.state === state) continue;
    const moved = await write.shipments.move(seen, state, {
      errorCode: 'BOOKING_INTERRUPTED',
      findCount: 0,
      sentAt: openSince ?? seen.sentAt,
    });
    if (moved === undefined) return;
    seen = moved;
  }
  await toBooking(write, shipment);
}

/** The order gets the state of its shipment, as if the booking had never been given back. */
export async function toBooking(write: Repositories, shipment: Shipment): Promise<void> {
  const order = await write.orders.byId(shipment.orderId);
  if (order === undefined || (order.state !== 'ready' && order.state !== 'needs-review')) return;
  const ready = order.state === 'ready' ? order : await write.orders.move(order, 'ready');
  if (ready !== undefined)
    await write.orders.move(ready, 'booking', { shipmentId: shipment.id, complaintsJson: '[]' });
}
