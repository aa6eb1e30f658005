import { expect, test } from 'vitest';
import { missingFields } from '../../../../../renderer/screens/intake/missingFields.ts';

test('a file lacks only what no column gives; one combined column gives name, phone and address', () => {
  expect(missingFields(['orderNo', 'oneLineReceiver'])).toEqual([]);
  expect(missingFields(['orderNo', 'receiverName', null])).toEqual(['receiverPhone', 'fullAddress']);
});
