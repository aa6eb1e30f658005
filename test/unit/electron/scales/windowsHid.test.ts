import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../electron/platform/clock.ts';
import { usbHidFormat } from '../../../../electron/scales/formats/usbHid/usbHidFormat.ts';
import { readHidScale } from '../../../../electron/scales/hidScale.ts';
import { bindWindowsHid, type WindowsHid, windowsHid } from '../../../../electron/scales/windowsHid.ts';

const source = join(import.meta.dirname, '../../../doubles/devices/fakeHid.c');
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
const scalePath = '\\\\?\\hid#scale';
/** 1,234 g at rest. */
const weight = Buffer.from('03040200d204', 'hex');

let folder: string;
let hid: WindowsHid;
let scale: {
  send(bytes: Uint8Array): number;
  unplug(isAway: number): void;
  opened(): number;
  cancelled(): number;
};

describe.skipIf(!hasCompiler)(
  'a USB scale on Windows, in libraries laid out as its headers (skipped: needs Linux and cc)',
  () => {
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'hid-'));
      const path = join(folder, 'hid.so');
      expect(spawnSync('cc', ['-shared', '-fPIC', '-o', path, source], { encoding: 'utf8' }).stderr).toBe('');
      const library = koffi.load(path);
      const declare = (_library: string, name: string, result: string, args: readonly unknown[]) =>
        library.func('__stdcall', name, result, args as never) as never;
      hid = bindWindowsHid({ koffi, declare });
      scale = {
        send: declare('', 'fakeHidSend', 'int32', ['void *']),
        unplug: declare('', 'fakeHidUnplug', 'void', ['int32']),
        opened: declare('', 'fakeHidOpened', 'int32', []),
        cancelled: declare('', 'fakeHidCancelled', 'int32', []),
      };
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('is distinguished from a keyboard, under the name it gives itself', () => {
      expect(hid.list()).toEqual([{ path: scalePath, name: '电子秤 M10' }]);
      expect(scale.opened()).toBe(0);
    });

    it('its reports are weights, whatever Windows fills them up with; unplugged it is away, and comes back', async () => {
      const stop = new AbortController();
      const reader = usbHidFormat.reader('g');
      const grams: unknown[] = [];
      const causes: string[] = [];
      const ended = readHidScale(
        {
          path: scalePath,
          signal: stop.signal,
          sleep: (delayMs, signal) => systemClock.sleep(delayMs / 20, signal),
          onBytes: (bytes) => grams.push(...reader.take(bytes).frames),
          onState: (cause) => causes.push(cause),
        },
        hid.open,
      );
      const send = () => expect.poll(() => scale.send(weight), { interval: 5 }).toBe(1);
      await send();
      await send();
      const frame = { kind: 'weight', grams: 1_234, isStable: true };
      await expect.poll(() => grams).toEqual([frame, frame]);
      scale.unplug(1);
      await expect.poll(() => causes).toContain('EIO');
      await expect.poll(() => causes.at(-1)).toBe('ENOENT');
      scale.unplug(0);
      await expect.poll(() => causes.at(-1)).toBe('');
      await send();
      await expect.poll(() => grams).toHaveLength(3);
      stop.abort();
      await ended;
      expect([scale.opened(), scale.cancelled()]).toEqual([0, 1]);
    });

    it('a scale that vanished without a word is noticed', () => {
      const reports = hid.open(scalePath);
      expect(reports.next()).toBeNull();
      const look = () => {
        for (let no = 0; no < 200; no++) reports.next();
      };
      expect(look).not.toThrow();
      scale.unplug(2);
      expect(look).toThrow('ENODEV');
      reports.close();
      scale.unplug(0);
      expect(scale.opened()).toBe(0);
    });

    it('is asked for on Windows alone', () => {
      expect(windowsHid()).toBeNull();
    });
  },
);
