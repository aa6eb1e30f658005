import { closeSync, constants, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { type OpenReports, windowsHid } from './windowsHid.ts';

/** Usage page of weighing devices, as the device describes its reports. */
const weighingPage = Buffer.from([0x05, 0x8d]);
const pollMs = 50;
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

/** USB scales: on Linux the kernel hands them out as files, Windows by its libraries; on other systems none is found. */
export function listHidScales(classFolder = '/sys/class/hidraw', deviceFolder = '/dev'): readonly HidScale[] {
  if (process.platform === 'win32') return windowsHid()?.list() ?? [];
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
      const deviceInfo = read(join(classFolder, name, 'device/uevent')).toString('utf8');
      const called = /^HID_NAME=(.+)$/m.exec(deviceInfo)?.[1]?.trim() ?? '';
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

/** Reads reports until the signal aborts; a scale that was unplugged is reopened. Never writes. */
export async function readHidScale(reading: HidReading, open: OpenScale = openScale): Promise<void> {
  const { path, signal, sleep, onState, onBytes } = reading;
  while (!signal.aborted) {
    let reports: OpenReports | null = null;
    try {
      reports = open(path);
      onState('');
      while (!signal.aborted) {
        for (let report = reports.next(); report !== null; report = reports.next()) onBytes(report);
        await sleep(pollMs, signal);
      }
    } catch (error) {
      onState(causeOf(error));
    } finally {
      reports?.close();
    }
    await sleep(againMs, signal);
  }
}

type OpenScale = (path: string) => OpenReports;

function openScale(path: string): OpenReports {
  if (process.platform !== 'win32') return openDeviceFile(path);
  const hid = windowsHid();
  if (hid === null) throw new Error('ENOENT');
  return hid.open(path);
}

/** An error code of the system, or the text used in place of one. */
function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? (/^E[A-Z]+$/.test(message) ? message : 'error');
}

function openDeviceFile(path: string): OpenReports {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  const report = Buffer.alloc(mostReport);
  return {
    next() {
      try {
        const length = readSync(file, report, 0, report.length, null);
        return length === 0 ? null : numbered(report.subarray(0, length));
      } catch (error) {
        if (systemCodeOf(error) === 'EAGAIN') return null;
        throw error;
      }
    },
    close: () => closeSync(file),
  };
}

/** A device with one kind of report leaves out its number. */
const numbered = (report: Uint8Array): Uint8Array =>
  report.length === unnumberedLength ? Uint8Array.of(0, ...report) : Uint8Array.from(report);
