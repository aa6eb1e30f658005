import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);

it('tells where each row went, asks about identical ones, and takes the answer', async () => {
  const path = join(workspace.folder, 'in.csv');
  const row = (goods: string) =>
    `A26112800000000001,赵样例,13800000001,广东省深圳市南山区样板路1号,${goods},3`;
  writeFileSync(
    path,
    `\uFEFF订单号,收货人,手机,地址,商品名称,数量\r\n${row('茶')}\r\n${row('茶')}\r\n${row('杯')}\r\n`,
  );
  const equation = { rows: 3, orders: 1, furtherRows: 1, repeatedRows: 1, rejected: 0 };
  expect(await run('import', path)).toMatchObject({
    value: {
      exitCode: 3,
      json: { files: [equation], attention: [{ code: 'IMPORT_ROWS_REPEATED', row: 2 }] },
    },
  });
  const asked = await run('dictionary repeats');
  expect(asked).toMatchObject({ value: { exitCode: 3, json: { questions: [{ orders: 1, rows: '2, 3' }] } } });
  expect(await run('dictionary repeats', 'once')).toMatchObject({
    value: { exitCode: 0, json: { layouts: [{ answer: 'once', settledOrders: 1 }] } },
  });
  expect(await run('orders list', '--state', 'ready')).toMatchObject({
    value: { json: { orders: [{ quantity: 6, paidAt: null, shipBy: null }], total: 1 } },
  });
  expect(await run('dictionary repeats', 'forget')).toMatchObject({ value: { json: { layouts: [{}] } } });
  expect(await run('dictionary repeats')).toMatchObject({ value: { json: { questions: [], answers: [] } } });
});

it('tells each column of the mapping, also those whose headers are the same or empty', async () => {
  const path = join(workspace.folder, 'in.csv');
  const rows = ['王芳', '李娜', '张伟'].map(
    (name, no) => `A2611280000000000${no},${name},1380000000${no},浙江省杭州市西湖区文三路${no + 1}号`,
  );
  writeFileSync(path, rows.join('\r\n'));
  const mapped = async () => {
    const ran = await run('import', path, '--dry-run');
    return ran.ok ? (ran.value.json as { files: { mapping: object }[] }).files[0]?.mapping : ran;
  };
  expect(await mapped()).toMatchObject({ '[2]': 'receiverName', '[3]': 'receiverPhone' });
  writeFileSync(
    path,
    `\uFEFF订单号,收货人,手机,手机,地址\r\nA1,王芳,13800000001,,浙江省杭州市西湖区文三路1号\r\n`,
  );
  expect(await mapped()).toMatchObject({ 收货人: 'receiverName', '手机 [3]': 'receiverPhone' });
});
