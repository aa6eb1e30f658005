const sectorBytes = 512;
const slots = sectorBytes / 4;
const endOfChain = 0xfffffffe;
const freeMark = 0xffffffff;
const fatMark = 0xfffffffd;

/** Where the loop lies: in the list of FAT sectors, in the FAT's own list, in the directory's chain, in the small streams' chain. */
export type OleLoop = 'list' | 'fat' | 'directory' | 'mini-fat' | 'stream';

/**
 * A compound file of `sizeBytes` whose chains go in circles. `list`: the sector of further FAT sectors names itself, and each
 * of its slots the same FAT sector; read without a memory it grows with the square of the file.
 */
export function oleLoopBytes(loop: OleLoop, sizeBytes: number): Buffer {
  const file = Buffer.alloc(sizeBytes);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(endOfChain, 60);
  file.writeUInt32LE(endOfChain, 68);
  file.fill(0xff, 76, sectorBytes);
  file.writeUInt32LE(0, 76);
  const sectorAt = (number: number): number => (number + 1) * sectorBytes;
  const link = (number: number, next: number): void =>
    void file.writeUInt32LE(next, sectorAt(0) + number * 4);
  for (let number = 0; number < slots; number += 1) link(number, freeMark);
  link(0, fatMark);
  link(1, endOfChain);
  writeEntry(file, sectorAt(1), 'Root Entry', endOfChain, 0);
  writeEntry(file, sectorAt(1) + 128, 'Workbook', 4, sizeBytes);
  if (loop === 'list') {
    file.writeUInt32LE(2, 68);
    for (let slot = 0; slot < slots - 1; slot += 1) file.writeUInt32LE(0, sectorAt(2) + slot * 4);
    file.writeUInt32LE(2, sectorAt(2) + (slots - 1) * 4);
  }
  if (loop === 'fat') for (let slot = 0; slot < 109; slot += 1) file.writeUInt32LE(0, 76 + slot * 4);
  if (loop === 'directory') link(1, 1);
  if (loop === 'mini-fat') {
    file.writeUInt32LE(3, 60);
    link(3, 3);
  }
  if (loop === 'stream') {
    link(4, 5);
    link(5, 4);
  }
  return file;
}

function writeEntry(file: Buffer, at: number, name: string, startSector: number, sizeBytes: number): void {
  file.write(name, at, 'utf16le');
  file.writeUInt16LE(name.length * 2 + 2, at + 64);
  file.writeUInt32LE(startSector, at + 116);
  file.writeUInt32LE(sizeBytes, at + 120);
}
