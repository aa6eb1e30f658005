import { failure } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { wholeText } from '../../kit/wholeText.ts';

const IS_WIDE = 0x01;
const HAS_EXTENDED = 0x04;
const HAS_RUNS = 0x08;

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
    const runs = (flags & HAS_RUNS) !== 0 ? this.word() : 0;
    const extendedBytes = (flags & HAS_EXTENDED) !== 0 ? this.word() + this.word() * 65_536 : 0;
    const text = this.characters(characters, flags);
    this.skip(runs * 4 + extendedBytes);
    return wholeText(text);
  }

  private segment(): Buffer {
    while (this.at >= (this.segments[this.segmentIndex]?.length ?? 0)) {
      if (this.segmentIndex >= this.segments.length) {
        throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'string' }));
      }
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
      const width = (flags & IS_WIDE) !== 0 ? 2 : 1;
      const step = Math.min(left, Math.floor((segment.length - this.at) / width));
      if (step <= 0) throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'string' }));
      const end = this.at + step * width;
      text += segment.toString(width === 2 ? 'utf16le' : 'latin1', this.at, end);
      this.at = end;
      left -= step;
    }
    return text;
  }
}
