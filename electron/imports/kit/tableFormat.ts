import type { FileHandle } from 'node:fs/promises';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { EncodingQuestion } from './encodingQuestion.ts';
import type { ShareListener } from './reportShare.ts';

/** One cell as the person wrote it: text, never a float. `isDamaged`: digits were already lost in the file. */
export interface TableCell {
  readonly text: string;
  readonly isDamaged?: boolean;
}

/** One row of a sheet. `rowNumber` is the one a spreadsheet program shows (1-based, gaps kept). */
export interface TableRow {
  readonly rowNumber: number;
  readonly cells: readonly TableCell[];
  readonly isHidden?: boolean;
}

export interface TableSheet {
  readonly name: string;
  /** Streams: never the whole sheet in memory. Throws `TableFault` for what is wrong inside the file. */
  rows(onShare?: ShareListener): AsyncIterable<TableRow>;
}

export interface OpenTable {
  readonly format: string;
  /** Character encoding of text formats, `utf-8` for xlsx. */
  readonly encoding: string;
  /** Text formats only: `encoding` is a guess that a person must confirm before anything is stored. */
  readonly encodingQuestion?: EncodingQuestion;
  readonly sheets: readonly TableSheet[];
  close(): Promise<void>;
}

/** The bytes of one file, read once by handle or held in memory. */
export interface TableSource {
  readonly path: string;
  readonly sizeBytes: number;
  /** First 4 KiB, for sniffing. */
  readonly head: Uint8Array;
  /** The one open handle: a format reads through it and never opens the path again. Closed by `openOrderFile`. */
  readonly handle: FileHandle;
  /** What was unwrapped from the file (a member of a zip, a decrypted workbook): read instead of the handle. */
  readonly memory?: Buffer;
  /** Character encoding the operator chose for a text file, absent when it is to be found out. */
  readonly encoding?: string;
}

/**
 * One file format. A folder under `imports/formats/`, one line in `imports/index.ts`, judged by
 * `test/conformance/tableFormat`. The kind is decided by content (`sniff`), never by the name.
 */
export interface TableFormat {
  readonly id: string;
  sniff(source: TableSource): boolean;
  open(source: TableSource): Promise<Outcome<OpenTable>>;
}
