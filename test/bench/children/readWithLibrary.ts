import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { peakRssMb, report } from '../kit/runChild.ts';

/** What everybody else would use merely reads the same file: nothing understood, corrected or stored. */
const [library = '', path = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const libraries: Readonly<Record<string, () => Promise<number>>> = {
  /** Cells in memory, no rows made of them: the least it can do. */
  '@e965/xlsx': async () => {
    const { read } = await import('@e965/xlsx');
    const bytes = readFileSync(path);
    // It reads a text file as UTF-8 or as a code page of Windows; decoding GB18030 first is what its users do.
    const text = path.endsWith('.csv') ? new TextDecoder(encodingOf(path)).decode(bytes) : null;
    const workbook =
      text === null ? read(bytes, { dense: true }) : read(text, { type: 'string', dense: true, raw: true });
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] as { '!data'?: unknown[] } | undefined;
    return sheet?.['!data']?.length ?? 0;
  },
  exceljs: async () => {
    const { stream } = require('exceljs') as typeof import('exceljs');
    let rows = 0;
    for await (const sheet of new stream.xlsx.WorkbookReader(path, {})) {
      for await (const _ of sheet) rows++;
    }
    return rows;
  },
  papaparse: () => {
    const papa = require('papaparse') as {
      parse(input: unknown, config: object): void;
    };
    // Decoded first: its own decoder knows no GB18030 in Node.
    const text = new TextDecoder(encodingOf(path)).decode(readFileSync(path));
    let rows = 0;
    papa.parse(text, {
      skipEmptyLines: true,
      step: () => {
        rows++;
      },
    });
    return Promise.resolve(rows);
  },
};

function encodingOf(file: string): string {
  return file.includes('gb18030') ? 'gb18030' : 'utf-8';
}

const read = libraries[library];
if (read === undefined) throw new Error(`no library ${library}`);
const startedAt = performance.now();
const rows = await read();
report({ rows: rows - 1, durationMs: performance.now() - startedAt, peakRssMb: peakRssMb() });
