import { describe, expect, it } from 'vitest';
import { parsePrinterUri } from '../../../../electron/printers/parsePrinterUri.ts';
import { printerWays } from '../../../../electron/printers/transports/index.ts';
import { describeError } from '../../../../shared/text/describeError.ts';

const parse = (uri: string) => parsePrinterUri(uri, { virtualFolder: '/data/labels' });

describe('parsePrinterUri', () => {
  it('takes TSPL at 203 dpi on 76 × 130 mm when nothing is said', () => {
    expect(parse('tcp://192.168.1.50')).toEqual({
      ok: true,
      value: {
        uri: 'tcp://192.168.1.50',
        transport: 'tcp',
        host: '192.168.1.50',
        port: 9100,
        path: '',
        language: 'tspl',
        dpi: 203,
        size: '76x130',
      },
    });
  });

  it.each([
    [
      'tcp://printer-1.local:9101?lang=zpl&dpi=300&size=100x150',
      { host: 'printer-1.local', port: 9101, language: 'zpl', dpi: 300, size: '100x150' },
    ],
    ['tcp://[fe80::1]:9100/?lang=cpcl', { host: 'fe80::1', port: 9100, language: 'cpcl' }],
    ['TCP://HOST?LANG', null],
    ['tcp://HOST?lang=zpl&enc=ACS', { language: 'zpl', encoding: 'acs' }],
    ['tcp://HOST?lang=zpl&enc=gif', null],
    ['tcp://HOST?lang=tspl&enc=z64', null],
    ['tcp://HOST?lang=zpl&size=60×40', { size: '60x40' }],
    ['virtual:', { transport: 'virtual', path: '/data/labels' }],
    ['virtual:?lang=escpos', { path: '/data/labels', language: 'escpos' }],
    ['virtual:/tmp/面单 1?size=100x180', { path: '/tmp/面单 1', size: '100x180' }],
    ['virtual:///tmp/out', { path: '/tmp/out' }],
    ['virtual:/tmp/what?', { path: '/tmp/what?' }],
  ])('reads %s', (uri, expected) => {
    const target = parse(uri);
    if (expected === null) expect(target.ok).toBe(false);
    else expect(target).toMatchObject({ ok: true, value: expected });
  });

  it('takes a relative folder from where the program was started', () => {
    expect(parse('virtual:out')).toMatchObject({ ok: true, value: { path: `${process.cwd()}/out` } });
  });

  it.each([
    ['file:///dev/usb/lp0?lang=zpl', { transport: 'file', path: '/dev/usb/lp0', language: 'zpl' }],
    [
      'serial:///dev/ttyUSB0?baud=115200&flow=xonxoff&lang=cpcl',
      { path: '/dev/ttyUSB0', line: { baud: 115_200, flow: 'xonxoff' }, language: 'cpcl' },
    ],
    ['serial://COM3', { path: 'COM3', line: { baud: 9_600, flow: 'none' } }],
    ['spool://My%20Printer?lang=tspl', { transport: 'spool', path: 'My Printer' }],
    ['spool://%E6%89%93%E5%8D%B0%E6%9C%BA', { path: '打印机' }],
    ['spool://%5C%5CPC-2%5CGP-1324D', { path: '\\\\PC-2\\GP-1324D' }],
  ])('reads %s', (uri, expected) => {
    expect(parse(uri)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['', 'scheme'],
    ['printer', 'scheme'],
    ['http://host', 'scheme'],
    ['tcp:host', 'host'],
    ['tcp://', 'host'],
    ['tcp://user:secret@host', 'host'],
    ['tcp://host name', 'host'],
    ['tcp://[12]', 'host'],
    ['tcp://host:0', 'port'],
    ['tcp://host:70000', 'port'],
    ['tcp://host?dpi=600', 'dpi'],
    ['tcp://host?size=10x10', 'size'],
    ['tcp://host?copies=9', 'copies'],
    ['tcp://host?baud=9600', 'baud'],
    ['file:/dev/usb/lp0', 'path'],
    ['file://', 'path'],
    ['file:////server/share', 'path'],
    ['file:///dev/usb/lp0%00', 'path'],
    ['serial://ttyUSB0', 'path'],
    ['serial:///dev/ttyUSB0?baud=12345', 'baud'],
    ['serial:///dev/ttyUSB0?flow=both', 'flow'],
    ['spool://', 'queue'],
    ['spool:Q', 'queue'],
    ['spool://Q%0A', 'queue'],
    ['spool://Q%E0%A4%A', 'queue'],
  ])('refuses %s and names what is wrong', (uri, part) => {
    expect(parse(uri)).toEqual({
      ok: false,
      code: 'PRINTER_URI_INVALID',
      params: {
        part,
        examples: expect.any(String),
        options: expect.any(String),
      },
    });
  });

  it('refuses a language it does not speak', () => {
    expect(parse('tcp://host?lang=epl')).toMatchObject({
      code: 'PRINTER_LANGUAGE_UNKNOWN',
      params: { language: 'epl' },
    });
  });

  it('tells in both languages what to write instead', () => {
    const refused = parse('tcp://');
    for (const language of ['zh-CN', 'en'] as const) {
      const { next } = describeError('PRINTER_URI_INVALID', refused.ok ? {} : refused.params, language);
      for (const { id } of printerWays) expect(next).toContain(`${id}:`);
    }
  });
});
