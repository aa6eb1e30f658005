import { expect, test } from 'vitest';
import { readPrinterKinds } from '../../../../../electron/printers/printerKinds.ts';
import { receiptPrinter, usualScope } from '../../../../../renderer/screens/printing/paperOrders.ts';

test('papers go to a printer that speaks the language of receipts, when there is one', () => {
  const label = { uri: 'tcp://10.0.0.9:9100?lang=tspl&dpi=203' };
  const receipt = { uri: 'tcp://10.0.0.8:9100?lang=escpos&dpi=203' };
  expect(receiptPrinter([label, receipt], readPrinterKinds())).toBe(receipt.uri);
  expect(receiptPrinter([label], readPrinterKinds())).toBe(label.uri);
  expect(receiptPrinter([], readPrinterKinds())).toBeNull();
});

test('a picking list is for what is still to be packed, the others go with labels that are out', () => {
  expect(usualScope('pick-list')).toBe('unprinted');
  expect(usualScope('handover')).toBe('listed');
});
