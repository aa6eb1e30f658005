import { faultPoint } from '../../../platform/faultPoint.ts';
import { createJobLoop, type JobLoop } from '../../../queue/jobLoop.ts';
import type { DeviceDoor } from '../../printing/deviceDoor.ts';
import { readPrintRules } from '../../printing/printRules.ts';
import { benchWork } from '../../workspace/workers.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { putAwayRight } from './bringBack.ts';
import {
  doubtUnprovenLabels,
  noteOnTheWay,
  resumeLabels,
  settleOnTheWay,
  waitForParcels,
} from './labelsOnTheWay.ts';

/** A printer takes a label in less, unless it stands still: then a person is asked whether it came out. */
const handsMs = 4_000;

interface ApartParts {
  /** What the workers of the book go through, shut by now. */
  readonly devices: DeviceDoor;
  /** Somebody was at work here a moment ago, who waits for the labels that were on their way. */
  readonly isManned: boolean;
  readonly onBug: (error: unknown) => void;
}

/** What a bench prints of itself while its book is away: labels that were on their way when it went, and those asked for since. */
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

  /** Before anything is done here: what the workers of the book had in hand has ended, and of each label it is known whether it may have come out. */
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
    // Nobody gets through any more: whatever may still come out stands in the journal from here on.
    const isQuiet = await devices.empty(clock, handsMs);
    await doubtUnprovenLabels(apart);
    await putAwayRight(apart);
    await settleOnTheWay(apart, isQuiet);
    faultPoint('apart.ready');
    const isHeld = !isManned && (await readPrintRules(apart)).isHeldAfterRestart;
    await (isHeld ? waitForParcels(apart) : resumeLabels(apart));
    this.#printing = createJobLoop({ store, clock, ...benchWork(apart, []), onBug });
    this.#printing.start();
    this.#apart = apart;
    apart.changed('status');
  }

  /** Labels that are still to come out here, nobody asking for them. */
  async labelsLeft(): Promise<number> {
    const work = (await this.#apart?.store.read.jobs.counts()) ?? [];
    return work.filter(({ kind }) => kind === 'print').reduce((sum, { total }) => sum + total, 0);
  }

  /** Looks for labels to print: a gesture may have asked for one. */
  wake(): void {
    this.#printing?.wake();
  }

  /** Ends what is in hand, and prints no more. */
  async stop(): Promise<void> {
    this.#apart = null;
    await this.#printing?.stop();
    this.#printing = null;
  }
}
