import type { Failure } from '../../shared/errors/outcome.ts';
import type { FileRecognition } from '../imports/kit/orderDraft.ts';
import type { OpenOptions } from '../imports/openOrderFile.ts';
import type { RecognitionOptions } from '../imports/recognition/recogniseTable.ts';
import type { UnderstoodRow } from './orderSource.ts';

/** What the reading thread is started with. */
export interface ReaderTask {
  readonly path: string;
  readonly options: RecognitionOptions & OpenOptions;
  /** Where the division data in use lies: the thread reads it for itself. */
  readonly divisionFolder: string;
}

export type ReaderMessage =
  | { readonly kind: 'opened'; readonly recognition: FileRecognition }
  | { readonly kind: 'rows'; readonly rows: readonly UnderstoodRow[]; readonly share: number | null }
  | { readonly kind: 'end'; readonly share: number | null }
  /** The file is bad, at its opening or further down. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The store's answer to each batch of rows taken: read on. */
export type ReaderRequest = 'more';

/** Batches under way between the threads: reading goes on while one is stored, and memory stays flat when it lags. */
export const batchesAhead = 6;
