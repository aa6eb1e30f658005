import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrderFile } from '../../../../electron/imports/readOrderFile.ts';
import { importFiles } from '../../../../electron/usecases/intake/importFiles.ts';
import { seededChance } from '../../../doubles/seededChance.ts';
import { openTestWorkspace } from '../../../doubles/workspace/openTestWorkspace.ts';
import { intakeCases } from '../../../intake/cases/index.ts';
import { orderOutcome } from '../../../intake/readOutcome.ts';
import { csvText } from '../../../intake/sheetBytes.ts';

const corpus = fileURLToPath(new URL('../../../fixtures/intake/', import.meta.url));
const corpusDay = Date.UTC(2026, 0, 2, 4);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuffled-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The rows of a corpus file below its header, merged cells filled, as texts. */
async function readTable(path: string): Promise<Table> {
  const file = await readOrderFile(path, { allowIncomplete: true });
  if (!file.ok) throw new Error(file.code);
  const { headerRowNumber } = file.value.recognition;
  const rows: string[][] = [];
  for await (const row of file.value.rawRows()) {
    if (row.rowNumber > headerRowNumber) rows.push(row.cells.map((cell) => cell.text));
  }
  await file.value.close();
  return { header: headerRowNumber === 0 ? [] : file.value.header, rows };
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(chance() * left.length), 1));
}

function withColumns({ header, rows }: Table, order: readonly number[]): Table {
  const turn = (row: readonly string[]) => order.map((index) => row[index] ?? '');
  return { header: turn(header), rows: rows.map(turn) };
}

/** What the import makes of the tables, whatever stood where: no row numbers, everything in one order. */
async function outcomeOf(tables: readonly Table[]) {
  const paths = tables.map(({ header, rows }, index) => {
    const path = join(folder, `${index}.csv`);
    writeFileSync(path, `\uFEFF${csvText(header.length === 0 ? rows : [header, ...rows])}`);
    return path;
  });
  const workspace = await openTestWorkspace();
  try {
    await workspace.clock.advance(corpusDay - workspace.clock.now());
    const report = await importFiles(workspace, { paths, minConfidence: 0.7, isDryRun: false });
    if (!report.ok) return report.code;
    const { reports, refused } = report.value;
    const orders = (await workspace.store.read.orders.window({}, { offset: 0, limit: 500 })).map(
      orderOutcome,
    );
    return {
      refused: refused.map(({ code }) => code),
      counts: reports
        .map(({ recognition, rows, imported, needsReview, rejected, skipped }) =>
          [recognition.profile, rows, imported, needsReview, rejected, skipped].join(' '),
        )
        .sort(),
      attention: reports
        .flatMap(({ attention }) =>
          attention.map(({ orderNo, code, field }) => `${orderNo} ${code} ${field}`),
        )
        .sort(),
      orders: orders
        .map((order) => JSON.stringify({ ...order, goods: order.goods.split('; ').sort() }))
        .sort(),
    };
  } finally {
    await workspace.close();
  }
}

const readable = intakeCases.filter(
  ({ expected, name }) =>
    // A cell that lost its digits, and a workbook of two sheets, are no longer themselves as one csv.
    expected.refused === undefined && !['numbers-damaged', 'oms-two-sheets'].includes(name),
);
/** Here the place of a column says whose it is: names that stand twice, or no names at all. */
const isPlaced = ({ header }: Table) => header.length === 0 || new Set(header).size < header.length;
/** Rows that disagree (the first is kept, a person is asked), and rules and examples right under the header. */
const placedRows: readonly string[] = ['meaning', 'shunfeng-intl', 'totals-and-blanks'];

describe.each(readable.map(({ name }) => name))('%s', (name) => {
  it('means the same whatever the order of rows, columns and files', async () => {
    const chance = seededChance(name.length * 7919);
    const { files } = JSON.parse(readFileSync(`${corpus}${name}/expected.json`, 'utf8')) as {
      files: { file: string }[];
    };
    const tables = await Promise.all(files.map(({ file }) => readTable(`${corpus}${name}/${file}`)));
    const straight = await outcomeOf(tables);
    for (let round = 0; round < 2; round += 1) {
      const turned = tables.map((table) => {
        const rows = placedRows.includes(name) ? table.rows : shuffled(table.rows, chance);
        const width = Math.max(table.header.length, ...rows.map((row) => row.length));
        const order = Array.from({ length: width }, (_unused, index) => index);
        return withColumns({ ...table, rows }, isPlaced(table) ? order : shuffled(order, chance));
      });
      expect(await outcomeOf(shuffled(turned, chance))).toEqual(straight);
    }
  });
});
