import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberStyle, styledNumber } from '../../../../../electron/imports/kit/numberCell.ts';

function shown(stored: string, code: string): string {
  return styledNumber(stored, numberStyle(170, code), false).text;
}

describe('a number under a format of its own', () => {
  it.each([
    ['000000', '10080', '010080'],
    ['000000', '0', '000000'],
    ['000000', '1234567', '1234567'],
    ['0000-0000', '123', '0000-0123'],
    ['0000-0000', '123456789', '12345-6789'],
    ['000"-"0000"-"0000', '13800000001', '138-0000-0001'],
    ['000\\ 000', '10080', '010 080'],
    ['"SF"0000000000', '123456', 'SF0000123456'],
    ['#000', '7', '007'],
    ['##00-##', '5', '00-05'],
    ['000000_ ', '10080', '010080'],
    ['[$-804]000000', '10080', '010080'],
    ['[Red]000000;[Blue]-000000', '10080', '010080'],
    ['0000"年"00"月"00"日"', '20261124', '2026年11月24日'],
    ['"a;b"000', '7', 'a;b007'],
  ])('%s shows %s as %s', (code, stored, text) => {
    expect(shown(stored, code)).toBe(text);
  });

  it.each([
    ['0', '7', '7'],
    ['0"元"', '7', '7'],
    ['0.00"元"', '1234.5', '1234.5'],
    ['#,##0', '1234', '1234'],
    ['000,000', '1234', '1234'],
    ['00%', '0.5', '0.5'],
    ['00.00', '7.5', '7.5'],
    ['00E+00', '1200', '1200'],
    ['# ??/??', '7', '7'],
    ['###-####-####', '13800000001', '13800000001'],
    ['[<=99999]00000;00000-0000', '501', '501'],
    ['[DBNum1]0000', '12', '12'],
    ['General', '12', '12'],
    ['G/通用格式', '12', '12'],
    ['@', '12', '12'],
    ['', '12', '12'],
    ['"未完000', '12', '12'],
  ])('%s only dresses the value: %s reads %s', (code, stored, text) => {
    expect(shown(stored, code)).toBe(text);
  });

  it('keeps what rounding, a sign or a form of its own for zero would lose', () => {
    expect(shown('12.6', '000000')).toBe('12.6');
    expect(shown('-12', '000000')).toBe('-12');
    expect(shown('0', '000000;-000000;""')).toBe('0');
  });

  it('still flags a number that lost digits', () => {
    expect(styledNumber('7731234567890123', numberStyle(170, '00000000000000000000'), false)).toEqual({
      text: '7731234567890123',
      isDamaged: true,
    });
  });

  it.each([
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"d"日";@',
    'm/d/yy h:mm',
    '[$-804]aaaa',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'yyyy\\-mm\\-dd\\ hh:mm:ss',
    '上午/下午h"时"mm"分"ss"秒"',
  ])('%s is a date', (code) => {
    expect(shown('46350.5', code)).toBe('2026-11-24 12:00:00');
  });

  it('shows whole numbers under any padding as the spreadsheet program does', () => {
    const piece = fc.constantFrom('0', '00', '000', '"-"', '\\-', '" "', '"号"');
    const code = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join(''))
      .filter((text) => (text.match(/0/g) ?? []).length > 1);
    // Of digits beyond the places @e965/xlsx drops some where the places are parted; the spreadsheet program keeps them.
    const formatted = code.chain((text) => {
      const places = Math.min(15, (text.match(/0/g) ?? []).length);
      return fc.tuple(fc.constant(text), fc.integer({ min: 0, max: 10 ** places - 1 }));
    });
    fc.assert(
      fc.property(formatted, ([format, value]) => {
        expect(shown(String(value), format)).toBe(XLSX.SSF.format(format, value).trim());
      }),
      { seed: 20_260_101 },
    );
  });
});
