import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFile } from '../doubles/files/orderFile.ts';
import { workbookBytes, workbookParts, zipBytes } from '../doubles/files/zipBytes.ts';

/** What a hostile file may cost beyond the program itself. */
const mostMb = 200;
const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024);

function measure(bytes: Uint8Array, kind: string) {
  return withFile(bytes, async (path) => {
    const program = join(import.meta.dirname, 'fuzz/measureFile.ts');
    const { stdout } = spawnSync(process.execPath, [program, path, kind], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    return JSON.parse(stdout) as { beforeMb: number; peakMb: number; fault: string | null };
  });
}

const pageOf = (start: string, piece: string): Buffer =>
  Buffer.concat([Buffer.from(`<html>${start}`), Buffer.alloc(40 * 1024 * 1024, piece)]);

const hostilePages = (
  [
    ['one row without end', '<table><tr>', '<td>x</td>'],
    ['line breaks in a cell', '<table><tr><td>', '<br>'],
    ['rows in a table in a table', '<table><tr><td><table>', '<tr><td>x</td></tr>'],
    ['tables', '', '<table></table>'],
    ['openings of styles', '<table><tr><td>x</td></tr></table>', '<style >'],
    ['comments', '<table><tr><td>x</td></tr></table>', '<!---->'],
  ] as const
).map(([name, start, piece]): [string, string, () => Buffer] => [
  `a page of 40 MB of ${name}`,
  'file',
  () => pageOf(start, piece),
]);

const cells = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>';

describe('memory that a hostile file can take', () => {
  it.each<[string, string, () => Buffer]>([
    ['a sheet of zeros', 'file', () => workbookBytes({ sheet: megabytes(200).toString('latin1') })],
    [
      'a sheet of zeros that its directory calls small',
      'file',
      () =>
        zipBytes(
          workbookParts({ sheet: megabytes(100).toString('latin1') }).map((part) =>
            part.name.includes('sheet1') ? { ...part, claimedBytes: 4096 } : part,
          ),
        ),
    ],
    ['a zip of zeros', 'zip', () => zipBytes([{ name: 'a.csv', data: megabytes(200) }])],
    [
      'a zip in a zip in a zip',
      'zip',
      () =>
        zipBytes([
          {
            name: 'b.zip',
            data: zipBytes([{ name: 'a.zip', data: zipBytes([{ name: 'a', data: megabytes(15) }]) }]),
          },
        ]),
    ],
    [
      'one row without end',
      'file',
      () => workbookBytes({ sheet: `<sheetData><row r="1">${cells.repeat(200_000)}` }),
    ],
    ['one line of 60 MB', 'file', () => Buffer.alloc(60 * 1024 * 1024, 'x')],
    ...hostilePages,
  ])('%s stays below 200 MB', async (_name, kind, make) => {
    const { beforeMb, peakMb, fault } = await measure(make(), kind);
    expect(fault).toBeNull();
    expect(peakMb - beforeMb).toBeLessThan(mostMb);
  });
});
