import { expect, test } from 'vitest';
import { refundTone } from '../../../../../renderer/screens/ship/UnshippedPage.tsx';

test('a refund window that is over is red, one that ends within two days amber', () => {
  expect([-1, 0, 2, 3].map(refundTone)).toEqual(['failed', 'unsure', 'unsure', 'waiting']);
});
