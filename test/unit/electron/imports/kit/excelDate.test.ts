import { describe, expect, it } from 'vitest';
import { excelDateText, isDateFormat } from '../../../../../electron/imports/kit/numberCell.ts';

describe('a date in a spreadsheet cell', () => {
  it.each([
    ['46000.5', false, '2025-12-09 12:00:00'],
    ['44538.5', true, '2025-12-09 12:00:00'],
    ['1', false, '1900-01-01 00:00:00'],
    ['61', false, '1900-03-01 00:00:00'],
    ['0.25', false, '06:00:00'],
    ['46000.999988425924', false, '2025-12-09 23:59:59'],
  ])('%s (1904: %s) reads %s', (stored, is1904, text) => {
    expect(excelDateText(stored, is1904)).toBe(text);
  });

  it('a number outside the calendar is no date', () => {
    expect(excelDateText('-1', false)).toBeNull();
    expect(excelDateText('13800138000', false)).toBeNull();
  });

  it('a format is a date by its letters, not by its colours and words', () => {
    expect(isDateFormat(14, undefined)).toBe(true);
    expect(isDateFormat(31, undefined)).toBe(true);
    expect(isDateFormat(2, undefined)).toBe(false);
    expect(isDateFormat(170, 'yyyy"年"m"月"d"日"')).toBe(true);
    expect(isDateFormat(171, '[h]:mm')).toBe(true);
    expect(isDateFormat(172, '[Red]0.00')).toBe(false);
    expect(isDateFormat(173, '0"days"')).toBe(false);
    expect(isDateFormat(174, 'General')).toBe(false);
  });
});
