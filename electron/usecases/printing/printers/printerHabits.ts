import {
  type PrinterHabits,
  type PrinterSeen,
  unknownHabits,
} from '../../../printers/kit/printerTransport.ts';
import type { Repositories } from '../../../store/store.ts';
import type { EverySetting } from '../../../store/workspace/settings.ts';
import { deviceOf } from './openPrinter.ts';

type PrinterCounts = EverySetting['printerHabits'][string];

/** Labels in a row that make a habit. */
const labelsOfHabit = 3;
/** Unconfirmed labels in a row after which a printer that used to close the connection counts as changed. */
const labelsOfChange = 5;
/** Devices whose habits are stored: far more than a bench ever has. */
const mostDevices = 200;

const nothing: PrinterCounts = { closed: 0, open: 0, neverBusy: 0 };

/** What the counts say of a printer. */
export function habitsOf({ closed, open, neverBusy }: PrinterCounts): PrinterHabits {
  const closes = closed >= labelsOfHabit ? true : open >= labelsOfHabit ? false : null;
  return { closes, neverBusy: neverBusy >= labelsOfHabit };
}

/** The counts after one more label. They stop once they show a habit, so that a usual label writes nothing. */
export function countSeen(counts: PrinterCounts, { closed, watched }: PrinterSeen): PrinterCounts {
  return { ...countClosing(counts, closed), neverBusy: countBusy(counts.neverBusy, watched) };
}

function countClosing({ closed, open }: PrinterCounts, hasClosed: boolean | null) {
  if (hasClosed === null) return { closed, open };
  if (hasClosed) return { closed: Math.min(labelsOfHabit, closed + 1), open: 0 };
  // A single exception is no change: this label is unconfirmed, and so is the next.
  if (closed >= labelsOfHabit && open + 1 < labelsOfChange) return { closed, open: open + 1 };
  return { closed: 0, open: Math.min(labelsOfHabit, open + 1) };
}

function countBusy(neverBusy: number, watched: PrinterSeen['watched']): number {
  if (watched === 'only-ready') return Math.min(labelsOfHabit, neverBusy + 1);
  return watched === 'printed' || watched === 'still-busy' ? 0 : neverBusy;
}

export async function readHabits({ settings }: Repositories, uri: string): Promise<PrinterHabits> {
  const known = (await settings.get('printerHabits'))[deviceOf(uri)];
  return known === undefined ? unknownHabits : habitsOf(known);
}

/** Notes what a printer did after its label, inside the transaction that settles it. */
export async function noteHabits(
  { settings }: Repositories,
  uri: string,
  seen: PrinterSeen | null,
): Promise<void> {
  if (seen === null) return;
  const all = await settings.get('printerHabits');
  const device = deviceOf(uri);
  const before = all[device] ?? nothing;
  const after = countSeen(before, seen);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const { [device]: _, ...others } = all;
  const newest = Object.entries(others).slice(-(mostDevices - 1));
  await settings.put('printerHabits', { ...Object.fromEntries(newest), [device]: after });
}
