import { expect, test } from 'vitest';
import { printTone } from '../../../../renderer/words/tones.ts';

test('a label that may have printed is amber, one that did not is red', () => {
  expect(printTone('unsure')).toBe('unsure');
  expect(printTone('failed')).toBe('failed');
});

test('a label that was sent is under way until the printer or a scan says that it is out', () => {
  expect([printTone('accepted'), printTone('confirmed'), printTone('scanned')]).toEqual([
    'active',
    'done',
    'done',
  ]);
});
