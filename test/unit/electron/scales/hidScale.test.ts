import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../../electron/platform/clock.ts';
import { listHidScales, readHidScale } from '../../../../electron/scales/hidScale.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hid-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function device(name: string, descriptor: string, called: string): void {
  const path = join(folder, name, 'device');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'report_descriptor'), Buffer.from(descriptor, 'hex'));
  writeFileSync(join(path, 'uevent'), `DRIVER=hid-generic\nHID_NAME=${called}\n`);
}

describe('USB scales', () => {
  test('are distinguished from mice and keyboards by what they say of themselves', () => {
    device('hidraw0', '05010906a101', 'Plain Keyboard');
    device('hidraw1', '058d0920a101', 'DYMO M5 Digital Postal Scale');
    expect(listHidScales(folder, '/dev')).toEqual([
      { path: '/dev/hidraw1', name: 'DYMO M5 Digital Postal Scale' },
    ]);
    expect(listHidScales(join(folder, 'none'))).toEqual([]);
  });

  test('reports are read as they come; one without its number gets one; a scale that is gone is reported', async () => {
    const path = join(folder, 'scale');
    execFileSync('mkfifo', [path]);
    const stop = new AbortController();
    const reports: string[] = [];
    const causes: string[] = [];
    const ended = readHidScale({
      path,
      signal: stop.signal,
      sleep: (delayMs, signal) => systemClock.sleep(delayMs, signal),
      onBytes: (bytes) => reports.push(Buffer.from(bytes).toString('hex')),
      onState: (cause) => causes.push(cause),
    });
    await expect.poll(() => causes).toEqual(['']);
    const writer = openSync(path, constants.O_WRONLY);
    writeSync(writer, Buffer.from('030402001400', 'hex'));
    await expect.poll(() => reports).toEqual(['030402001400']);
    writeSync(writer, Buffer.from('0402001500', 'hex'));
    await expect.poll(() => reports.at(-1)).toBe('000402001500');
    closeSync(writer);
    stop.abort();
    await ended;
    const gone = new AbortController();
    const none = readHidScale({
      path: join(folder, 'gone'),
      signal: gone.signal,
      sleep: (delayMs, signal) => systemClock.sleep(delayMs, signal),
      onBytes: () => undefined,
      onState: (cause) => causes.push(cause),
    });
    await expect.poll(() => causes.at(-1)).toBe('ENOENT');
    gone.abort();
    await none;
  });
});
