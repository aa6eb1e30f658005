import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTexts } from '../../../../doubles/files/orderFile.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let desktop: string;
let shopFile: string;
beforeEach(async () => {
  workspace = await openTestWorkspace({ isPractice: true });
  desktop = mkdtempSync(join(tmpdir(), 'desktop-'));
  shopFile = join(desktop, 'shop.csv');
});
afterEach(async () => {
  await workspace.close();
  rmSync(desktop, { recursive: true });
});

const shipped = z.object({
  waiting: z.int(),
  booked: z.int(),
  failed: z.int(),
  unsent: z.int(),
  printed: z.int(),
  waybills: z.array(z.object({ orderNo: z.string(), waybillNo: z.string(), printed: z.boolean() })),
  resultFile: z.string(),
});

async function run(name: string, ...words: readonly string[]) {
  const outcome = await runCommand(workspace, commandNamed(name), words);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const ship = async () => {
  const { json, exitCode } = await run('ship', shopFile, '--practice', '--printer', 'virtual:');
  return { ...shipped.parse(json), exitCode };
};

/** The rows of the result file. */
const resultOf = async (path: string) => readTexts(await readFile(path));

const orders = [
  '订单号,收货人,手机,收货地址,商品名称,数量',
  'S20261207001,王小明,13812345678,浙江省杭州市西湖区文三路90号1幢,保温杯,1',
  'S20261207002,王小明,13812345678,浙江省杭州市西湖区文三路90号1幢,茶叶,1',
  'S20261207003,李芳,13912345678,江苏省苏州市昆山市人民南路8号2幢,茶盘,1',
  'S20261207003,李芳,13912345678,江苏省苏州市昆山市人民南路8号2幢,茶壶,1',
];

describe('the file of a shop whose orders were combined or split', () => {
  beforeEach(async () => {
    writeFileSync(shopFile, `${orders.join('\n')}\n`);
    await run('import', shopFile);
    await run('orders merge', 'S20261207001', 'S20261207002');
    await run('orders split', 'S20261207003');
  });

  it('is shipped with what they travel in now: no order of it is left behind without a word', async () => {
    const first = await ship();
    expect(first).toMatchObject({ booked: 3, printed: 3, waiting: 0, exitCode: 0 });
    expect(first.waybills.map(({ printed }) => printed)).toEqual([true, true, true]);
    const again = await ship();
    expect(again).toMatchObject({ booked: 0, printed: 0, waiting: 0, exitCode: 0 });
    expect(again.waybills).toEqual(first.waybills);
  });

  it('has the number of the common parcel beside each combined order, and all numbers beside a split one', async () => {
    const { waybills, resultFile } = await ship();
    const numberOf = (orderNo: string) => waybills.find((one) => one.orderNo === orderNo)?.waybillNo;
    const rows = await resultOf(resultFile);
    const cellOf = (orderNo: string, number: string) => rows.find(([no]) => no === orderNo)?.includes(number);
    const both = numberOf('S20261207001+1') ?? '?';
    expect(cellOf('S20261207001', both)).toBe(true);
    expect(cellOf('S20261207002', both)).toBe(true);
    const parts = waybills.filter(({ orderNo }) => orderNo.startsWith('S20261207003'));
    expect(parts).toHaveLength(2);
    expect(cellOf('S20261207003', parts.map(({ waybillNo }) => waybillNo).join(','))).toBe(true);
    expect(rows.flat().filter((text) => text === 'Printed')).toHaveLength(4);
  });
});

describe('a file of which the account ran out of numbers halfway', () => {
  const row = (no: number, remark: string) =>
    `S2026120801${no},王小明,1381234567${no},浙江省杭州市西湖区文三路9${no}号1幢,保温杯,1,${remark}`;
  const remarks = ['', '#practice:balance', '', ''];
  beforeEach(() => {
    const rows = remarks.map((remark, no) => row(no, remark));
    writeFileSync(shopFile, `订单号,收货人,手机,收货地址,商品名称,数量,备注\n${rows.join('\n')}\n`);
  });

  it('says how many of the rejected were never sent, and calls these ready in the result file', async () => {
    const { resultFile, ...counts } = await ship();
    expect(counts).toMatchObject({ booked: 1, failed: 3, unsent: 2, waiting: 0, exitCode: 3 });
    const states = (await resultOf(resultFile)).slice(1).map((cells) => cells.at(-2));
    expect(states).toEqual(['Printed', 'Rejected', 'Ready', 'Ready']);
    expect(await run('account status')).toMatchObject({
      json: { accounts: [{ lane: 'stopped', errorCode: 'CARRIER_BALANCE' }] },
    });
  });

  it('goes by itself once a person says that the account works again, with the printer it was to have', async () => {
    await ship();
    await run('orders edit', 'S20261208011', '--set', 'remark=');
    await run('account resume', (await workspace.store.read.accounts.all())[0]?.name ?? '');
    expect((await run('dispatch', '--until-empty')).json).toMatchObject({
      booked: 3,
      printed: 3,
      waiting: 0,
    });
  });
});
