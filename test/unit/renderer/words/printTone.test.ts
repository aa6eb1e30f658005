import { expect, test } from 'vitest';
import { printTone } from '../../../../renderer/words/tones.ts';

test('a label that may have printed is amber, one that did not is red', () => {
  expect(printTone('unsure')).toBe('unsure');
  expect(printTone('failed')).toBe('failed');
});
