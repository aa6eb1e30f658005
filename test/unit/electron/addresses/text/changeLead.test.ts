import { describe, expect, it } from 'vitest';
import { aroundChange, isBehindChange } from '../../../../../electron/addresses/text/changeLead.ts';

describe('words between a former address and the one that is meant', () => {
  it.each(['科技园1号，改寄到福田区2号', '科技园1号 请改发：福田区2号', '科技园1号换到福田区2号'])(
    'part %s',
    (text) => {
      expect(aroundChange(text)).toEqual({ front: '科技园1号', behind: '福田区2号' });
      expect(isBehindChange(text, text.indexOf('福田区'))).toBe(true);
    },
  );

  it.each(['科技园转角1号', '改革路2号', '转塘街道3号', '换乘中心4号'])('%s has none', (text) => {
    expect(aroundChange(text)).toBeNull();
    expect(isBehindChange(text, text.length - 2)).toBe(false);
  });

  it('need something on either side, however many marks stand there', () => {
    const marks = '，'.repeat(32_000);
    expect(aroundChange(`${marks}改寄福田区2号`)).toBeNull();
    expect(aroundChange(`科技园1号${marks}改寄${marks}`)).toBeNull();
    expect(aroundChange(`科技园1号${marks}改寄${marks}福田区2号`)).toEqual({
      front: '科技园1号',
      behind: '福田区2号',
    });
  });
});
