import type { core } from './core.ts';
import type { PageFailure } from './failureOf.ts';
import type { ImportOverrides, Recognition } from './queries/importQueries.ts';

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
  /** Empty: it was refused before it could be opened. Of a paste only a name. */
  readonly path: string;
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
