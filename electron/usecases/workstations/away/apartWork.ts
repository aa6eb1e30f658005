import { faultPoint } from '../../../platform/faultPoint.ts';
import { createJobLoop, type JobLoop } from '../../../queue/jobLoop.ts';
import type { DeviceDoor } from '../../printing/deviceDoor.ts';
import { readPrintRules } from '../../printing/printRules.ts';
import { benchWork } from '../../workspace/workers.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { resolveInterrupted } from './bringBack.ts';
import {
  doubtUnprovenLabels,
  noteOnTheWay,
  resumeLabels,
  settleOnTheWay,
  waitForParcels,
} from './labelsOnTheWay.ts';

/** A working printer takes a label in less; after that a person is asked whether it was printed. */
const handsMs = 4_000;

interface ApartParts {
  /** The printers' door for the book's workers, closed by now. */
  readonly devices: DeviceDoor;
  /** A person worked here a moment ago and waits for the labels that were being printed. */
  readonly isManned: boolean;
  readonly onBug: (error: unknown) => void;
}

/** What a bench prints itself while its book is away: labels that were being printed, and those requested since. */
export class ApartWork {
  readonly #parts: ApartParts;
  #apart: Workspace | null = null;
  #printing: JobLoop | null = null;

  constructor(parts: ApartParts) {
    this.#parts = parts;
  }

  get hasBegun(): boolean {
    return this.#printing !== null;
  }

  /** Runs before any work here: the book's workers have finished, and of each label it is known whether it may have been printed. */
  async begin(apart: Workspace): Promise<void> {
    if (this.#printing !== null) return;
    const { store, clock } = apart;
    const { devices, isManned, onBug } = this.#parts;
    faultPoint('apart.before-mark');
    await store.write(async (write) => {
      const stand = await write.settings.get('awayStand');
      if (stand?.isUsed !== true) await noteOnTheWay(apart, write);
      await write.settings.put('awayStand', { knownAt: stand?.knownAt ?? null, isUsed: true });
    });
    faultPoint('apart.after-mark');
    // No worker of the book prints any more: every label that may still come out is in the journal from here on.
    const isQuiet = await devices.empty(clock, handsMs);
    await doubtUnprovenLabels(apart);
    await resolveInterrupted(apart);
    await settleOnTheWay(apart, isQuiet);
    faultPoint('apart.ready');
    const isHeld = !isManned && (await readPrintRules(apart)).isHeldAfterRestart;
    await (isHeld ? waitForParcels(apart) : resumeLabels(apart));
    this.#printing = createJobLoop({ store, clock, ...benchWork(apart, []), onBug });
    this.#printing.start();
    this.#apart = apart;
    apart.changed('status');
  }

  /** Labels still to be printed here, none of them requested by a waiting person. */
  async labelsLeft(): Promise<number> {
    const work = (await this.#apart?.store.read.jobs.counts()) ?? [];
    return work.filter(({ kind }) => kind === 'print').reduce((sum, { total }) => sum + total, 0);
  }

  /** Checks for labels to print: a gesture may have requested one. */
  wake(): void {
    this.#printing?.wake();
  }

  /** Finishes work in progress and prints no more. */
  async stop(): Promise<void> {
    this.#apart = null;
    await this.#printing?.stop();
    this.#printing = null;
  }
}
