import { create } from 'zustand';
import { core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import type { ImportOverrides, Recognition } from './queries/importQueries.ts';

type Step = Awaited<ReturnType<typeof core.imports.run>> extends AsyncIterable<infer T> ? T : never;
type Finished = Extract<Step, { kind: 'finished' }>;
/** Where rows come from: a file on disk, or cells from the clipboard. */
export type ImportSource = { readonly path: string } | { readonly pasted: string };

/**
 * `reading`: being recognised · `known`: recognised, a person may look and start · `unreadable`: not recognised ·
 * `waiting`: its turn comes · `running` · `cancelling` · `finished` · `failed`: stopped in the middle.
 */
export type ImportStage =
  | 'reading'
  | 'known'
  | 'unreadable'
  | 'waiting'
  | 'running'
  | 'cancelling'
  | 'finished'
  | 'failed';

/** How far a run has come. */
export interface ImportRun {
  readonly rows: number;
  readonly imported: number;
  /** 0..1, null while the number of rows is not known. */
  readonly share: number | null;
  readonly rowsPerSecond: number;
}

/** One file, or one paste, on its way into the order book. */
export interface ImportItem {
  readonly id: string;
  readonly source: ImportSource;
  readonly name: string;
  readonly overrides: ImportOverrides;
  readonly stage: ImportStage;
  readonly recognition: Recognition | null;
  readonly run: ImportRun;
  readonly result: Finished | null;
  readonly failure: PageFailure | null;
}

interface ImportQueue {
  readonly items: readonly ImportItem[];
  readonly shownId: string | null;
  add(sources: readonly { readonly source: ImportSource; readonly name: string }[]): void;
  show(id: string): void;
  /** Takes an answer of the operator and recognises the file again with it. */
  answer(id: string, change: ImportOverrides): void;
  /** Starts these one after the other; those not yet recognised are left alone. */
  start(ids: readonly string[]): void;
  cancel(id: string): void;
  /** Puts an item away; a running one is cancelled first. */
  remove(id: string): void;
  /** Forgets everything, running or not: the workspace was locked. */
  clear(): void;
}

const noRun: ImportRun = { rows: 0, imported: 0, share: 0, rowsPerSecond: 0 };
const underWay: readonly ImportStage[] = ['running', 'cancelling'];
export const isUnderWay = ({ stage }: ImportItem): boolean => underWay.includes(stage);

let lastId = 0;
/** Raised with each recognition of an item: a late answer to an earlier question is not taken. */
const askedTimes = new Map<string, number>();
let stopRun = (): void => undefined;

/**
 * Files being taken in, one run at a time. It lives here and not in the screen, so that leaving the screen ends nothing.
 * Passwords stand in `overrides` only as long as the item does.
 */
export const useImportQueue = create<ImportQueue>((set, get) => {
  const find = (id: string): ImportItem | undefined => get().items.find((item) => item.id === id);
  const update = (id: string, change: Partial<ImportItem>): void =>
    set(({ items }) => ({ items: items.map((item) => (item.id === id ? { ...item, ...change } : item)) }));

  const recognise = (id: string): void => {
    const item = find(id);
    if (item === undefined) return;
    const asked = (askedTimes.get(id) ?? 0) + 1;
    askedTimes.set(id, asked);
    const take = (change: Partial<ImportItem>): void => {
      if (askedTimes.get(id) === asked) update(id, change);
    };
    update(id, { stage: 'reading', failure: null });
    core.imports.recognise({ ...item.source, overrides: item.overrides }).then(
      (recognition) => take({ stage: 'known', recognition }),
      (error: unknown) => take({ stage: 'unreadable', failure: failureOf(error) }),
    );
  };

  const follow = async ({ id, source, overrides }: ImportItem): Promise<void> => {
    const steps = await core.imports.run({ ...source, overrides });
    stopRun = () => void steps.return?.();
    if (find(id)?.stage === 'cancelling') stopRun();
    for await (const step of steps) {
      if (step.kind === 'finished') update(id, { stage: 'finished', result: step });
      else {
        const { kind: _kind, ...run } = step;
        update(id, { run });
      }
    }
    if (find(id)?.stage === 'cancelling') update(id, { stage: 'finished' });
  };

  const next = (): void => {
    const { items } = get();
    if (items.some(isUnderWay)) return;
    const item = items.find(({ stage }) => stage === 'waiting');
    if (item === undefined) return;
    update(item.id, { stage: 'running', run: noRun, failure: null, result: null });
    follow(item)
      .catch((error: unknown) => update(item.id, { stage: 'failed', failure: failureOf(error) }))
      .finally(next);
  };

  return {
    items: [],
    shownId: null,
    add: (sources) => {
      const added = sources.map(({ source, name }): ImportItem => {
        lastId += 1;
        const plain = { overrides: {}, recognition: null, run: noRun, result: null, failure: null };
        return { id: `file-${lastId}`, source, name, stage: 'reading', ...plain };
      });
      const [first] = added;
      if (first === undefined) return;
      set(({ items }) => ({ items: [...items, ...added], shownId: first.id }));
      for (const { id } of added) recognise(id);
    },
    show: (id) => set({ shownId: id }),
    answer: (id, change) => {
      const item = find(id);
      if (item === undefined) return;
      update(id, { overrides: { ...item.overrides, ...change } });
      recognise(id);
    },
    start: (ids) => {
      for (const id of ids) if (find(id)?.stage === 'known') update(id, { stage: 'waiting' });
      next();
    },
    cancel: (id) => {
      const stage = find(id)?.stage;
      if (stage === 'waiting') update(id, { stage: 'known' });
      if (stage !== 'running') return;
      update(id, { stage: 'cancelling' });
      stopRun();
    },
    remove: (id) => {
      get().cancel(id);
      askedTimes.delete(id);
      set(({ items, shownId }) => {
        const left = items.filter((item) => item.id !== id);
        return { items: left, shownId: shownId === id ? (left.at(-1)?.id ?? null) : shownId };
      });
    },
    clear: () => {
      stopRun();
      askedTimes.clear();
      set({ items: [], shownId: null });
    },
  };
});
