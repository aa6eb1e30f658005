import { describe, expect, it } from 'vitest';
import { readActWhat } from '../../../../../renderer/screens/operators/actWords.ts';

describe('what an act was about', () => {
  it.each([
    ['reprinted', 'copy 2', { is: 'copy', parcelNo: '', copyNo: '2' }],
    ['reprinted', 'parcel 3 copy 2', { is: 'copy', parcelNo: '3', copyNo: '2' }],
    ['full-form-printed', 'copy 1', { is: 'copy', parcelNo: '', copyNo: '1' }],
    ['personal-data-shown', 'order 1', { is: 'counted', thing: 'order', count: 1 }],
    ['personal-data-exported', 'address-memory 40', { is: 'counted', thing: 'address-memory', count: 40 }],
    ['file-written', `result 3 ${'0a'.repeat(32)}`, { is: 'words', words: ['result', '3'] }],
    ['operator-changed', '王芳 packer → clerk', { is: 'words', words: ['王芳', 'packer', '→', 'clerk'] }],
  ] as const)('is read from what %s writes: %s', (kind, what, read) => {
    expect(readActWhat(kind, what)).toEqual(read);
  });

  it('is never guessed from a name that looks like a count', () => {
    expect(readActWhat('operator-removed', 'orders 12')).toEqual({ is: 'words', words: ['orders', '12'] });
  });
});
