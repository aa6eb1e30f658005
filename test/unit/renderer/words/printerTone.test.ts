import { expect, test } from 'vitest';
import { printerTone } from '../../../../renderer/words/tones.ts';

test('a printer whose sources contradict each other is unsure, whatever it says of itself', () => {
  expect(printerTone('ready', 'disagrees')).toBe('unsure');
  expect(printerTone('unknown', 'disagrees')).toBe('unsure');
});

test('one that cannot be asked is neither well nor broken, and an unheard-of state is no reason to call it ready', () => {
  expect(printerTone('unknown', 'silent')).toBe('waiting');
  expect(printerTone('toString')).toBe('waiting');
  expect(printerTone('paper-out', 'device-says')).toBe('failed');
  expect(printerTone('ready')).toBe('done');
});
