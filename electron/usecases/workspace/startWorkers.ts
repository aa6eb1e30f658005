import type { CarrierPlatform } from '../../carriers/kit/carrierPlatform.ts';
import { createJobLoop, type JobLoop } from '../../queue/jobLoop.ts';
import { bookShipment, type WorkedBooking } from '../booking/book.ts';
import { lanePlaces } from '../booking/bookingLane.ts';
import { workPickup } from '../booking/pickups/workPickup.ts';
import { rerouteUnbooked } from '../booking/reroute.ts';
import { printLabel, type WorkedPrint } from '../printing/printLabel.ts';
import type { Workspace } from './workspace.ts';

export interface Workers {
  readonly booking: JobLoop;
  readonly printing: JobLoop;
  /** Finishes what is in hand and takes no more. */
  stop(): Promise<void>;
}

export interface WorkersListener {
  readonly onBooking?: (worked: WorkedBooking) => void;
  readonly onPrint?: (worked: WorkedPrint) => void;
  readonly onBug: (error: unknown) => unknown;
}

/** Starts the two durable workers of a workspace: one books and asks, one prints. */
export async function startWorkers(workspace: Workspace, listener: WorkersListener): Promise<Workers> {
  const platformOf = new Map<string, CarrierPlatform>();
  for (const account of await workspace.store.read.accounts.all()) {
    const platform = workspace.platforms.find(({ manifest }) => manifest.id === account.platform);
    if (platform !== undefined) platformOf.set(account.id, platform);
  }
  const printing = createJobLoop({
    store: workspace.store,
    clock: workspace.clock,
    kinds: ['print'],
    // One connection a printer: many label printers take only one.
    laneLimit: () => 1,
    handle: async (job) => {
      const worked = await printLabel(workspace, job);
      if (worked !== null) listener.onPrint?.(worked);
    },
    onBug: listener.onBug,
  });
  const booking = createJobLoop({
    store: workspace.store,
    clock: workspace.clock,
    kinds: ['book', 'find', 'pickup'],
    laneLimit: (lane) => {
      const platform = platformOf.get(lane);
      return platform === undefined ? placesOfNewAccount : lanePlaces(workspace, lane, platform);
    },
    handle: async (job) => {
      if (job.kind === 'pickup') return workPickup(workspace, job);
      const worked = await bookShipment(workspace, job);
      if (worked === null) return;
      listener.onBooking?.(worked);
      if ((await rerouteUnbooked(workspace, worked)) > 0) booking.wake();
      if (worked.kind === 'booked') printing.wake();
    },
    onBug: listener.onBug,
  });
  booking.start();
  printing.start();
  return {
    booking,
    printing,
    async stop() {
      await booking.stop();
      await printing.stop();
    },
  };
}

/** For an account added after the start: enough until the next one. */
const placesOfNewAccount = 4;
