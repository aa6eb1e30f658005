import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../electron/commands/main/command.ts';
import { acceptTogether } from '../../electron/usecases/correcting/correctAddresses.ts';
import { receiverTextOf } from '../../electron/usecases/orders/order.ts';
import type { HandedFile } from '../../shared/contracts/bridge.ts';
import type { Party } from '../../shared/domain/party.ts';
import { commandNamed, runCommand } from '../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../doubles/workspace/pageOf.ts';
import { unclearOrder } from '../doubles/workspace/unclearOrder.ts';

const addressAsk = commandNamed('address ask');
const addressReach = commandNamed('address reach');
const addressMemoryExport = commandNamed('address memory export');
const addressMemoryForget = commandNamed('address memory forget');
const addressMemoryList = commandNamed('address memory list');

const receiver: Party = {
  name: '林小满',
  phone: '13912345678',
  extension: '5678',
  province: '江苏省',
  city: '南京市',
  district: '鼓楼区',
  town: '',
  detail: '样板路8号金丝雀大厦301室',
};
const canaries = [receiver.name, receiver.phone, '301室', '"5678"'];
const order = unclearOrder(1, '林小满 13912345678-5678 鼓楼区样板路8号金丝雀大厦301室', {
  orderNo: 'TB2026000000000001',
  orderKey: 'TB2026000000000001',
});

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await testAccount(workspace);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  const { id: orderId, version } = order;
  await acceptTogether(workspace, { together: 1, orderId, version, receiver });
});
afterEach(() => workspace.close());

async function shown(command: Command, words: readonly string[]): Promise<string> {
  const result = await runCommand(workspace, command, words);
  if (!result.ok) throw new Error(result.code);
  return JSON.stringify(result.value);
}

const exports = async () =>
  (await workspace.store.read.operatorActs.after(0, 100)).filter(
    ({ kind }) => kind === 'personal-data-exported',
  );
const reveals = async (orderId: string) =>
  (await workspace.store.read.history.ofOrder(orderId)).filter(({ kind }) =>
    kind.startsWith('personal-data'),
  );

function sheetText(path: string): string {
  const { Sheets } = XLSX.read(readFileSync(path));
  return JSON.stringify(Object.values(Sheets).map((sheet) => XLSX.utils.sheet_to_json(sheet, { header: 1 })));
}

describe('personal data in what was learned', () => {
  it.each([
    ['address memory list', addressMemoryList, []],
    ['address ask', addressAsk, [order.orderNo]],
    ['address reach', addressReach, [order.orderNo, '--ask']],
  ] as const)(
    '%s shows none of it unless asked to, and asking is recorded',
    async (_name, command, words) => {
      const masked = await shown(command, words);
      for (const canary of canaries) expect(masked).not.toContain(canary);
      expect([...(await reveals('')), ...(await reveals(order.id))]).toEqual([]);
      if (command === addressReach) return;
      expect(await shown(command, [...words, '--reveal'])).toContain(receiver.name);
      expect([...(await reveals('')), ...(await reveals(order.id))]).toHaveLength(1);
    },
  );

  it('is not shown by forgetting', async () => {
    const [learned] = await workspace.store.read.learned.window(undefined, { offset: 0, limit: 1 });
    const said = await shown(addressMemoryForget, [learned?.id ?? '']);
    for (const canary of canaries) expect(said).not.toContain(canary);
  });

  it('is masked in an export without the confirmation; with it the export is recorded', async () => {
    const masked = join(workspace.folder, 'masked.xlsx');
    await shown(addressMemoryExport, ['--out', masked]);
    const text = sheetText(masked);
    expect(text).toContain('江苏省');
    for (const canary of canaries) expect(text).not.toContain(canary);
    expect(await exports()).toEqual([]);
    const open = join(workspace.folder, 'open.xlsx');
    await shown(addressMemoryExport, ['--out', open, '--reveal']);
    expect(sheetText(open)).toContain(receiver.name);
    expect(await exports()).toMatchObject([
      { step: 'begun', what: 'address-memory' },
      { step: 'ended', what: expect.stringMatching(/^address-memory 1 [0-9a-f]{64}$/) },
    ]);
    expect(statSync(open).mode & 0o077).toBe(0);
  });

  it('reaches the page masked in the list, and only with the confirmation in a file', async () => {
    const { ask, files } = pageOf(workspace);
    const list = JSON.stringify(await ask('addressKnowledge.learned', { offset: 0, limit: 10 }));
    expect(list).toContain('江苏省');
    for (const canary of canaries) expect(list).not.toContain(canary);
    const masked = await ask('addressKnowledge.exportLearned', { isPersonalDataConfirmed: false });
    expect(JSON.stringify(masked)).not.toContain(workspace.folder);
    const [path] = files.pathsOf([(masked as HandedFile).fileToken], ['written']);
    for (const canary of canaries) expect(sheetText(path ?? '')).not.toContain(canary);
    expect(await exports()).toEqual([]);
    await ask('addressKnowledge.exportLearned', { isPersonalDataConfirmed: true });
    expect((await exports()).map(({ step }) => step)).toEqual(['begun', 'ended']);
  });

  it('is kept as a digest where the text itself is not needed', async () => {
    const [learned] = await workspace.store.read.learned.window(undefined, { offset: 0, limit: 1 });
    for (const key of [learned?.textKey, learned?.addressKey, learned?.contactKey, learned?.valueKey])
      expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(learned)).not.toContain(receiverTextOf(order));
  });
});
