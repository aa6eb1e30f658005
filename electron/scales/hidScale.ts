import { closeSync, constants, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Usage page of weighing devices, as the device describes its reports. */
const weighingPage = Buffer.from([0x05, 0x8d]);
const lookEveryMs = 50;
const againMs = 1_500;
const mostReport = 64;
const unnumberedLength = 5;

interface HidScale {
  readonly path: string;
  readonly name: string;
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** USB scales that the kernel hands out as raw devices. Linux only: other systems have no such files. */
export function listHidScales(classFolder = '/sys/class/hidraw', deviceFolder = '/dev'): readonly HidScale[] {
  let names: string[] = [];
  try {
    names = readdirSync(classFolder).filter((name) => /^hidraw\d{1,3}$/.test(name));
  } catch {
    return [];
  }
  return names
    .sort()
    .filter((name) => read(join(classFolder, name, 'device/report_descriptor')).includes(weighingPage))
    .map((name) => {
      const said = read(join(classFolder, name, 'device/uevent')).toString('utf8');
      const called = /^HID_NAME=(.+)$/m.exec(said)?.[1]?.trim() ?? '';
      return { path: join(deviceFolder, name), name: (called === '' ? name : called).slice(0, 60) };
    });
}

interface HidReading {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  onBytes(bytes: Uint8Array): void;
  /** Empty: it is open. */
  onState(cause: string): void;
}

/** Reads reports until the signal aborts; a scale that was unplugged is opened anew. Never writes. */
export async function readHidScale(reading: HidReading): Promise<void> {
  const { path, signal, sleep, onState } = reading;
  while (!signal.aborted) {
    let file: number | null = null;
    try {
      file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
      onState('');
      while (!signal.aborted) {
        takeReports(file, reading);
        await sleep(lookEveryMs, signal);
      }
    } catch (error) {
      onState((error as NodeJS.ErrnoException).code ?? 'error');
    } finally {
      if (file !== null) closeSync(file);
    }
    await sleep(againMs, signal);
  }
}

/** All that is there now; throws when the device is gone. */
function takeReports(file: number, { onBytes }: HidReading): void {
  const report = Buffer.alloc(mostReport);
  for (;;) {
    let length = 0;
    try {
      length = readSync(file, report, 0, report.length, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return;
      throw error;
    }
    if (length === 0) return;
    onBytes(numbered(report.subarray(0, length)));
  }
}

/** A device with one kind of report leaves out its number. */
const numbered = (report: Uint8Array): Uint8Array =>
  report.length === unnumberedLength ? Uint8Array.of(0, ...report) : Uint8Array.from(report);
