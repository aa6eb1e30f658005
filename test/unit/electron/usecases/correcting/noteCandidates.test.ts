import { describe, expect, it } from 'vitest';
import { noteCandidates } from '../../../../../electron/usecases/correcting/noteCandidates.ts';
import { divisions } from '../../addresses/shippedDivisions.ts';

const asked = (field: 'buyerRemark' | 'sellerRemark', note: string) =>
  noteCandidates(
    { buyerRemark: '', sellerRemark: '', [field]: note },
    [{ code: 'IMPORT_NOTE_READDRESSES', field }],
    divisions,
  );
const jingan = { province: '上海市', city: '上海市', district: '静安区', town: '', reason: 'note' };

describe('another receiver that a note tells of', () => {
  it.each([
    '客户要求改地址：上海市静安区共和新路1号',
    '换个地址，寄到我公司：上海市静安区共和新路1号，谢谢',
    '3.5 改地址上海静安共和新路1号',
  ])('is offered with its street, without the talk in front: %s', (note) => {
    expect(asked('sellerRemark', note)).toEqual([{ ...jingan, detail: '共和新路1号' }]);
  });

  it.each([
    '改地址 上海市静安区共和新路1号 李四 13900000000',
    '改收货人李四 13900000000，上海市静安区共和新路1号',
  ])('brings name and number where the note has both: %s', (note) => {
    const contact = { name: '李四', phone: '13900000000', extension: '' };
    expect(asked('buyerRemark', note)).toEqual([{ ...jingan, detail: '共和新路1号', contact }]);
  });

  it.each(['地址写错了，是92号', '改收货人：李四 13900000000', '改地址，稍后发你'])(
    'is left to the person where the note names no place: %s',
    (note) => {
      expect(asked('buyerRemark', note)).toEqual([]);
    },
  );

  it('is not looked for in an order whose notes were found to say nothing of it', () => {
    const order = { buyerRemark: '上海市静安区的朋友说好', sellerRemark: '' };
    expect(
      noteCandidates(order, [{ code: 'ADDRESS_DISTRICT_MISSING', field: 'district' }], divisions),
    ).toEqual([]);
  });

  it('is offered once where buyer and seller write the same, or two columns were asked about', () => {
    const note = '改地址：上海市静安区共和新路1号';
    const complaints = (['sellerRemark', 'sellerRemark', 'buyerRemark'] as const).map((field) => ({
      code: 'IMPORT_NOTE_READDRESSES',
      field,
    }));
    expect(noteCandidates({ buyerRemark: note, sellerRemark: note }, complaints, divisions)).toHaveLength(1);
  });
});
