import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../doubles/files/importedRows.ts';

describe('a formula whose result the file does not have', () => {
  const blank = { text: '', isDamaged: true };

  it.each([
    ['数量', 'IMPORT_QUANTITY_UNREADABLE'],
    ['件数', 'IMPORT_QUANTITY_UNREADABLE'],
    ['重量(kg)', 'IMPORT_WEIGHT_UNREADABLE'],
    ['代收货款', 'IMPORT_AMOUNT_UNREADABLE'],
    ['保价金额', 'IMPORT_AMOUNT_UNREADABLE'],
    ['商品', 'IMPORT_TEXT_DAMAGED'],
    ['买家留言', 'IMPORT_TEXT_DAMAGED'],
  ])('is asked about under %s', async (column, code) => {
    const { verdict, complaints } = await draftOf({ [column]: blank });
    expect([verdict, complaints.map((one) => one.code)]).toEqual(['ask', [code]]);
  });

  it('names goods that show an error instead of a name', async () => {
    const { complaints } = await draftOf({ 商品: { text: '#N/A', isDamaged: true } });
    expect(complaints.map((one) => one.code)).toEqual(['IMPORT_TEXT_DAMAGED']);
  });
});
