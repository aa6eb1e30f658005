import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let desktop: string;
beforeEach(async () => {
  workspace = await openTestWorkspace({ isPractice: true });
  desktop = mkdtempSync(join(tmpdir(), 'desktop-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(desktop, { recursive: true });
});

async function run(name: string, ...words: readonly string[]) {
  const notes: string[] = [];
  const outcome = await runCommand(workspace, commandNamed(name), words, [], {
    note: (line) => notes.push(line),
  });
  return { outcome, notes: notes.join('\n') };
}

const file = (name: string, ...lines: readonly string[]) => {
  const path = join(desktop, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

it.each([['import'], ['ship', '--printer', 'virtual:'], ['ship', '--printer', 'virtual:', '--dry-run']])(
  '%s of several files of which none could be read says the reason of each',
  async (name, ...options) => {
    const files = [join(desktop, 'shop1.csv'), file('shop2.csv', '备注', '好')];
    const { outcome, notes } = await run(name, ...files, '--practice', ...options);
    expect(outcome).toMatchObject({ ok: false, code: 'IMPORT_FILE_NOT_FOUND' });
    expect(notes).toMatch(/shop1\.csv .*\[IMPORT_FILE_NOT_FOUND\]/);
    expect(notes).toMatch(/shop2\.csv .*\[IMPORT_NO_RECEIVER_COLUMNS\]/);
  },
);

it('of one file that was typed alone the reason is enough', async () => {
  expect(await run('import', join(desktop, 'shop1.csv'))).toMatchObject({
    outcome: { code: 'IMPORT_FILE_NOT_FOUND' },
    notes: '',
  });
});

it('of many files those that are none of orders are counted as files', async () => {
  const bill = [
    '运单号,收件人,收件人电话,收件地址,结算重量',
    '4312345678901,王小明,13812345678,浙江省杭州市西湖区文三路90号,1',
  ];
  const orders = ['收货人,手机,收货地址,商品', '王小明,13812345678,浙江省杭州市西湖区文三路90号,保温杯'];
  const given = [file('orders.csv', ...orders), ...[1, 2, 3, 4].map((no) => file(`bill${no}.csv`, ...bill))];
  const { outcome } = await run('import', ...given);
  expect(outcome).toMatchObject({ value: { exitCode: 3, json: { files: [{ imported: 1 }] } } });
  expect(outcome.ok ? outcome.value.human.join('\n') : '').toMatch(
    /bill3\.csv and others, 4 in all {2}This is a carrier’s bill/,
  );
});
