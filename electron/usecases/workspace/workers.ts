import type { Failure } from '../../../shared/errors/outcome.ts';
import { type CarrierPlatform, platformById } from '../../carriers/kit/carrierPlatform.ts';
import { createJobLoop, type JobLoop, type JobLoopOptions } from '../../queue/jobLoop.ts';
import type { Account } from '../../store/schema.ts';
import type { WorkspaceStore } from '../../store/workspaceStore.ts';
import { bookShipment, type WorkedBooking } from '../booking/book.ts';
import { lanePlaces } from '../booking/lanes.ts';
import { workPickup } from '../booking/pickups/askPickup.ts';
import { rerouteUnbooked } from '../booking/reroute.ts';
import { workFilm } from '../packing/filming.ts';
import { workSlip } from '../packing/slip.ts';
import { DeviceDoor } from '../printing/deviceDoor.ts';
import { createNextLabel } from '../printing/nextLabel.ts';
import type { WorkedPrint } from '../printing/prepareLabel.ts';
import { printLabel } from '../printing/printLabel.ts';
import { keepLease } from '../workstations/keepLease.ts';
import { isWaitedFor } from '../workstations/serverAway.ts';
import type { Workspace } from './workspace.ts';
import { withParts } from './workspace.ts';

export interface Workers {
  readonly booking: JobLoop;
  readonly printing: JobLoop;
  /** Who counts what they do, until the returned function is called. */
  observe(observer: WorkObserver): () => void;
  /** Finishes what is in hand and takes no more. */
  stop(): Promise<void>;
}

export interface WorkObserver {
  readonly onBooking?: (worked: WorkedBooking) => void;
  readonly onPrint?: (worked: WorkedPrint) => void;
  /** A printer took a part of a label: a slow one takes minutes for all of it. */
  readonly onPrinting?: () => void;
  /** The recorder of the bench did not take a message. */
  readonly onRecorderFailed?: (failure: Failure) => void;
}

interface WorkersListener extends WorkObserver {
  readonly onBug: (error: unknown) => unknown;
  /** Shut while the book is away and what this bench printed meanwhile comes into it: labels of the book wait. */
  readonly devices?: DeviceDoor;
}

/** By what they work on: a second pair would only be in the way of the first. */
const running = new WeakMap<WorkspaceStore, Workers>();

/** The workers that go on in this program; null: none do. */
export const runningWorkers = ({ store }: Pick<Workspace, 'store'>): Workers | null =>
  running.get(store) ?? null;

/** Starts the two durable workers of a workspace: one books and asks, one prints and does what else hangs on the bench. */
export async function startWorkers(workspace: Workspace, listener: WorkersListener): Promise<Workers> {
  const { store, clock } = workspace;
  const { devices = new DeviceDoor() } = listener;
  const observers = new Set<WorkObserver>([listener]);
  const platformOfLane = new Map<string, CarrierPlatform>();
  for (const account of await accountsNow(workspace)) {
    const platform = platformById(workspace.platforms, account.platform);
    if (platform !== undefined) platformOfLane.set(account.id, platform);
  }
  const unhurried = behindOthers(workspace);
  const common = {
    store,
    clock,
    onBug: listener.onBug,
    isAway: isWaitedFor,
    onBack: () => keeper?.checkNow(),
  };
  const isHeld = () => devices.isShut;
  const printing = createJobLoop({
    ...common,
    ...benchWork(workspace, observers, devices),
    isHeld,
  });
  const booking = createJobLoop({
    ...common,
    store: unhurried.store,
    kinds: ['book', 'find', 'pickup'],
    laneLimit: (lane) => {
      const platform = platformOfLane.get(lane);
      return platform === undefined ? placesOfNewAccount : lanePlaces(workspace, lane, platform);
    },
    handle: async (job, ending) => {
      if (job.kind === 'pickup') return workPickup(unhurried, job);
      const worked = await bookShipment(unhurried, job, ending);
      if (worked === null) return;
      for (const observer of observers) observer.onBooking?.(worked);
      if ((await rerouteUnbooked(unhurried, worked)) > 0) booking.wake();
      if (worked.hasLabel === true) printing.wake();
    },
  });
  const inHand = () => new Set([...booking.inHand(), ...printing.inHand()]);
  const keeper = workspace.workstation.isShared
    ? keepLease(workspace, { inHand, isHeld, onBug: listener.onBug, wake: () => wake(booking, printing) })
    : null;
  booking.start();
  printing.start();
  const workers: Workers = {
    booking,
    printing,
    observe(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    async stop() {
      await booking.stop();
      await printing.stop();
      await keeper?.stop();
      if (running.get(store) === workers) running.delete(store);
    },
  };
  if (!running.has(store)) running.set(store, workers);
  return workers;
}

/** What is booked already is printed and packed before more is booked: where the server is slow, labels would wait for the whole batch. */
function behindOthers(workspace: Workspace): Workspace {
  const { store, workstation } = workspace;
  if (!workstation.isShared) return workspace;
  const write: WorkspaceStore['write'] = (work) => store.write(work, 'behind');
  return withParts(workspace, { store: { ...store, write } });
}

/** None where the book is away: nothing is booked then. */
async function accountsNow({ store }: Workspace): Promise<readonly Account[]> {
  try {
    return await store.read.accounts.all();
  } catch (error) {
    if (!isWaitedFor(error)) throw error;
    return [];
  }
}

/** What hangs on the devices of a bench: labels, slips and the recorder. */
export function benchWork(
  workspace: Workspace,
  observers: Iterable<WorkObserver>,
  devices = new DeviceDoor(),
): Pick<JobLoopOptions, 'kinds' | 'laneLimit' | 'handle' | 'giveBack'> {
  const next = createNextLabel(workspace);
  return {
    kinds: ['print', 'slip', 'film'],
    // One connection a printer: many label printers take only one.
    laneLimit: () => 1,
    giveBack: next.giveBack,
    handle: async (job, ending) => {
      if (job.kind === 'slip') return workSlip(workspace, job);
      if (job.kind === 'film')
        return workFilm(workspace, job, (failure) => {
          for (const observer of observers) observer.onRecorderFailed?.(failure);
        });
      const onMoving = () => {
        for (const observer of observers) observer.onPrinting?.();
      };
      const worked = await printLabel(workspace, job, { ending, devices, next, onMoving });
      if (worked !== null) for (const observer of observers) observer.onPrint?.(worked);
    },
  };
}

function wake(...loops: readonly JobLoop[]): void {
  for (const loop of loops) loop.wake();
}

/** For an account added after the start: enough until the next one. */
const placesOfNewAccount = 4;
