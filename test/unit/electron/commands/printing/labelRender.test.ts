import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let folder: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'label-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

const party = {
  name: '王芳',
  mobile: '13800000001',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路1号',
};

async function render(printTime: unknown, lang = 'tspl') {
  const [order, out] = [join(folder, 'order.json'), join(folder, 'label.tspl')];
  const label = { waybillNo: '75300000000001', carrier: 'ZTO', sender: party, receiver: party, printTime };
  writeFileSync(order, JSON.stringify(label));
  const words = ['--order', order, '--lang', lang, '--out', out];
  const ran = await runCommand(workspace, commandNamed('label render'), words);
  return { ran, bytes: () => readFileSync(out) };
}

it.each(['2026-11-25 10:00:00', '2026/11/25 10:00', '2026年11月25日 10:00', '2026-11-25T02:00:00Z'])(
  'prints the time of the order file, however it is written: %s',
  async (said) => {
    const wanted = await render(Date.UTC(2026, 10, 25, 2));
    const bytes = wanted.bytes();
    const { ran, bytes: written } = await render(said);
    expect(ran).toMatchObject({ ok: true });
    expect(written().equals(bytes)).toBe(true);
  },
);

it.each(['yesterday', '2026-13-40', '03/04/2026'])(
  'makes no label with a time that says no moment: %s',
  async (said) => {
    const { ran } = await render(said);
    expect(ran).toMatchObject({ ok: false, code: 'LABEL_FILE_INVALID', params: { field: 'printTime' } });
  },
);

it('names all it can make where it is asked for another, the picture among them', async () => {
  const { ran } = await render('2026-11-25', 'epl');
  expect(ran).toMatchObject({ ok: false, code: 'USAGE' });
  expect(JSON.stringify(ran)).toContain('--lang tspl|zpl|cpcl|escpos|pdf|png');
});
