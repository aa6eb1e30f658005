import type { JobKind } from '../../store/schema.ts';
import type { Workspace } from './workspace.ts';

/** What is due so soon is in hand; what waits for the network or for tomorrow is not. */
const soonMs = 15_000;

const paperKinds: readonly JobKind[] = ['print', 'slip'];
const bookingKinds: readonly JobKind[] = ['book', 'find', 'pickup'];

export interface WorkInHand {
  readonly bookings: number;
  readonly labels: number;
  /** Something was asked for that puts work into a queue, and is not in it yet. */
  readonly isStarting: boolean;
  /** The book is on its way to another place: nothing else is in hand meanwhile. */
  readonly isMoving: boolean;
}

/** What the book knows of it. */
export type QueuedWork = Pick<WorkInHand, 'bookings' | 'labels'>;

/** Bookings and labels that are being worked on or are next: what closing the program would interrupt. */
export async function readWorkInHand({ store, clock }: Workspace): Promise<QueuedWork> {
  const rows = await store.read.jobs.inHand(clock.now() + soonMs);
  const sum = (kinds: readonly JobKind[]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).reduce((all, { total }) => all + total, 0);
  return { bookings: sum(bookingKinds), labels: sum(paperKinds) };
}
