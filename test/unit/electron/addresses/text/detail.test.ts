import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { detailDoubts } from '../../../../../electron/addresses/text/detail.ts';
import { divisions } from '../shippedDivisions.ts';

describe('doubts about a detail', () => {
  test.each(['科苑路15号3栋201', '人民路8号（东门）', '兰州东街22号 营业9:00', '张家村3组'])(
    '%s raises none',
    (detail) => {
      expect(detailDoubts(detail)).toBe(0);
    },
  );

  test.each([
    '人民路8号 楼层：5',
    '人民路8号 20260301123',
    '人民路8号 分机405',
    '人民路8号（东门',
    '人民路8号) 灭绝',
    '小李|人民路8号',
  ])('%s raises one', (detail) => {
    expect(detailDoubts(detail)).toBeGreaterThan(0);
  });
});

describe('a detail is written as it stood', () => {
  test.each([
    // ℆ is read as c/u, and the stroke in it parts nothing.
    ['河北省石家庄市长安区℆中山路1号', 'cu中山路1号'],
    ['河北省石家庄市长安区中山路１号㎡', '中山路1号m2'],
    ['  王*-孙悦(\t先生)', '王*-孙悦(\t先生)'],
  ])('%s', (text, detail) => {
    expect(readText(text, divisions).detail).toBe(detail);
  });
});

test('左转50米 is a way to a door and no extension', () => {
  const detail = '花侯路地铁口B出口左转50米水果店';
  expect(detailDoubts(detail)).toBe(0);
  expect(detailDoubts('花侯路1号转8823')).toBe(1);
});
