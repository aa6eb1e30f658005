import { describe, expect, test } from 'vitest';
import { readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (text: string) => readText(text, divisions);

describe('a place with one character that is wrong', () => {
  test.each([
    ['浙江省抗州市西湖区文三路478号 鲁晓峰 13588712345', '浙江省/杭州市/西湖区/文三路478号'],
    ['浙江抗州西湖区文三路478号 鲁晓峰 13588712345', '浙江省/杭州市/西湖区/文三路478号'],
    ['北京海定区学院路30号 田野 13811112222', '北京市/北京市/海淀区/学院路30号'],
    ['广东省广洲市天河区体育西路103号 黄小姐 13922221111', '广东省/广州市/天河区/体育西路103号'],
    ['江苏省南京市浦囗区江浦街道文德路8号 夏雨荷 13776612345', '江苏省/南京市/浦口区/江浦街道文德路8号'],
    ['浙江 抗州市 西湖区 文三路478号 鲁晓峰 13588712345', '浙江省/杭州市/西湖区/文三路478号'],
    ['广东省 深训市 南山区 科苑路15号 黄小姐 13922221111', '广东省/深圳市/南山区/科苑路15号'],
    ['四川成都武候区科华北路65号 罗小波 18980812345', '四川省/成都市/武侯区/科华北路65号'],
  ])('is offered with the street that is left, and never taken by itself: %s', (text, meant) => {
    const { status, district, candidates } = read(text);
    expect({ status, district }).toEqual({ status: 'review', district: '' });
    expect(
      candidates.map(({ province, city, district: chosen, town, detail }) =>
        [province, city, chosen, `${town}${detail}`].join('/'),
      ),
    ).toEqual([meant]);
    expect(candidates[0]?.reason).toBe('similar');
  });

  test.each([
    ['浙江', '抗州市', '西湖区'],
    ['浙江省', '抗州市', '西湖区'],
    ['浙江省', '杭州市', '西糊区'],
  ])('is offered where it stands in a column of its own: %s | %s | %s', (province, city, district) => {
    const cells = { ...emptyReceiverColumns, province, city, district, address: '文三路478号' };
    const { candidates } = readReceiver({ ...cells, name: '鲁晓峰', phone: '13588712345' }, divisions);
    expect(candidates).toEqual([
      {
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
        town: '',
        detail: '文三路478号',
        reason: 'similar',
      },
    ]);
  });

  test.each(['江苏省南京市高新区星火路8号', '广东省东莞市长安镇上沙社区', '浙江省某市某区文三路8号'])(
    'is not seen in %s',
    (address) => {
      const { candidates } = read(`${address} 黄小姐 13922221111`);
      expect(candidates.filter(({ reason }) => reason === 'similar')).toEqual([]);
    },
  );
});

test('连云岗市 is 连云港市 with a wrong character, and no 连云区', () => {
  const { district, status, candidates } = read('江苏省连云岗市海州区朐阳街道 孙悟 13851210044');
  expect({ district, status }).toEqual({ district: '', status: 'review' });
  expect(candidates).toMatchObject([{ city: '连云港市', district: '海州区' }]);
});
