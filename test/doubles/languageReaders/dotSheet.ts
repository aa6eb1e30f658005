import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';

/** What a reader found on the paper. */
export interface ReadLabel {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  /** 1 prints. */
  readonly data: Uint8Array;
  readonly copies: number;
}

export function asBitmap(label: Omit<ReadLabel, 'copies'>, dpi: LabelBitmap['dpi']): LabelBitmap {
  const { widthDots, heightDots, bytesPerRow, data } = label;
  return { widthDots, heightDots, bytesPerRow, data, dpi };
}

/** Walks over bytes that mix text lines and counted binary. */
export class ByteWalker {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new Error(`${count} bytes announced, fewer came`);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  takeByte(): number {
    return this.take(1)[0] as number;
  }

  /** Printable ASCII up to one of the stop characters, which is taken too. */
  takeText(stops: string): string {
    let text = '';
    for (;;) {
      const character = String.fromCharCode(this.takeByte());
      if (stops.includes(character)) return text;
      if (character < ' ' || character > '~') throw new Error(`control byte in a command after "${text}"`);
      text += character;
    }
  }

  expect(text: string): void {
    const found = Buffer.from(this.take(text.length)).toString('latin1');
    if (found !== text) throw new Error(`expected ${JSON.stringify(text)}, found ${JSON.stringify(found)}`);
  }
}
