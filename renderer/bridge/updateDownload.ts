import { create } from 'zustand';
import { ask, core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import { queryClient } from './queryClient.ts';

interface UpdateDownload {
  /** null: nothing is being downloaded. */
  readonly progress: { readonly doneBytes: number; readonly totalBytes: number } | null;
  /** Why the last one ended before it was whole; null: it did not, or a person stopped it. */
  readonly failure: PageFailure | null;
  start(totalBytes: number): void;
  stop(): void;
}

let stopDownload = (): void => undefined;

/** The download of a new version. It lives here, so that leaving the screen does not end it. */
export const useUpdateDownload = create<UpdateDownload>((set, get) => {
  async function follow(): Promise<void> {
    const steps = await core.updates.download();
    stopDownload = () => void steps.return?.();
    for await (const step of steps) {
      if (step.kind === 'progress') set({ progress: step });
    }
  }
  return {
    progress: null,
    failure: null,
    start(totalBytes) {
      if (get().progress !== null) return;
      set({ progress: { doneBytes: 0, totalBytes }, failure: null });
      void follow()
        .catch((error: unknown) => set({ failure: failureOf(error) }))
        .finally(() => {
          set({ progress: null });
          void queryClient.invalidateQueries({ queryKey: ask.updates.get.key() });
        });
    },
    stop: () => stopDownload(),
  };
});
