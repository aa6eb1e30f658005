import { create } from 'zustand';
import type { HandedFile } from '../../shared/contracts/bridge.ts';
import { core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';
import type { ImportOverrides, Recognition } from './questions.ts';

type Step = Awaited<ReturnType<typeof core.imports.run>> extends AsyncIterable<infer T> ? T : never;

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
  /** Undefined: it was refused before it could be opened, or it is a paste. */
  readonly fileToken: string | undefined;
  readonly name: string;
  /** What the operator said of it. A password stands here only as long as the item does. */
  readonly overrides: ImportOverrides;
  readonly stage: ImportStage;
  readonly recognition: Recognition | null;
  readonly run: ImportRun;
  readonly result: Extract<Step, { kind: 'finished' }> | null;
  readonly failure: PageFailure | null;
}

export const isUnderWay = ({ stage }: Pick<ImportItem, 'stage'>): boolean =>
  stage === 'running' || stage === 'cancelling';

interface ImportQueue {
  readonly items: readonly ImportItem[];
  readonly shownId: string | null;
  /** Adds at the end and shows the first of them, unless they only belong to what is shown. */
  put(added: readonly ImportItem[], isShown: boolean): void;
  update(id: string, change: Partial<ImportItem>): void;
  drop(id: string): void;
  show(id: string): void;
  clear(): void;
}

/** Files being taken in. Lives here and not in the screen, so that leaving the screen ends nothing. */
export const useImportQueue = create<ImportQueue>((set) => ({
  items: [],
  shownId: null,
  put: (added, isShown) => {
    const [first] = added;
    if (first === undefined) return;
    set(({ items, shownId }) => ({
      items: [...items, ...added],
      shownId: isShown || shownId === null ? first.id : shownId,
    }));
  },
  update: (id, change) =>
    set(({ items }) => ({ items: items.map((item) => (item.id === id ? { ...item, ...change } : item)) })),
  drop: (id) =>
    set(({ items, shownId }) => {
      const left = items.filter((item) => item.id !== id);
      return { items: left, shownId: shownId === id ? (left.at(-1)?.id ?? null) : shownId };
    }),
  show: (id) => set({ shownId: id }),
  clear: () => set({ items: [], shownId: null }),
}));

/** As long as the contract takes it. */
const maxNameLength = 200;

const noRun: ImportRun = { rows: 0, imported: 0, share: 0, rowsPerSecond: 0 };

let lastId = 0;
/** How often an item was asked about: a late answer to an earlier question is not taken. */
const askedTimes = new Map<string, number>();
/** Items whose other sheets are in the queue already. */
const spreadItems = new Set<string>();
let stopRun = (): void => undefined;

const find = (id: string): ImportItem | undefined =>
  useImportQueue.getState().items.find((item) => item.id === id);
const update = (id: string, change: Partial<ImportItem>): void =>
  useImportQueue.getState().update(id, change);

function newItem(given: Pick<ImportItem, 'fileToken' | 'name'> & Partial<ImportItem>): ImportItem {
  lastId += 1;
  const plain = { overrides: {}, stage: 'reading', recognition: null, result: null, failure: null } as const;
  return { id: `file-${lastId}`, run: noRun, ...plain, ...given };
}

/** What stands for its file, or its cells under its name, with what the operator said of it. */
export const sourceOf = ({
  fileToken,
  name,
  overrides,
}: Pick<ImportItem, 'fileToken' | 'name' | 'overrides'>) => ({
  ...(fileToken === undefined ? { name: name.slice(0, maxNameLength) } : { fileToken }),
  overrides,
});

async function recognise(id: string): Promise<void> {
  const item = find(id);
  if (item === undefined) return;
  const asked = (askedTimes.get(id) ?? 0) + 1;
  askedTimes.set(id, asked);
  update(id, { stage: 'reading', failure: null });
  const change = await core.imports.recognise(sourceOf(item)).then(
    (recognition): Partial<ImportItem> => ({ stage: 'known', recognition }),
    (error: unknown): Partial<ImportItem> => ({ stage: 'unreadable', failure: failureOf(error) }),
  );
  if (askedTimes.get(id) !== asked) return;
  update(id, change);
  const { sheet = '', otherSheets = [] } = change.recognition ?? {};
  await spreadSheets(id, sheet, otherSheets);
}

/** A workbook with a sheet for each day or shop: each sheet of orders is an item of its own, named after it, once. */
async function spreadSheets(id: string, first: string, others: readonly string[]): Promise<void> {
  const item = find(id);
  if (item === undefined || spreadItems.has(id) || others.length === 0) return;
  spreadItems.add(id);
  const { columns: _columns, ...overrides } = item.overrides;
  update(id, { name: `${item.name} / ${first}`, overrides: { ...item.overrides, sheet: first } });
  await putAndRecognise(
    others.map((sheet) =>
      newItem({
        fileToken: item.fileToken,
        name: `${item.name} / ${sheet}`,
        overrides: { ...overrides, sheet },
      }),
    ),
    false,
  );
}

/** One after the other: a drop of a hundred files must not hold up what else the core is asked. */
async function putAndRecognise(items: readonly ImportItem[], isShown = true): Promise<void> {
  useImportQueue.getState().put(items, isShown);
  for (const { id, stage } of items) if (stage === 'reading') await recognise(id);
}

async function follow(followed: ImportItem): Promise<void> {
  const { id } = followed;
  const beside = useImportQueue
    .getState()
    .items.flatMap(({ id: other, fileToken, stage, overrides: { entry = null } }) =>
      other === id || fileToken === undefined || stage === 'unreadable' ? [] : [{ fileToken, entry }],
    );
  const steps = await core.imports.run({ ...sourceOf(followed), beside });
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
}

function runNext(): void {
  const { items } = useImportQueue.getState();
  if (items.some(isUnderWay)) return;
  const item = items.find(({ stage }) => stage === 'waiting');
  if (item === undefined) return;
  update(item.id, { stage: 'running', run: noRun, failure: null, result: null });
  follow(item)
    .catch((error: unknown) => update(item.id, { stage: 'failed', failure: failureOf(error) }))
    .finally(runNext);
}

/** What an operator does to the files being taken in; one run at a time. */
export const importQueue = {
  /**
   * Files, folders and zips, recognised; what is no order table among them is shown with its reason. Throws what the listing
   * failed with. Their ids.
   */
  async addFiles(given: readonly HandedFile[]): Promise<readonly string[]> {
    if (given.length === 0) return [];
    const fileTokens = given.map(({ fileToken }) => fileToken);
    const { files, refused } = await core.imports.list({ fileTokens });
    const good = files.map(({ fileToken, entry, name }) =>
      newItem({ fileToken, name, overrides: entry === null ? {} : { entry } }),
    );
    const bad = refused.map(({ name, code, params }) =>
      newItem({ fileToken: undefined, name, stage: 'unreadable', failure: { code, params: params ?? {} } }),
    );
    await putAndRecognise([...good, ...bad]);
    return [...good, ...bad].map(({ id }) => id);
  },
  /** Cells from the clipboard; `name` stands for a file name from now on. */
  addPasted: (pasted: string, name: string): Promise<void> =>
    putAndRecognise([newItem({ fileToken: undefined, name, overrides: { pasted } })]),
  /** Takes an answer of the operator and recognises the file again with it. */
  answer(id: string, change: ImportOverrides): void {
    const item = find(id);
    if (item === undefined) return;
    update(id, { overrides: { ...item.overrides, ...change } });
    void recognise(id);
  },
  /** Queues these; those not recognised yet are left alone. */
  start(ids: readonly string[]): void {
    for (const id of ids) if (find(id)?.stage === 'known') update(id, { stage: 'waiting' });
    runNext();
  },
  /** Stops a run within a second, what is stored stays; or takes a waiting one out of the queue. */
  cancel(id: string): void {
    const stage = find(id)?.stage;
    if (stage === 'waiting') update(id, { stage: 'known' });
    if (stage !== 'running') return;
    update(id, { stage: 'cancelling' });
    stopRun();
  },
  /** Puts an item away; a running one is cancelled first. */
  remove(id: string): void {
    importQueue.cancel(id);
    askedTimes.delete(id);
    spreadItems.delete(id);
    useImportQueue.getState().drop(id);
  },
  /** Forgets everything, running or not: the workspace was locked. */
  clear(): void {
    stopRun();
    askedTimes.clear();
    spreadItems.clear();
    useImportQueue.getState().clear();
  },
};
