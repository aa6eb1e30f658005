import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiscoveredPrinter } from '../../kit/printerTransport.ts';

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** `MFG:Gprinter;CMD:TSPL;MDL:GP-1324D;` → `Gprinter GP-1324D`; empty when the device does not say. */
export function nameOfDeviceId(deviceId: string): string {
  const fields = new Map(
    deviceId
      .replace(/[^\x20-\x7e]/g, '')
      .split(';')
      .map((field): [string, string] => {
        const [key = '', value = ''] = field.split(':', 2);
        return [key, value];
      }),
  );
  const words = [fields.get('MFG') ?? fields.get('MANUFACTURER'), fields.get('MDL') ?? fields.get('MODEL')];
  return words
    .filter((word) => word !== undefined && word !== '')
    .join(' ')
    .slice(0, 60);
}

/** Maker and product as the plug itself says them, for devices without an IEEE 1284 id. */
function nameOfPlug(interfaceFolder: string): string {
  // Through the link to the interface up to the device it belongs to: the path must not be shortened.
  const word = (name: string) =>
    read(`${interfaceFolder}/../${name}`)
      .replace(/[^\x20-\x7e]/g, '')
      .trim();
  return [word('manufacturer'), word('product')]
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 60);
}

/** USB printers of the Linux kernel's printer driver; other systems list theirs at the spooler. */
export function discoverDevices(
  deviceFolder = '/dev/usb',
  classFolder = '/sys/class/usbmisc',
): DiscoveredPrinter[] {
  let names: string[] = [];
  try {
    names = readdirSync(deviceFolder).filter((name) => /^lp\d{1,2}$/.test(name));
  } catch {
    return [];
  }
  return names.sort().map((name) => {
    const path = join(deviceFolder, name);
    const plug = join(classFolder, name, 'device');
    const deviceName = nameOfDeviceId(read(join(plug, 'ieee1284_id'))) || nameOfPlug(plug);
    return {
      uri: `file://${path}`,
      name: deviceName === '' ? `USB ${name}` : deviceName,
      kind: 'usb' as const,
      state: 'unknown' as const,
    };
  });
}
