import { failure } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../kit/tableFault.ts';

/** Record types of BIFF8 that carry something for us ([MS-XLS] 2.3). */
export const biff = {
  formula: 0x0006,
  endOfSubstream: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  beginSubstream: 0x0809,
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** The record and its continuations, apart: strings are cut in a way of their own at these borders. */
  readonly segments: readonly Buffer[];
}

/** The records of one substream, from its BOF at `offset` to its EOF. Nested substreams (charts) are passed over. */
export function* biffRecords(stream: Buffer, offset: number): Generator<BiffRecord, void, void> {
  let depth = 0;
  let at = offset;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    let end = at + 4 + stream.readUInt16LE(at + 2);
    const segments = [stream.subarray(at + 4, end)];
    while (end + 4 <= stream.length && stream.readUInt16LE(end) === biff.continued) {
      const start = end + 4;
      end = start + stream.readUInt16LE(end + 2);
      segments.push(stream.subarray(start, end));
    }
    if (end > stream.length) break;
    at = end;
    if (type === biff.beginSubstream) depth += 1;
    if (depth <= 1) yield { type, data: segments[0] ?? Buffer.alloc(0), segments };
    if (type === biff.endOfSubstream) {
      depth -= 1;
      if (depth <= 0) return;
    }
  }
  throw new TableFault(failure('IMPORT_FILE_TRUNCATED'));
}
