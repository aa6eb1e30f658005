import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (address: string) => readText(`李明 13812345678 ${address}`, divisions);

describe('a road that is named after a district', () => {
  test.each([
    ['广东省广州市天河路1号', '天河路1号'],
    ['杭州西湖大道1号', '西湖大道1号'],
    ['江苏南京鼓楼街1号', '鼓楼街1号'],
    ['南京玄武东路1号', '玄武东路1号'],
    ['河南许昌建安大道1号', '建安大道1号'],
  ])('%s keeps its name, and the district is asked for', (address, detail) => {
    expect(read(address)).toMatchObject({ district: '', detail, status: 'review' });
    expect(read(address).issues).toContain('district_missing');
  });

  test.each([
    ['杭州西湖文三路1号', '西湖区', '文三路1号'],
    ['广州天河天河路1号', '天河区', '天河路1号'],
    ['浙江省杭州市西湖区西湖大道1号', '西湖区', '西湖大道1号'],
    ['河北唐山路南庐山路1号', '路南区', '庐山路1号'],
  ])('%s: a district that is told as well is taken', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
  });

  test('a county has streets of its own: 桂林阳朔西街', () => {
    expect(read('广西桂林阳朔西街')).toMatchObject({ district: '阳朔县', detail: '西街' });
  });

  test.each([
    ['福建福州鼓楼南街街道东大路1号', '鼓楼区', '南街街道'],
    ['广东从化市街口街道1号', '从化区', '街口街道'],
  ])('%s: a town that begins like a road is a town', (address, district, town) => {
    expect(read(address)).toMatchObject({ district, town, status: 'ok' });
  });
});
