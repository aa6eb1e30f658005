import type { Failure } from '../../../../shared/errors/outcome.ts';
import type { FileRecognition } from '../../../imports/kit/orderDraft.ts';
import type { ReadOptions } from '../../../imports/readOrderFile.ts';

/** What the reading thread is started with. */
export interface ReaderTask {
  readonly path: string;
  readonly options: ReadOptions;
  /** Where the division data in use lies: the thread reads it for itself. */
  readonly divisionFolder: string;
}

export type ReaderMessage =
  | { readonly kind: 'opened'; readonly recognition: FileRecognition }
  /** `rows` as `packRows` writes them: cloning the same records field by field takes three times as long on either side. */
  | { readonly kind: 'rows'; readonly rows: string; readonly share: number | null }
  /** Nothing new, but still at work: a thread that says nothing for seconds is ended. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly share: number | null }
  /** The file is bad, at its opening or further down. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The store's answer to each batch of rows taken: read on. */
export type ReaderRequest = 'more';

/** How often a thread without news says that it is alive. */
export const aliveIntervalMs = 1000;

/**
 * Batches of 250 rows under way between the threads, 2 MB of text: reading goes on while 2,000 orders are stored and has the
 * next as many ready after it, and memory stays flat when storing lags.
 */
export const batchesAhead = 16;
