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
    const said = nameOfDeviceId(read(join(classFolder, name, 'device/ieee1284_id')));
    return {
      uri: `file://${path}`,
      name: said === '' ? path : said,
      kind: 'usb' as const,
      state: 'unknown' as const,
    };
  });
}
