import { expect, test } from 'vitest';
import { plainPrinterName } from '../../../../shared/rules/plainPrinterName.ts';

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
  expect(plainPrinterName(uri)).toBe(name);
});
