import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import type { PrinterTarget } from '../../electron/printers/kit/printerTransport.ts';
import { createVirtualTransport } from '../../electron/printers/transports/virtual/virtualTransport.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtual-kill-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const root = new URL('../../', import.meta.url);
const target = (): PrinterTarget => ({
  uri: `virtual:${folder}`,
  transport: 'virtual',
  host: '',
  port: 0,
  path: folder,
  language: 'tspl',
  dpi: 203,
  size: '76x130',
});

const bytesOf = (no: number): Buffer => Buffer.alloc(79_126, no % 256);

/** Prints from job `first` on until it is killed; says each job before it is sent and after it was printed. */
function startPrinting(first: number) {
  const script = `
    import { systemClock } from './electron/platform/clock.ts';
    import { createVirtualTransport } from './electron/printers/transports/virtual/virtualTransport.ts';
    import { writeSync } from 'node:fs';
    const target = ${JSON.stringify(target())};
    const transport = createVirtualTransport(systemClock);
    for (let no = ${first}; ; no += 1) {
      writeSync(1, 'sending ' + no + '\\n');
      const bytes = Buffer.alloc(79126, no % 256);
      const outcome = await transport.send(target, { jobId: 'job-' + no, title: 't', bytes, png: () => bytes });
      writeSync(1, (outcome.ok ? 'printed ' : 'failed ') + no + '\\n');
    }
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
}

/** Kills after so many lines of output, so that each round dies in another step. */
function killAfter(first: number, lines: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = startPrinting(first);
    let output = '';
    child.stdout.on('data', (piece) => {
      output += piece;
      if (output.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.once('close', () => resolve(output.split('\n').filter((line) => line !== '')));
  });
}

it('settles every job of a printer killed again and again, without a person', async () => {
  let first = 1;
  for (let round = 0; round < 12; round += 1) {
    const said = await killAfter(first, 3 + round);
    const started = said
      .filter((line) => line.startsWith('sending'))
      .map((line) => Number(line.split(' ')[1]));
    const printed = said
      .filter((line) => line.startsWith('printed'))
      .map((line) => `job-${line.split(' ')[1]}`);
    expect(said.filter((line) => line.startsWith('failed'))).toEqual([]);
    const transport = createVirtualTransport(systemClock);
    for (const no of started) {
      const jobId = `job-${no}`;
      const answer = await transport.find(target(), jobId);
      expect(answer.certainty).not.toBe('unknown');
      if (printed.includes(jobId)) expect(answer.ok).toBe(true);
      if (!answer.ok)
        expect(
          await transport.send(target(), { jobId, title: 't', bytes: bytesOf(no), png: () => bytesOf(no) }),
        ).toMatchObject({ ok: true });
      expect(Buffer.compare(readFileSync(join(folder, `${jobId}.bin`)), bytesOf(no))).toBe(0);
      expect(existsSync(join(folder, `${jobId}.png`))).toBe(true);
    }
    first = (started.at(-1) ?? first) + 1;
  }
  const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n');
  const jobs = lines.map((line) => JSON.parse(line).jobId);
  expect(new Set(jobs).size).toBe(jobs.length);
  expect(jobs.length).toBe(first - 1);
});
