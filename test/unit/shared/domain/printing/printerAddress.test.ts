import { describe, expect, test } from 'vitest';
import { printerWays as ways } from '../../../../../electron/printers/transports/index.ts';
import {
  placeOfUri,
  plainPrinterName,
  printerUri,
} from '../../../../../shared/domain/printing/printerAddress.ts';

test.each([
  ['tcp://192.168.1.50:9100?lang=tspl&size=76x130', '192.168.1.50'],
  ['tcp://192.168.1.50', '192.168.1.50'],
  ['tcp://label.lan:9101?dpi=300', 'label.lan:9101'],
  ['tcp://[fe80::9100]:9100', '[fe80::9100]'],
  ['file:///dev/usb/lp0?lang=zpl', 'USB lp0'],
  ['serial:///dev/ttyUSB0?baud=9600', 'ttyUSB0'],
  ['serial://COM3', 'COM3'],
  ['spool://Deli%20DL-888?lang=tspl', 'Deli DL-888'],
  ['spool://%E7%83%AD%E6%95%8F', '热敏'],
  ['spool://100%', '100%'],
  ['virtual:', 'virtual'],
  ['virtual:/home/me/labels', 'virtual labels'],
])('%s is called %s where nobody named it', (uri, name) => {
  expect(plainPrinterName(uri, ways)).toBe(name);
});

const media = { language: 'tspl', dpi: '203', size: '76x130' };
const uriOf = (way: string, values: Record<string, string>, language = 'tspl') =>
  printerUri({ way, values }, { ...media, language }, ways);

function placeOf(uri: string) {
  const { way, at } = placeOfUri(uri, ways);
  return { way: way?.id, at };
}

describe('the address of a printer', () => {
  test('names the way, the place and the paper', () => {
    expect(uriOf('tcp', { host: ' 192.168.1.50 ' })).toBe(
      'tcp://192.168.1.50:9100?lang=tspl&dpi=203&size=76x130',
    );
    expect(uriOf('file', { device: '/dev/usb/lp0' }, 'zpl')).toBe(
      'file:///dev/usb/lp0?lang=zpl&dpi=203&size=76x130',
    );
    expect(uriOf('serial', { device: '/dev/ttyUSB0' })).toBe(
      'serial:///dev/ttyUSB0?baud=9600&lang=tspl&dpi=203&size=76x130',
    );
    expect(uriOf('virtual', {})).toBe('virtual:?dpi=203&size=76x130');
  });

  test('a queue with blanks and hanzi in its name comes back as it was', () => {
    const uri = uriOf('spool', { queue: '打包台 1 & 2' });
    expect(placeOf(uri ?? '')).toEqual({ way: 'spool', at: '打包台 1 & 2' });
  });

  test('is read where an input method left digits and points in full width', () => {
    expect(uriOf('tcp', { host: '１９２。１６８．１．５０', port: '９１００' })).toBe(
      uriOf('tcp', { host: '192.168.1.50', port: '9100' }),
    );
    expect(placeOf(uriOf('spool', { queue: '热敏（１）' }) ?? '')).toEqual({
      way: 'spool',
      at: '热敏（１）',
    });
  });

  test('is not made while something lacks or cannot be', () => {
    expect(uriOf('', {})).toBeNull();
    expect(uriOf('spool', {})).toBeNull();
    expect(uriOf('tcp', { host: '192.168.1.50', port: '70000' })).toBeNull();
    expect(uriOf('tcp', { host: 'a b' })).toBeNull();
    expect(uriOf('file', { device: 'lp0; rm' })).toBeNull();
    expect(uriOf('serial', { device: 'COM3', baud: 'fast' })).toBeNull();
  });

  test('is told apart again, and a broken one is no reason to fail', () => {
    expect(placeOf('tcp://192.168.1.50:9100?lang=tspl')).toEqual({ way: 'tcp', at: '192.168.1.50:9100' });
    expect(placeOf('file:///dev/usb/lp0?lang=zpl')).toEqual({ way: 'file', at: '/dev/usb/lp0' });
    expect(placeOf('spool://%E0%A4%A?lang=zpl')).toEqual({ way: 'spool', at: '%E0%A4%A' });
    expect(placeOf('virtual:?dpi=203')).toEqual({ way: 'virtual', at: '' });
  });
});
