import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { portableCrc32 } from '../../../electron/imports/containers/zipDirectory.ts';
import { listOrderFiles } from '../../../electron/imports/listOrderFiles.ts';
import { withFile } from '../../doubles/files/orderFile.ts';
import { zipBytes } from '../../doubles/files/zipBytes.ts';
import { processorWatch } from '../../doubles/processorWatch.ts';

const megabyteBytes = 1024 * 1024;
const line = '31000000000000,赵样例,13800000001,广东省深圳市南山区样板路1号\n';

/** One packed stream, and a directory in which `count` entries all point at its one local header. */
function sharedStreamZip(count: number, data: Buffer): Buffer {
  const packed = deflateRawSync(data, { level: 9 });
  const name = Buffer.from('0000.csv');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(portableCrc32(data, 0), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
  const listed = Buffer.concat(
    Array.from({ length: count }, (_unused, at) => {
      const own = Buffer.from(`${String(at).padStart(4, '0')}.csv`);
      return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), own]);
    }),
  );
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}

async function listed(bytes: Buffer) {
  const list = await withFile(bytes, (path) => listOrderFiles([path]), 'orders.zip');
  if (!list.ok) throw new Error(list.code);
  return list.value;
}

const suspicious = { files: [], refused: [{ code: 'IMPORT_ARCHIVE_SUSPICIOUS' }] };

describe('a zip whose entries share their bytes', () => {
  it('of 15 kB with 90 entries on one stream of 10 MB is refused at once', async () => {
    const bomb = sharedStreamZip(90, Buffer.alloc(10 * megabyteBytes, line));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const spentMs = processorWatch();
    expect(await listed(bomb)).toMatchObject(suspicious);
    expect(spentMs()).toBeLessThan(1000);
  });

  it('is refused for the overlap, however little it unpacks to', async () => {
    const { refused } = await listed(sharedStreamZip(2, Buffer.from(line)));
    expect(refused[0]?.params).toEqual({ reason: 'overlapping entries' });
  });

  it('many parts that each unpack to just under what is free are refused together', async () => {
    const part = Buffer.alloc(15 * megabyteBytes, line);
    const bomb = zipBytes(Array.from({ length: 20 }, (_unused, at) => ({ name: `${at}.csv`, data: part })));
    expect(await listed(bomb)).toMatchObject(suspicious);
  });

  it('an ordinary zip of several order files is still listed whole', async () => {
    const { files } = await listed(
      zipBytes([
        { name: '一.csv', data: line.repeat(2000) },
        { name: '二.csv', data: line.repeat(2000), isStored: true },
        { name: '三.csv', data: line },
      ]),
    );
    expect(files).toHaveLength(3);
  });
});
