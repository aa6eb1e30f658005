import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { peakRssMb, report } from '../kit/runChild.ts';

/** What everybody else would use merely reads the same file into memory: no rows made, nothing understood or stored. */
const [path = ''] = process.argv.slice(2);
const startedAt = performance.now();
const workbook = read(readFileSync(path), { dense: true });
const durationMs = performance.now() - startedAt;
const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] as { '!data'?: unknown[] } | undefined;
report({ rows: (sheet?.['!data']?.length ?? 1) - 1, durationMs, peakRssMb: peakRssMb() });
