import { expect, test } from 'vitest';
import { notePartsOf } from '../../../../../../renderer/screens/ship/order/historyNote.ts';

const said = (kind: string, note: string): string =>
  notePartsOf({ kind, note })
    .map(({ of, word }) => (of === 'text' ? word : `<${of} ${word}>`))
    .join(' · ');

test('reasons of the program’s own lists stand in the history in words, what a person wrote as written', () => {
  expect(said('held', 'out-of-stock')).toBe('<hold out-of-stock>');
  expect(said('held', 'customer: 等电话')).toBe('<hold customer> · 等电话');
  expect(said('pack-held', 'damaged')).toBe('<packReason damaged>');
  expect(said('pack-passed', 'items: no-code')).toBe('<packOverride items> · <packReason no-code>');
  expect(said('parcel-added', '3611-X1: does-not-fit')).toBe('3611-X1 · <packReason does-not-fit>');
  expect(said('bound', 'SF1234567890')).toBe('SF1234567890');
  expect(said('personal-data-shown', 'order 1')).toBe('');
});
