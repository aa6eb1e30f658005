import { createJobLoop, type JobLoop } from '../queue/jobLoop.ts';
import { bookShipment, type WorkedBooking } from './bookShipment.ts';
import { printLabel, type WorkedPrint } from './printLabel.ts';
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
  const concurrency = new Map<string, number>();
  for (const account of await workspace.store.read.accounts.all()) {
    const platform = workspace.platforms.find(({ manifest }) => manifest.id === account.platform);
    concurrency.set(account.id, platform?.manifest.concurrency ?? 1);
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
    kinds: ['book', 'find'],
    laneLimit: (lane) => concurrency.get(lane) ?? defaultConcurrency,
    handle: async (job) => {
      const worked = await bookShipment(workspace, job);
      if (worked === null) return;
      listener.onBooking?.(worked);
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

/** For an account added after the start. */
const defaultConcurrency = 4;
