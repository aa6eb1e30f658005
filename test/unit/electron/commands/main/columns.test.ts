import { describe, expect, it } from 'vitest';
import { aligned, inColumns } from '../../../../../electron/commands/main/columns.ts';

describe('a list on a terminal', () => {
  it('stands in columns, hanzi and full-width signs counted as the two places they take', () => {
    expect(
      inColumns([
        ['快递', '单数', '说明'],
        ['中通', '13', '（少）'],
        ['EMS', '1', ''],
      ]),
    ).toEqual(['快递  单数  说明', '中通  13    （少）', 'EMS   1']);
  });

  it('leaves out a column that is empty in every row, and keeps a gap where only one row says nothing', () => {
    expect(
      inColumns([
        ['A1', '', 'ready', 'Li'],
        ['A22', '', '', 'Wang'],
      ]),
    ).toEqual(['A1   ready  Li', 'A22         Wang']);
  });

  it('puts nothing behind the last cell, and is empty for no rows', () => {
    expect(
      inColumns([
        ['one', ''],
        ['a longer one', ''],
      ]),
    ).toEqual(['one', 'a longer one']);
    expect(inColumns([])).toEqual([]);
  });

  it('aligns rows that were written as sentences, where each is indented', () => {
    expect(aligned(['  A1  –  重复收费  ¥2.40', '  A234  B1  不是我们的单  ¥12.40'])).toEqual([
      '  A1    –   重复收费      ¥2.40',
      '  A234  B1  不是我们的单  ¥12.40',
    ]);
  });
});
