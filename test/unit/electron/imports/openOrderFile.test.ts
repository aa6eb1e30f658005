import { appendFile, rename, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catchTableFault, eachOf } from '../../../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../../electron/imports/openOrderFile.ts';
import { done } from '../../../../shared/errors/outcome.ts';
import { withFile } from '../../../doubles/files/orderFile.ts';

const csv = `订单号,收货人\n${'1,赵样例\n'.repeat(40_000)}`;

function countWhile(disturb: (path: string) => Promise<unknown>) {
  return withFile(csv, async (path) => {
    const table = await openOrderFile(path);
    if (!table.ok) return table;
    const counted = await catchTableFault(async () => {
      let count = 0;
      for await (const _row of eachOf(table.value.sheets[0]?.rows() ?? [])) {
        if (count === 0) await disturb(path);
        count += 1;
      }
      return done(count);
    });
    await table.value.close();
    return counted;
  });
}

describe('a file that is read', () => {
  it('and written to meanwhile says so', async () => {
    expect(await countWhile((path) => appendFile(path, '2,钱样例\n'))).toEqual({
      ok: false,
      code: 'IMPORT_FILE_CHANGED',
    });
  });

  it('and replaced by another is read to its own end', async () => {
    const replace = async (path: string) => {
      await writeFile(`${path}.new`, 'x,y\n');
      await rename(`${path}.new`, path);
    };
    expect(await countWhile(replace)).toEqual({ ok: true, value: 40_001 });
  });
});
