import { expect, test } from 'vitest';
import { saidOnce } from '../../../../renderer/words/saidOnce.ts';

const complaint = (code: string, row = 1) => ({ code, row });
const zone = complaint('ADDRESS_ZONE_NOT_DISTRICT');

test('an address with a zone in place of its district is complained of once', () => {
  expect(saidOnce([complaint('ADDRESS_DISTRICT_MISSING'), zone])).toEqual([zone]);
});

test('an address without any district is still said to lack it, and so is another row of the file', () => {
  const lacking = complaint('ADDRESS_DISTRICT_MISSING', 2);
  expect(saidOnce([lacking])).toEqual([lacking]);
  expect(saidOnce([zone, lacking], ({ row }) => String(row))).toEqual([zone, lacking]);
});

test('asterisks of a receiver are complained of once, be it by the file or by the reading', () => {
  const byFile = complaint('IMPORT_MASKED_RECEIVER');
  expect(saidOnce([complaint('ADDRESS_MASKED'), byFile])).toEqual([byFile]);
  expect(saidOnce([complaint('ADDRESS_MASKED')])).toHaveLength(1);
});
