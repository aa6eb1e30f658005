import { describe, expect, it } from 'vitest';
import { cleanCellText } from '../../../../../electron/imports/kit/cellText.ts';

describe('the value meant by a cell', () => {
  it.each([
    ['="3100000000000000001"', '3100000000000000001'],
    ["'13800000001", '13800000001'],
    ['\t260101-000000000000001\t', '260101-000000000000001'],
    ['\t', ''],
    ['\u3000赵\u200b样例\u00a0', '赵样例'],
    ['样板路1号\r\n2栋', '样板路1号 2栋'],
    ['\u202a13800000001\u202c', '13800000001'],
    ['NULL', ''],
    ['Null', ''],
    ['None', ''],
    ['--', ''],
    ['——', ''],
    ['nil', 'nil'],
    ['无', ''],
    ['无锡市样板路', '无锡市样板路'],
    ['=cmd|calc', '=cmd|calc'],
  ])('%j is %j', (raw, value) => {
    expect(cleanCellText(raw)).toBe(value);
  });
});
