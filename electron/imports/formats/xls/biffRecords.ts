import { wholeText } from '../../kit/cellText.ts';
import { corrupt, truncated } from '../../kit/tableFormat.ts';

/** Record types of BIFF8 that carry something for us ([MS-XLS] 2.3). */
export const biff = {
  formula: 0x0006,
  endOfSubstream: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
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
  throw truncated();
}

const isWideFlag = 0x01;
const hasExtendedFlag = 0x04;
const hasRunsFlag = 0x08;

/** Reads Unicode strings ([MS-XLS] 2.5.293) across the borders of continued records. */
export class BiffStringReader {
  private readonly segments: readonly Buffer[];
  private segmentIndex = 0;
  private at: number;

  constructor(segments: readonly Buffer[], offset: number) {
    this.segments = segments;
    this.at = offset;
  }

  /** `lengthBytes`: 2 for most strings, 1 for sheet names. */
  read(lengthBytes: 1 | 2): string {
    const characters = lengthBytes === 1 ? this.byte() : this.word();
    const flags = this.byte();
    const runs = (flags & hasRunsFlag) !== 0 ? this.word() : 0;
    const extendedBytes = (flags & hasExtendedFlag) !== 0 ? this.word() + this.word() * 65_536 : 0;
    const text = this.characters(characters, flags);
    this.skip(runs * 4 + extendedBytes);
    return wholeText(text);
  }

  private segment(): Buffer {
    while (this.at >= (this.segments[this.segmentIndex]?.length ?? 0)) {
      if (this.segmentIndex >= this.segments.length) throw corrupt('string');
      this.segmentIndex += 1;
      this.at = 0;
    }
    return this.segments[this.segmentIndex] ?? Buffer.alloc(0);
  }

  private byte(): number {
    const value = this.segment()[this.at] ?? 0;
    this.at += 1;
    return value;
  }

  private word(): number {
    return this.byte() + this.byte() * 256;
  }

  private skip(count: number): void {
    let left = count;
    while (left > 0) {
      const step = Math.min(left, this.segment().length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** Where characters cross into the next record, that record begins with the flags anew. */
  private characters(count: number, firstFlags: number): string {
    let flags = firstFlags;
    let left = count;
    let text = '';
    while (left > 0) {
      const before = this.segmentIndex;
      const segment = this.segment();
      if (this.segmentIndex !== before) flags = this.byte();
      const width = (flags & isWideFlag) !== 0 ? 2 : 1;
      const step = Math.min(left, Math.floor((segment.length - this.at) / width));
      if (step <= 0) throw corrupt('string');
      const end = this.at + step * width;
      text += segment.toString(width === 2 ? 'utf16le' : 'latin1', this.at, end);
      this.at = end;
      left -= step;
    }
    return text;
  }
}
