import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWindowsSpooler } from '../../../../../../electron/printers/transports/spool/windowsSpooler.ts';
import type { WinspoolBinding } from '../../../../../../electron/printers/transports/spool/winspool.ts';
import { bindWinspool } from '../../../../../../electron/printers/transports/spool/winspool.ts';

const source = join(import.meta.dirname, '../../../../../doubles/printers/fakeWinspool.c');
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

let folder: string;
let binding: WinspoolBinding;
const log = () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');

/** As the library sums up what it read, so that a byte moved while the thread read it shows. */
const sumOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 0);

describe.skipIf(!hasCompiler)(
  'calls into a library laid out as winspool.h (skipped: needs Linux and cc)',
  () => {
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'winspool-'));
      process.env.FAKE_WINSPOOL_LOG = join(folder, 'log');
      const library = join(folder, 'winspool.so');
      const built = spawnSync('cc', ['-shared', '-fPIC', '-o', library, source], { encoding: 'utf8' });
      expect(built.stderr).toBe('');
      binding = bindWinspool(koffi, library);
    });
    afterAll(() => {
      delete process.env.FAKE_WINSPOOL_LOG;
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(() => rmSync(join(folder, 'log'), { force: true }));

    it('hand over a document whole and in order, named, raw, and close what they opened', async () => {
      const label = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7) & 0xff));
      const spooler = createWindowsSpooler(async () => binding);
      expect(await spooler.submit('热敏 1', 'job-1', label)).toMatchObject({
        ok: true,
        value: { level: 'accepted', deviceJob: '77' },
      });
      const lines = log();
      expect(lines.filter((line) => !line.startsWith('write'))).toEqual([
        'open',
        'document job-1',
        'page',
        'end page',
        'end document',
        'close',
      ]);
      let at = 0;
      for (const line of lines.filter((text) => text.startsWith('write'))) {
        const [, size = '', sum] = line.split(' ');
        expect(sumOf(label.subarray(at, at + Number(size)))).toBe(Number(sum));
        at += Number(size);
      }
      expect(at).toBe(label.length);
    });

    it('read jobs whose texts lie in the same memory, also when one comes in meanwhile', async () => {
      const printer = await binding.openPrinter('热敏 1');
      expect(await binding.jobs(printer)).toEqual([
        { id: 70, name: 'other', status: 0 },
        { id: 71, name: 'job-1', status: 0x50 },
      ]);
      expect(await binding.printerState(printer)).toEqual({ status: 0x400000, attributes: 0x40 });
      await binding.close(printer);
      expect(log()).toEqual(['open', 'close']);
    });

    it('tell that there is no such printer, and name those there are', async () => {
      expect(await binding.openPrinter('other')).toBeNull();
      expect(await binding.printerNames()).toEqual(['热敏 1', '导出为 PDF']);
    });
  },
);
