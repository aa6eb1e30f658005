import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../../../electron/addresses/text/detail.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (address: string) => readText(`李明 13812345678 ${address}`, divisions);

describe('the end of a name in short, and a province that is misspelt', () => {
  test.each([
    ['湖北省武汉市武昌曲中南路街道民主路1号', '武昌区', '中南路街道民主路1号'],
    ['江苏省徐州市铜山去利国镇1号', '铜山区', '利国镇1号'],
    ['四川省眉山市仁寿现文林街道1号', '仁寿县', '文林街道1号'],
    ['上海市浦东新去陆家嘴街道世纪大道8号', '浦东新区', '陆家嘴街道世纪大道8号'],
    ['浙江省绍兴市诸暨县暨阳街道1号', '诸暨市', '暨阳街道1号'],
    ['安微省芜湖市弋江区弋江桥街道1号', '弋江区', '弋江桥街道1号'],
  ])('stand in no street: %s', (address, district, detail) => {
    const reading = read(address);
    expect({ district: reading.district, detail: fullDetail(reading) }).toEqual({ district, detail });
    expect(reading.status).toBe('ok');
  });

  test('a street may begin with 县 or 市', () => {
    expect(fullDetail(read('浙江省嘉兴市海宁市县前街1号'))).toBe('县前街1号');
  });
});

test('a province that is misspelt is corrected, and one that is another is a contradiction', () => {
  expect(read('安微省芜湖市弋江区弋江桥街道1号').corrections).toContainEqual({
    field: 'province',
    from: '安微省',
    to: '安徽省',
    reason: 'alias',
  });
  expect(read('湖北省长沙市岳麓区望月湖街道1号').issues).toContain('region_conflict');
});
