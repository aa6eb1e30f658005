import { deflateRawSync } from 'node:zlib';
import { portableCrc32 } from '../containers/zipDirectory.ts';

export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly text: string;
}

const mark = (text: string) => Buffer.from(text, 'latin1');

/** What a reader needs, and what every entry shares: version, flags, method, and 1980-01-01, so that the file does not depend on a clock. */
function fieldsOf(packed: Buffer, data: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(portableCrc32(data, 0), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** A small zip of texts, whole in memory. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name: written, text } of entries) {
    const [name, data] = [Buffer.from(written, 'ascii'), Buffer.from(text, 'utf8')];
    const packed = deflateRawSync(data);
    const fields = fieldsOf(packed, data, name);
    const local = Buffer.concat([mark('PK\x03\x04'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([mark('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, mark('PK\x05\x06'), end]);
}
