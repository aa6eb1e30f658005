import { create } from 'zustand';
import { core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import type { ImportOverrides } from './queries/importQueries.ts';

type Step = Awaited<ReturnType<typeof core.imports.run>> extends AsyncIterable<infer T> ? T : never;
type Finished = Extract<Step, { kind: 'finished' }>;

/** One import as the page sees it. It lives here and not in the screen, so that leaving the screen does not end it. */
export interface ImportRun {
  readonly path: string;
  readonly stage: 'running' | 'cancelling' | 'finished' | 'failed';
  readonly rows: number;
  readonly imported: number;
  /** 0..1, null while the number of rows is not known. */
  readonly share: number | null;
  readonly rowsPerSecond: number;
  readonly result: Finished | null;
  readonly failure: PageFailure | null;
}

interface ImportRunStore {
  readonly run: ImportRun | null;
  start(path: string, overrides: ImportOverrides): void;
  cancel(): void;
  /** Puts a finished run away. */
  clear(): void;
}

let stopRun = (): void => undefined;

/** The import under way or just done; one at a time. */
export const useImportRun = create<ImportRunStore>((set, get) => {
  const update = (change: Partial<ImportRun>): void =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));
  const follow = async (path: string, overrides: ImportOverrides): Promise<void> => {
    const steps = await core.imports.run({ path, overrides });
    stopRun = () => void steps.return?.();
    for await (const step of steps) {
      if (step.kind === 'finished') update({ stage: 'finished', share: 1, result: step });
      else
        update({
          rows: step.rows,
          imported: step.imported,
          share: step.share,
          rowsPerSecond: step.rowsPerSecond,
        });
    }
    if (get().run?.stage === 'cancelling') update({ stage: 'finished' });
  };
  return {
    run: null,
    start: (path, overrides) => {
      const fresh = { rows: 0, imported: 0, share: 0, rowsPerSecond: 0, result: null, failure: null };
      set({ run: { path, stage: 'running', ...fresh } });
      follow(path, overrides).catch((error: unknown) =>
        update({ stage: 'failed', failure: failureOf(error) }),
      );
    },
    cancel: () => {
      update({ stage: 'cancelling' });
      stopRun();
    },
    clear: () => set({ run: null }),
  };
});
