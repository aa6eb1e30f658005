import { create } from 'zustand';
import { core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import { pageBridge } from './page.ts';

interface BookingRunStore {
  /** When the run began that the page follows; null: none was started here. */
  readonly since: number | null;
  /** Orders of a batch that was sent a moment ago and is not in the queue yet, at least not whole; null: there is none. */
  readonly planning: number | null;
  /** Orders of the batch that was sent last; 0: none was. */
  readonly sent: number;
  plan(orders: number): void;
  /** It came to nothing. */
  planEnded(): void;
  /** `isJoined`: the batch joins a run that still goes on, and keeps its beginning. */
  begin(at: number, isJoined: boolean): void;
  end(): void;
}

/** The run of bookings the page follows. It lives here, so that leaving the screen does not end it. */
export const useBookingRun = create<BookingRunStore>((set) => ({
  since: null,
  planning: null,
  sent: 0,
  plan: (orders) => set({ planning: orders, sent: orders }),
  planEnded: () => set({ planning: null }),
  begin: (at, isJoined) => set(({ since }) => ({ since: isJoined ? (since ?? at) : at })),
  end: () => set({ since: null }),
}));

/** From the click on, main knows that closing the window would interrupt it. Called once. */
export function reportStarting(): void {
  useBookingRun.subscribe(({ planning }, before) => {
    if ((planning === null) !== (before.planning === null)) pageBridge().reportStarting(planning !== null);
  });
}

/** Many acceptances, or the undoing of a step, as the page sees them. */
export interface CorrectionBatch {
  readonly kind: 'accept' | 'undo';
  readonly stage: 'running' | 'cancelling' | 'finished' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  /** Of `accept`: accepted orders; of `undo`: taken back. */
  readonly changed: number;
  /** Booked or changed since: stay as they are. */
  readonly kept: number;
  readonly stepId: string | null;
  readonly isCancelled: boolean;
  readonly failure: PageFailure | null;
}

interface BatchStore {
  readonly batch: CorrectionBatch | null;
  accept(request: Parameters<typeof core.correct.acceptAbove>[0], total: number, now: number): void;
  /** `onDone`: once all is taken back. */
  undo(stepId: string, total: number, now: number, onDone: () => void): void;
  cancel(): void;
  clear(): void;
}

let stopBatch = (): void => undefined;

/** The batch under way or just done; one at a time. It lives here, so that leaving the screen does not end it. */
export const useCorrectionBatch = create<BatchStore>((set, get) => {
  const update = (change: Partial<CorrectionBatch>): void =>
    set(({ batch }) => (batch === null ? {} : { batch: { ...batch, ...change } }));
  const begin = (kind: CorrectionBatch['kind'], total: number, startedAt: number): void =>
    set({
      batch: {
        kind,
        stage: 'running',
        done: 0,
        total,
        startedAt,
        changed: 0,
        kept: 0,
        stepId: null,
        isCancelled: false,
        failure: null,
      },
    });
  const follow = async <Step>(
    asked: Promise<AsyncIterable<Step> & { return?(): unknown }>,
    take: (step: Step) => void,
  ): Promise<void> => {
    try {
      const steps = await asked;
      stopBatch = () => void steps.return?.();
      for await (const step of steps) take(step);
      if (get().batch?.stage === 'cancelling') update({ stage: 'finished', isCancelled: true });
    } catch (error) {
      update({ stage: 'failed', failure: failureOf(error) });
    }
  };
  return {
    batch: null,
    accept: (request, total, now) => {
      begin('accept', total, now);
      void follow(core.correct.acceptAbove(request), (step) => {
        if (step.kind === 'progress') update({ done: step.done, changed: step.accepted });
        else {
          const { accepted: changed, stepId, isCancelled } = step;
          update({ stage: 'finished', changed, stepId, isCancelled });
        }
      });
    },
    undo: (stepId, total, now, onDone) => {
      begin('undo', total, now);
      void follow(core.correct.undo({ stepId }), (step) => {
        if (step.kind === 'progress') update({ done: step.done });
        else {
          update({ stage: 'finished', changed: step.undone, kept: step.kept });
          onDone();
        }
      });
    },
    cancel: () => {
      update({ stage: 'cancelling' });
      stopBatch();
    },
    clear: () => set({ batch: null }),
  };
});
