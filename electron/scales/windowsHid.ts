import { type NativeCalls, nativeCalls } from '../platform/windows/native.ts';

/** Usage page of weighing devices, as `HidP_GetCaps` gives it. */
const weighingPage = 0x8d;

/** `DIGCF_PRESENT | DIGCF_DEVICEINTERFACE` */
const presentInterfaces = 0x12;
/** `GENERIC_READ`; sharing for reading and writing; `OPEN_EXISTING`; `FILE_FLAG_OVERLAPPED`. */
const mayRead = 0x8000_0000;
const shared = 0x3;
const existing = 3;
const inTheBackground = 0x4000_0000;
const noHandle = -1n;
/** `HIDP_STATUS_SUCCESS`; `STATUS_PENDING`. */
const capsRead = 0x0011_0000;
const pending = 0x103;
/** More than a computer has. */
const mostDevices = 256;

/** Layouts of setupapi.h, hidpi.h and minwinbase.h, 64 bit. */
const guidBytes = 16;
const interfaceBytes = 32;
const detailHead = 8;
const detailPathAt = 4;
const detailBytes = 1_024;
const capsBytes = 64;
const overlappedBytes = 32;
const nameBytes = 254;
/** Of a weight, with the number in front. */
const weightBytes = 6;

interface WindowsScale {
  readonly path: string;
  readonly name: string;
}

/** A scale that is listened to. */
export interface OpenReports {
  /** The next report, its number in front; null: none has come; throws when the device is gone. */
  next(): Uint8Array | null;
  close(): void;
}

export interface WindowsHid {
  list(): readonly WindowsScale[];
  open(path: string): OpenReports;
}

type Numbers = (...args: readonly unknown[]) => number;
type Handles = (...args: readonly unknown[]) => number | bigint;

function declareCalls({ declare }: NativeCalls) {
  const numbers = (library: string, name: string, ...args: string[]) =>
    declare(library, name, 'int32', args) as Numbers;
  const handles = (library: string, name: string, ...args: string[]) =>
    declare(library, name, 'intptr', args) as Handles;
  return {
    ownGuid: declare('hid.dll', 'HidD_GetHidGuid', 'void', ['void *']),
    prepared: numbers('hid.dll', 'HidD_GetPreparsedData', 'intptr', 'void *'),
    caps: numbers('hid.dll', 'HidP_GetCaps', 'void *', 'void *'),
    freePrepared: numbers('hid.dll', 'HidD_FreePreparsedData', 'void *'),
    product: numbers('hid.dll', 'HidD_GetProductString', 'intptr', 'void *', 'uint32'),
    devices: handles('setupapi.dll', 'SetupDiGetClassDevsW', 'void *', 'str16', 'void *', 'uint32'),
    nextInterface: numbers(
      'setupapi.dll',
      'SetupDiEnumDeviceInterfaces',
      'intptr',
      'void *',
      'void *',
      'uint32',
      'void *',
    ),
    detail: numbers(
      'setupapi.dll',
      'SetupDiGetDeviceInterfaceDetailW',
      'intptr',
      'void *',
      'void *',
      'uint32',
      'void *',
      'void *',
    ),
    freeDevices: numbers('setupapi.dll', 'SetupDiDestroyDeviceInfoList', 'intptr'),
    openFile: handles(
      'kernel32.dll',
      'CreateFileW',
      'str16',
      'uint32',
      'uint32',
      'void *',
      'uint32',
      'uint32',
      'intptr',
    ),
    readFile: numbers('kernel32.dll', 'ReadFile', 'intptr', 'void *', 'uint32', 'void *', 'void *'),
    cancel: numbers('kernel32.dll', 'CancelIo', 'intptr'),
    close: numbers('kernel32.dll', 'CloseHandle', 'intptr'),
  };
}

const textOf = (memory: Buffer, from: number): string =>
  memory.toString('utf16le', from).split('\0', 1)[0]?.trim() ?? '';

/** The calls of the system's libraries, for tests also of one that only looks like them. */
export function bindWindowsHid(native: NativeCalls): WindowsHid {
  const calls = declareCalls(native);
  const open = (path: string, rights: number) =>
    calls.openFile(path, rights, shared, null, existing, inTheBackground, 0);
  const isOpen = (handle: number | bigint) => BigInt(handle) !== noHandle;

  /** Usage page, and the length of a report with its number; null: it does not say. */
  function capsOf(handle: number | bigint): { readonly page: number; readonly reportBytes: number } | null {
    const pointer = Buffer.alloc(8);
    if (calls.prepared(handle, pointer) === 0) return null;
    const prepared = native.koffi.decode(pointer, 0, 'void *');
    const caps = Buffer.alloc(capsBytes);
    const isRead = calls.caps(prepared, caps) === capsRead;
    calls.freePrepared(prepared);
    return isRead ? { page: caps.readUInt16LE(2), reportBytes: caps.readUInt16LE(4) } : null;
  }

  /** A device that is no scale, or that refuses to be asked, is left out. */
  function scaleAt(path: string): readonly WindowsScale[] {
    // Without any right: a keyboard of Windows' own may be asked what it is, never read.
    const handle = open(path, 0);
    if (!isOpen(handle)) return [];
    try {
      if (capsOf(handle)?.page !== weighingPage) return [];
      const called = Buffer.alloc(nameBytes);
      const name = calls.product(handle, called, nameBytes) === 0 ? '' : textOf(called, 0);
      return [{ path, name: (name === '' ? 'USB HID' : name).slice(0, 60) }];
    } finally {
      calls.close(handle);
    }
  }

  function paths(): readonly string[] {
    const guid = Buffer.alloc(guidBytes);
    calls.ownGuid(guid);
    const devices = calls.devices(guid, null, null, presentInterfaces);
    if (!isOpen(devices)) return [];
    const found: string[] = [];
    for (let no = 0; no < mostDevices; no++) {
      const face = Buffer.alloc(interfaceBytes);
      face.writeUInt32LE(interfaceBytes, 0);
      if (calls.nextInterface(devices, null, guid, no, face) === 0) break;
      const detail = Buffer.alloc(detailBytes);
      detail.writeUInt32LE(detailHead, 0);
      if (calls.detail(devices, face, detail, detailBytes, null, null) !== 0)
        found.push(textOf(detail, detailPathAt));
    }
    calls.freeDevices(devices);
    return found;
  }

  return {
    list: () => paths().flatMap(scaleAt),
    open(path) {
      const handle = open(path, mayRead);
      if (!isOpen(handle)) throw new Error('ENOENT');
      const reportBytes = capsOf(handle)?.reportBytes ?? 0;
      if (reportBytes === 0) {
        calls.close(handle);
        throw new Error('ENODEV');
      }
      return readReports({ calls, handle, reportBytes, isThere: () => scaleAt(path).length > 0 });
    },
  };
}

interface Reading {
  readonly calls: ReturnType<typeof declareCalls>;
  readonly handle: number | bigint;
  readonly reportBytes: number;
  isThere(): boolean;
}

const leftBehind: Buffer[] = [];
const mostLeftBehind = 200;

/** So many looks without a report, and it is asked whether the scale is still there: about three seconds. */
const silentLooks = 60;

/** One reading in the background at a time; the system writes into `report` and `overlapped` until it is over. */
function readReports({ calls, handle, reportBytes, isThere }: Reading): OpenReports {
  const report = Buffer.alloc(reportBytes);
  const overlapped = Buffer.alloc(overlappedBytes);
  let isReading = false;
  let polls = 0;
  const state = () => overlapped.readUInt32LE(0);
  const begin = () => {
    overlapped.fill(0);
    overlapped.writeUInt32LE(pending, 0);
    calls.readFile(handle, report, reportBytes, null, overlapped);
    isReading = true;
  };
  return {
    next() {
      if (!isReading) begin();
      if (state() === pending) {
        polls++;
        if (polls % silentLooks === 0 && !isThere()) throw new Error('ENODEV');
        return null;
      }
      isReading = false;
      polls = 0;
      if (state() !== 0) throw new Error('EIO');
      // Windows fills up to the longest report that the device may send.
      return Uint8Array.from(report.subarray(0, Math.min(weightBytes, overlapped.readUInt32LE(8))));
    },
    close() {
      if (isReading && state() === pending) {
        calls.cancel(handle);
        // Until the system has ended it, for which nothing waits, this memory is its own.
        leftBehind.push(report, overlapped);
        if (leftBehind.length > mostLeftBehind) leftBehind.splice(0, 2);
      }
      calls.close(handle);
    },
  };
}

let bound: WindowsHid | null | undefined;

/** null: not Windows, or its libraries do not load. */
export function windowsHid(): WindowsHid | null {
  if (bound === undefined) {
    const native = nativeCalls();
    try {
      bound = native === null ? null : bindWindowsHid(native);
    } catch {
      bound = null;
    }
  }
  return bound;
}
