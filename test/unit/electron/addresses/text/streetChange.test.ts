import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../../../electron/addresses/text/normaliseText.ts';
import { findStreetChange, keptStreet } from '../../../../../electron/addresses/text/streetChange.ts';

function cut(text: string): string | null {
  const change = findStreetChange(normaliseText(text), 0);
  return change === null ? null : `${text.slice(0, change.front)}|${text.slice(change.behind)}`;
}

describe('words that change a street for another one', () => {
  it.each([
    ['科技园1号，改寄科技园2号', '科技园1号|科技园2号'],
    ['科技园1号（請改寄：科技园2号）', '科技园1号（|科技园2号）'],
    ['1栋301室改为2栋402室', '1栋301室|2栋402室'],
    ['科技园1号 更正为 科技园3号', '科技园1号|科技园3号'],
  ])('%s', (text, parted) => {
    expect(cut(text)).toBe(parted);
  });

  it.each(['改寄', '科技园1号，改寄', '科技园1号 改到5月2号', '旧楼改造2号', '科技园1号改门牌'])(
    '%s changes none',
    (text) => {
      expect(cut(text)).toBeNull();
    },
  );
});

describe('what the new street keeps of the former one', () => {
  it.each([
    ['科技园1栋301', '2栋402', '科技园'],
    ['科技园1号楼301', '2幢402', '科技园'],
    ['科技园1号2号楼301', '3号', '科技园'],
    ['科技园1栋301室', '402', '科技园1栋'],
    ['科技园', '2栋402', '科技园'],
    ['科技园1栋301', '人民路5号', ''],
  ])('%s → %s', (front, behind, kept) => {
    expect(keptStreet(front, behind)).toBe(kept);
  });
});
