import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOrderFile } from '../../electron/imports/openOrderFile.ts';
import { readRows, readTexts, withFile } from '../doubles/files/orderFile.ts';
import { workbookBytes, workbookParts, zipBytes } from '../doubles/files/zipBytes.ts';
import { processorWatch } from '../doubles/processorWatch.ts';

const row = (cells: string, attributes = 'r="1"'): string =>
  `<sheetData><row ${attributes}>${cells}</row></sheetData>`;
const text = (value: string, reference: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

async function refusal(bytes: Uint8Array | string): Promise<string> {
  const outcome = await readRows(bytes);
  return outcome.ok ? `${outcome.value.length} rows` : outcome.code;
}

describe('a file made to harm', () => {
  it('that unpacks to far more than it packs is refused before it is unpacked', async () => {
    const bomb = workbookBytes({ sheet: row(text('0'.repeat(64 * 1024 * 1024), 'A1')) });
    const before = process.memoryUsage().rss;
    expect(await refusal(bomb)).toBe('IMPORT_ARCHIVE_SUSPICIOUS');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('whose directory lies about the size is refused when the lie shows', async () => {
    const parts = workbookParts({ sheet: row(text('0'.repeat(64 * 1024 * 1024), 'A1')) });
    const lying = parts.map((part) =>
      part.name.includes('sheet1') ? { ...part, claimedBytes: 4096 } : part,
    );
    expect(await refusal(zipBytes(lying))).toBe('IMPORT_ARCHIVE_SUSPICIOUS');
  });

  it('that claims more than a gigabyte in many parts is refused by its directory alone', async () => {
    const parts = Array.from({ length: 70 }, (_unused, index) => ({
      name: `xl/media/${index}`,
      data: 'x',
      claimedBytes: 16 * 1024 * 1024,
    }));
    expect(await refusal(zipBytes([...workbookParts({ sheet: '<sheetData/>' }), ...parts]))).toBe(
      'IMPORT_ARCHIVE_SUSPICIOUS',
    );
  });

  it('with thousands of parts or the same part twice is refused', async () => {
    const many = Array.from({ length: 2001 }, (_unused, index) => ({ name: `p${index}`, data: '' }));
    expect(await refusal(zipBytes(many))).toBe('IMPORT_ARCHIVE_SUSPICIOUS');
    const parts = workbookParts({ sheet: '<sheetData/>' });
    expect(await refusal(zipBytes([...parts, ...parts]))).toBe('IMPORT_ARCHIVE_SUSPICIOUS');
  });

  it('that puts a value into the last cell a sheet can have is refused', async () => {
    expect(await refusal(workbookBytes({ sheet: row(text('x', 'XFD1048576'), 'r="1048576"') }))).toBe(
      'IMPORT_TOO_MANY_COLUMNS',
    );
  });

  it('with a document type in any part is refused', async () => {
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const parts = workbookParts({ sheet: row(text('&b;', 'A1')), strings: '<si><t>x</t></si>', styles: '' });
    for (const name of [
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ]) {
      const changed = parts.map((part) =>
        part.name === name ? { ...part, data: `${entity}${String(part.data)}` } : part,
      );
      expect(await refusal(zipBytes(changed))).toBe('IMPORT_ARCHIVE_SUSPICIOUS');
    }
  });

  it('with one changed byte is refused by its checksum', async () => {
    const parts = workbookParts({ sheet: row(text('13800000001', 'A1')) });
    const changed = parts.map((part) => (part.name.includes('sheet1') ? { ...part, claimedCrc: 1 } : part));
    expect(await refusal(zipBytes(changed))).toBe('IMPORT_FILE_CORRUPT');
  });

  it('with a cell longer than any cell can be is refused with its row', async () => {
    expect(await readRows(workbookBytes({ sheet: row(text('字'.repeat(32_768), 'A1'), 'r="7"') }))).toEqual({
      ok: false,
      code: 'IMPORT_CELL_TOO_LONG',
      params: { row: 7, limit: 32_767 },
    });
    expect(await refusal(`a,b\n"${'x'.repeat(40_000)}`)).toBe('IMPORT_CELL_TOO_LONG');
    expect(await refusal('x'.repeat(1_000_000))).toBe('IMPORT_CELL_TOO_LONG');
  });

  it.each([
    ['cells without attributes', { sheet: row('<c>x</c>'.repeat(400_000)) }],
    ['empty cells', { sheet: row('<c/>'.repeat(900_000)) }],
    ['openings of comments', { sheet: row('<!--'.repeat(900_000)) }],
    ['openings of CDATA', { sheet: row('<![CDATA['.repeat(400_000)) }],
    ['openings of phonetic runs', { sheet: '<sheetData/>', strings: `<si>${'<rPh '.repeat(700_000)}</si>` }],
    ['openings of cell formats', { sheet: '<sheetData/>', styles: '<cellXfs '.repeat(900_000) }],
    [
      'openings of merged cells',
      { sheet: `<sheetData/><mergeCells>${'<mergeCell ref="A1:A9" '.repeat(400_000)}` },
    ],
    [
      'the same merged range',
      {
        sheet: `${row('<c r="A1"><v>1</v></c>')}<mergeCells>${'<mergeCell ref="A1:A1000000"/>'.repeat(400_000)}</mergeCells>`,
      },
    ],
    ['sheets', { sheet: '<sheetData/>', workbookProperties: '<sheet '.repeat(900_000) }],
  ])('that repeats %s without end is answered within seconds', async (_name, text) => {
    const filler = Buffer.alloc(2_000_000, 1).map((_byte, index) => (index * 7919) % 251);
    const bytes = zipBytes([...workbookParts(text), { name: 'filler', data: filler }]);
    const spentMs = processorWatch();
    expect(await refusal(bytes)).toMatch(/^IMPORT_|rows$/);
    expect(spentMs()).toBeLessThan(4000);
  });

  it.each(['<td ', '<tr ', '<!--', '<style ', '<table>', '<td>&', '<', '"', '="', '#', '\t'])(
    'of %j over and over is answered within seconds',
    async (piece) => {
      for (const start of ['', '<html><table><tr><td>', 'a,b\n']) {
        const spentMs = processorWatch();
        expect(await refusal(start + piece.repeat(2_000_000 / piece.length))).toMatch(/^IMPORT_|rows$/);
        expect(spentMs()).toBeLessThan(4000);
      }
    },
  );

  it('with headers named like parts of an object is an ordinary table', async () => {
    expect(await readTexts('__proto__,constructor\n1,2\n')).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ]);
  });
});

describe('a file that is not what it seems', () => {
  it('half downloaded says so', async () => {
    const whole = workbookBytes({ sheet: row(text('x', 'A1')) });
    expect(await refusal(whole.subarray(0, whole.length - 30))).toBe('IMPORT_FILE_TRUNCATED');
  });

  it('with a password says so, as zip and as OLE', async () => {
    const parts = workbookParts({ sheet: '<sheetData/>' }).map((part) => ({ ...part, flags: 1 }));
    expect(await refusal(zipBytes(parts))).toBe('IMPORT_FILE_ENCRYPTED');
    expect(await refusal(encryptedOle())).toBe('IMPORT_FILE_ENCRYPTED');
  });

  it('an archive, a document and a picture are no order tables', async () => {
    expect(await refusal(zipBytes([{ name: 'orders.csv', data: 'a,b' }]))).toBe('IMPORT_ZIP_NOT_WORKBOOK');
    expect(await refusal('%PDF-1.7\n1 0 obj')).toBe('IMPORT_FORMAT_UNKNOWN');
    expect(await refusal(Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'))).toBe('IMPORT_FORMAT_UNKNOWN');
  });

  it('nothing, a folder and a missing path have a code each', async () => {
    expect(await refusal('')).toBe('IMPORT_FILE_EMPTY');
    const folder = await mkdtemp(join(tmpdir(), 'orders-'));
    await mkdir(join(folder, 'x.xlsx'));
    expect(await openOrderFile(join(folder, 'x.xlsx'))).toMatchObject({ code: 'IMPORT_NOT_A_FILE' });
    expect(await openOrderFile(join(folder, 'none.xlsx'))).toMatchObject({ code: 'IMPORT_FILE_NOT_FOUND' });
    await rm(folder, { recursive: true });
  });

  it('a workbook named csv and a web page named xls are read as what they are', async () => {
    const read = (bytes: Uint8Array | string, name: string) =>
      withFile(
        bytes,
        async (path) => {
          const table = await openOrderFile(path);
          if (!table.ok) return table.code;
          await table.value.close();
          return table.value.format;
        },
        name,
      );
    expect(await read(workbookBytes({ sheet: row(text('x', 'A1')) }), 'orders.csv')).toBe('xlsx');
    expect(
      await read('<html><table><tr><td>7731234567890123456</td></tr></table></html>', 'orders.xls'),
    ).toBe('html');
    expect(await read('a\tb\n1\t2\n', 'orders.xls')).toBe('csv');
  });
});

/** The smallest OLE file with a stream of this name: header, FAT, directory. */
function encryptedOle(): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.fill(0xff, 60, 512);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(0xfffffffe, 68);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  const entry = (at: number, name: string): void => {
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
  };
  entry(1024, 'Root Entry');
  entry(1152, 'EncryptedPackage');
  return file;
}
