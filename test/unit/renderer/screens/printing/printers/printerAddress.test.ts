import { describe, expect, test } from 'vitest';
import {
  emptyPlace,
  placeOfUri,
  printerUri,
} from '../../../../../../renderer/screens/printing/printers/printerAddress.ts';

const media = { language: 'tspl', dpi: '203', size: '76x130' };

describe('the address of a printer', () => {
  test('names the way, the place and the paper', () => {
    expect(printerUri({ ...emptyPlace, way: 'tcp', host: ' 192.168.1.50 ' }, media)).toBe(
      'tcp://192.168.1.50:9100?lang=tspl&dpi=203&size=76x130',
    );
    expect(
      printerUri({ ...emptyPlace, way: 'usb', device: '/dev/usb/lp0' }, { ...media, language: 'zpl' }),
    ).toBe('file:///dev/usb/lp0?lang=zpl&dpi=203&size=76x130');
    expect(printerUri({ ...emptyPlace, way: 'serial', device: '/dev/ttyUSB0' }, media)).toBe(
      'serial:///dev/ttyUSB0?baud=9600&lang=tspl&dpi=203&size=76x130',
    );
    expect(printerUri({ ...emptyPlace, way: 'virtual' }, media)).toBe('virtual:?dpi=203&size=76x130');
  });

  test('a queue with blanks and hanzi in its name comes back as it was', () => {
    const uri = printerUri({ ...emptyPlace, queue: '打包台 1 & 2' }, media);
    expect(placeOfUri(uri ?? '')).toEqual({ way: 'spool', at: '打包台 1 & 2' });
  });

  test('is not made while something lacks or cannot be', () => {
    expect(printerUri(emptyPlace, media)).toBeNull();
    expect(printerUri({ ...emptyPlace, way: 'tcp', host: '192.168.1.50', port: '70000' }, media)).toBeNull();
    expect(printerUri({ ...emptyPlace, way: 'tcp', host: 'a b' }, media)).toBeNull();
    expect(printerUri({ ...emptyPlace, way: 'usb', device: 'lp0; rm' }, media)).toBeNull();
    expect(printerUri({ ...emptyPlace, way: 'serial', device: 'COM3', baud: 'fast' }, media)).toBeNull();
  });

  test('is told apart again, and a broken one is no reason to fail', () => {
    expect(placeOfUri('tcp://192.168.1.50:9100?lang=tspl')).toEqual({ way: 'tcp', at: '192.168.1.50:9100' });
    expect(placeOfUri('file:///dev/usb/lp0?lang=zpl')).toEqual({ way: 'usb', at: '/dev/usb/lp0' });
    expect(placeOfUri('spool://%E0%A4%A?lang=zpl')).toEqual({ way: 'spool', at: '%E0%A4%A' });
    expect(placeOfUri('virtual:?dpi=203')).toEqual({ way: 'virtual', at: '' });
  });
});
