import { corrupt, truncated } from '../kit/tableFormat.ts';

const headerBytes = 512;
const entryBytes = 128;
const headerFatSlots = 109;
/** A workbook has some ten, one with many macros and pictures some hundred. */
const mostEntries = 10_000;
const miniSectorBytes = 64;
/** Sector numbers from here up are marks (end of chain, free, FAT), [MS-CFB] 2.1. */
const firstMark = 0xfffffffa;

interface DirectoryEntry {
  readonly name: string;
  readonly startSector: number;
  readonly sizeBytes: number;
}

/** Reads streams of an OLE compound file ([MS-CFB]) from memory. Throws `TableFault` where chains leave the file. */
export class CompoundFile {
  private readonly bytes: Buffer;
  private readonly sectorBytes: number;
  private readonly miniCutoffBytes: number;
  private readonly fat: Uint32Array;
  private readonly miniFat: Uint32Array;
  private readonly entries: readonly DirectoryEntry[];
  private readonly root: DirectoryEntry;

  constructor(bytes: Buffer) {
    if (bytes.length < headerBytes) throw truncated();
    this.bytes = bytes;
    const sectorShift = bytes.readUInt16LE(30);
    if (sectorShift !== 9 && sectorShift !== 12) throw corrupt('OLE header');
    this.sectorBytes = 1 << sectorShift;
    this.miniCutoffBytes = bytes.readUInt32LE(56);
    this.fat = this.readFat();
    const directory = this.readChain(bytes.readUInt32LE(48));
    this.entries = this.readEntries(directory);
    const root = this.entries[0];
    if (root === undefined) throw truncated();
    this.root = root;
    this.miniFat = toNumbers(this.readChain(bytes.readUInt32LE(60)));
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  stream(name: string): Buffer {
    const entry = this.entries.find((one) => one.name === name);
    if (entry === undefined) throw truncated();
    const data =
      entry.sizeBytes < this.miniCutoffBytes
        ? this.readMiniChain(entry.startSector)
        : this.readChain(entry.startSector);
    if (data.length < entry.sizeBytes) throw truncated();
    return data.subarray(0, entry.sizeBytes);
  }

  private sector(number: number): Buffer {
    const start = (number + 1) * this.sectorBytes;
    if (start + 1 > this.bytes.length) throw truncated();
    return this.bytes.subarray(start, start + this.sectorBytes);
  }

  /** Each sector may be named once: lists that name one again, or themselves, would grow with the square of the file. */
  private readFat(): Uint32Array {
    const slots = this.sectorBytes / 4;
    const fileSectors = Math.ceil(this.bytes.length / this.sectorBytes);
    // Programs that write ahead leave a few to spare.
    const most = Math.ceil(fileSectors / slots) + headerFatSlots;
    const named = new Set<number>();
    const parts: Buffer[] = [];
    const nameOnce = (number: number): Buffer => {
      if (named.has(number)) throw corrupt('OLE sector list');
      named.add(number);
      return this.sector(number);
    };
    const addFat = (number: number): void => {
      if (number >= firstMark) return;
      if (parts.length >= most) throw corrupt('OLE sector list');
      parts.push(nameOnce(number));
    };
    for (let slot = 0; slot < headerFatSlots; slot += 1) addFat(this.bytes.readUInt32LE(76 + slot * 4));
    let next = this.bytes.readUInt32LE(68);
    while (next < firstMark) {
      const table = nameOnce(next);
      if (table.length < this.sectorBytes) throw truncated();
      for (let slot = 0; slot < slots - 1; slot += 1) addFat(table.readUInt32LE(slot * 4));
      next = table.readUInt32LE((slots - 1) * 4);
    }
    return toNumbers(Buffer.concat(parts));
  }

  private readChain(start: number): Buffer {
    const from = this.bytes.subarray(this.sectorBytes);
    return followed(start, this.fat, from, this.sectorBytes);
  }

  private readMiniChain(start: number): Buffer {
    return followed(start, this.miniFat, this.readChain(this.root.startSector), miniSectorBytes);
  }

  private readEntries(directory: Buffer): DirectoryEntry[] {
    if (directory.length > mostEntries * entryBytes) throw corrupt('OLE directory');
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const nameBytes = Math.min(64, directory.readUInt16LE(at + 64));
      entries.push({
        name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
        startSector: directory.readUInt32LE(at + 116),
        sizeBytes: directory.readUInt32LE(at + 120),
      });
    }
    return entries;
  }
}

/** The pieces of a chain in a row. A piece that comes again goes in a circle. Pieces that lie in a row are not copied. */
function followed(start: number, next: Uint32Array, from: Buffer, pieceBytes: number): Buffer {
  const pieces = Math.ceil(from.length / pieceBytes);
  const seen = new Uint8Array(pieces);
  const numbers: number[] = [];
  let isInRow = true;
  for (let number = start; number < firstMark; number = next[number] ?? firstMark) {
    if (number >= pieces) throw truncated();
    if (seen[number] === 1) throw corrupt('OLE chain');
    seen[number] = 1;
    isInRow &&= number === start + numbers.length;
    numbers.push(number);
  }
  if (isInRow) return from.subarray(start * pieceBytes, (start + numbers.length) * pieceBytes);
  return Buffer.concat(
    numbers.map((number) => from.subarray(number * pieceBytes, (number + 1) * pieceBytes)),
  );
}

function toNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}
