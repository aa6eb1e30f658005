import { describe, expect, it } from 'vitest';
import { actStepWord, actText, readActWhat } from '../../../../shared/text/actText.ts';

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

  it('is said in the operator’s words, whatever language it was recorded in', () => {
    expect(actText('zh-CN', 'file-written', `result 25 ${'0a'.repeat(32)}`)).toBe('结果文件 25');
    expect(actText('zh-CN', 'settings-changed', 'defaultPrinterUri sender')).toBe('默认打印机 寄件人');
    expect(actText('en', 'operator-changed', '王芳 packer → clerk PIN')).toBe(
      '王芳 Packer → Shipping clerk PIN',
    );
    expect(actText('zh-CN', 'personal-data-shown', 'orders 12')).toBe('12 个订单');
    expect(actText('en', 'reprinted', 'parcel 3 copy 2')).toBe('parcel 3, copy 2');
  });

  it('came as far as its step says', () => {
    expect(actStepWord('zh-CN', { step: 'ended', isNeverEnded: false })).toBe('完成');
    expect(actStepWord('zh-CN', { step: 'begun', isNeverEnded: true })).toBe('开始后没有结束');
    expect(actStepWord('en', { step: '', isNeverEnded: false })).toBe('');
  });
});
