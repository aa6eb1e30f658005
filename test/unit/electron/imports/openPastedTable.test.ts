import { describe, expect, it } from 'vitest';
import { openPastedTable } from '../../../../electron/imports/openPastedTable.ts';
import { recogniseTable } from '../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../electron/imports/rows/readOrderRows.ts';

describe('pasted cells', () => {
  it('are read like a file, with or without a header', async () => {
    const row = '赵样例\t13800000001\t"广东省深圳市\n南山区样板路1号"';
    for (const text of [`姓名\t电话\t地址\r\n${row}`, row]) {
      const table = openPastedTable(text);
      const recognition = await recogniseTable(table);
      if (!recognition.ok) throw new Error(recognition.code);
      const receivers: unknown[] = [];
      for await (const one of readOrderRows(table, recognition.value)) {
        receivers.push(one.kind === 'draft' && one.draft.receiver);
      }
      expect(receivers).toMatchObject([
        { name: '赵样例', phone: '13800000001', address: '广东省深圳市 南山区样板路1号' },
      ]);
    }
  });
});
