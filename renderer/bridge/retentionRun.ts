import { create } from 'zustand';
import { ask, core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import { queryClient } from './queryClient.ts';

interface RetentionRun {
  readonly stage: 'running' | 'stopped' | 'finished' | 'failed';
  /** Orders that were due when it began. */
  readonly total: number;
  readonly erased: number;
  /** Once it is finished. */
  readonly files: number;
  readonly failure: PageFailure | null;
}

interface RetentionRunStore {
  readonly run: RetentionRun | null;
  start(request: Parameters<typeof core.retention.run>[0], total: number): void;
  stop(): void;
  clear(): void;
}

let stopRun = (): void => undefined;

/** The erasing under way, or just done. It lives here, so that leaving the screen does not end it. */
export const useRetentionRun = create<RetentionRunStore>((set, get) => {
  const update = (change: Partial<RetentionRun>): void =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));
  async function follow(request: Parameters<typeof core.retention.run>[0]): Promise<void> {
    const steps = await core.retention.run(request);
    stopRun = () => void steps.return?.();
    for await (const step of steps) {
      if (step.kind === 'finished') update({ stage: 'finished', erased: step.erased, files: step.files });
      else update({ erased: step.erased });
    }
    if (get().run?.stage === 'running') update({ stage: 'stopped' });
  }
  return {
    run: null,
    start(request, total) {
      if (get().run?.stage === 'running') return;
      set({ run: { stage: 'running', total, erased: 0, files: 0, failure: null } });
      void follow(request)
        .catch((error: unknown) => update({ stage: 'failed', failure: failureOf(error) }))
        .finally(() => queryClient.invalidateQueries({ queryKey: ask.retention.get.key() }));
    },
    stop: () => stopRun(),
    clear: () => set({ run: null }),
  };
});
