import type { Workspace } from './workspace.ts';

/** What is due so soon is in hand; what waits for the network or for tomorrow is not. */
const soonMs = 15_000;

/** Bookings and labels that are being worked on or are next: what closing the program would interrupt. */
export async function readWorkInHand({ store, clock }: Workspace) {
  const rows = await store.read.jobs.inHand(clock.now() + soonMs);
  const sum = (isPrint: boolean) =>
    rows.filter(({ kind }) => (kind === 'print') === isPrint).reduce((all, { total }) => all + total, 0);
  return { bookings: sum(false), labels: sum(true) };
}
