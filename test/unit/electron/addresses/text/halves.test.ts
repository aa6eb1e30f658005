import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const address = '浙江省杭州市西湖区文三路478号';
const read = (text: string) => readText(`${text} 李明 13812345678`, divisions);

describe('an address that tells its region twice', () => {
  test.each([
    `${address}${address}`,
    `${address}（${address}）`,
    '浙江省 杭州市 西湖区 文三路478号，浙江省 杭州市 西湖区 文三路478号',
  ])('%s is one', (text) => {
    expect(read(text)).toMatchObject({ detail: '文三路478号', status: 'ok' });
  });

  test.each([
    [`${address} 浙江省杭州市西湖区天目山路18号`, '天目山路18号'],
    [`${address} 杭州西湖区文三路478号3楼`, '文三路478号3楼'],
  ])('%s: which street is meant is asked', (text, second) => {
    const { status, issues, candidates } = read(text);
    expect([status, issues]).toEqual(['review', ['two_streets']]);
    expect(candidates.map(({ detail }) => detail)).toEqual(['文三路478号', second]);
  });

  test('a court of the district and a region without a street are no second address', () => {
    expect(read(`${address} 浙江省杭州市西湖区人民法院`).status).toBe('ok');
    expect(read(`${address} 浙江省杭州市西湖区`)).toMatchObject({ detail: '文三路478号', status: 'ok' });
  });
});
