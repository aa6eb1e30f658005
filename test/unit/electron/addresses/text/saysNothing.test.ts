import { describe, expect, test } from 'vitest';
import { readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const levels = { province: '浙江省', city: '杭州市', district: '西湖区' };
const party = { name: '张晓明', phone: '13912345678', address: '文三路1号' };
const read = (columns: { readonly name?: string; readonly address?: string }) =>
  readReceiver({ ...emptyReceiverColumns, ...levels, ...party, ...columns }, divisions);

describe('an address cell that leads to no door', () => {
  test.each(
    '同上 如上 〃 见备注 地址见备注 详见买家留言 看备注 待定 待补充 地址待定 未知 暂无 不详 没有 （空） 无地址 自提 到店自取 上门自提 原地址 老地址 还是老地址 上次那个地址 保密 请联系买家 家里 公司 学校 N/A undefined #N/A #REF! #VALUE! #NAME? &nbsp; xx 0 1 123 1234'.split(
      ' ',
    ),
  )('is asked for before a waybill is bought: %s', (address) => {
    const { status, issues } = read({ address });
    expect({ status, issues }).toEqual({
      status: 'review',
      issues: expect.arrayContaining(['detail_missing']),
    });
  });

  test.each([
    '同上家园3号',
    '自提柜旁1号楼',
    '学校路8号',
    '老家菜馆',
    'A座',
    '88号',
    '浙江大学',
    '没有围墙的家2栋',
  ])('is no such thing when it names a place: %s', (address) => {
    expect(read({ address }).issues).not.toContain('detail_missing');
  });

  test('is asked for in a text as well, also behind a town', () => {
    for (const text of [
      '浙江省杭州市西湖区 同上 张晓明 13912345678',
      '广东省东莞市长安镇 见备注 张晓明 13912345678',
    ])
      expect(readText(text, divisions).issues).toContain('detail_missing');
    expect(readText('广东省东莞市长安镇 88 张晓明 13912345678', divisions)).toMatchObject({ status: 'ok' });
  });
});

describe('a name cell that names nobody', () => {
  test.each([
    '同上',
    '如上',
    '见备注',
    '待定',
    '未知',
    '（空）',
    '#N/A',
    '#REF!',
    'undefined',
    '&nbsp;',
    '0',
    '？？',
    '~',
  ])('is asked for: %s', (name) => {
    const reading = read({ name });
    expect(reading).toMatchObject({ name: '', status: 'review', issues: ['name_missing'] });
  });

  test.each(['客户', '王先生', '张', '匿名', '用户12345', '未央', '待小明', '同同'])(
    'stays as people write it: %s',
    (name) => {
      expect(read({ name })).toMatchObject({ name, status: 'ok' });
    },
  );
});
