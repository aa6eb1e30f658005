import { deflateRawSync } from 'node:zlib';
import { portableCrc32 } from '../../../electron/imports/containers/zipDirectory.ts';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Written to the directory instead of the true size. */
  readonly claimedBytes?: number;
  readonly claimedCrc?: number;
  readonly flags?: number;
  /** Name in another encoding than UTF-8. */
  readonly rawName?: Uint8Array;
  readonly unixMode?: number;
  readonly isStored?: boolean;
}

/** A zip with any lie one wants in its directory. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as Uint8Array);
    const packed = part.isStored === true ? data : deflateRawSync(data);
    const name = Buffer.from(part.rawName ?? Buffer.from(part.name));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(part.isStored === true ? 0 : 8, 4);
    fields.writeUInt32LE(part.claimedCrc ?? portableCrc32(data, 0), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedBytes ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((part.unixMode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

export interface WorkbookText {
  /** Inside of `<worksheet>`. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet, written by hand. */
export function workbookParts(text: WorkbookText): ZipPart[] {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const parts: ZipPart[] = [
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}">${text.workbookProperties ?? ''}<sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<?xml version="1.0"?><worksheet xmlns="${main}">${text.sheet}</worksheet>`,
    },
  ];
  if (text.strings !== undefined) {
    parts.push({ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${text.strings}</sst>` });
  }
  if (text.styles !== undefined) {
    parts.push({ name: 'xl/styles.xml', data: `<styleSheet xmlns="${main}">${text.styles}</styleSheet>` });
  }
  return parts;
}

export function workbookBytes(text: WorkbookText): Buffer {
  return zipBytes(workbookParts(text));
}
