import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { sealedStateOf } from '../../../../../electron/store/workspace/sealUpkeep.ts';
import { findBrokenAct, recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { actAs } from '../../../../../electron/usecases/operators/desk.ts';
import { changeOperator, removeOperator } from '../../../../../electron/usecases/operators/operators.ts';
import {
  checkRecord,
  confirmSealTroubles,
  readSeal,
  settleSeal,
} from '../../../../../electron/usecases/operators/seal.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';
import { tamper } from '../../../../doubles/workspace/tamper.ts';

let workspace: TestWorkspace;
let staff: Awaited<ReturnType<typeof hireStaff>>;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  staff = await hireStaff(workspace);
});
afterEach(() => workspace.close());

const file = () => join(workspace.folder, 'state.sealed');
const database = () => join(workspace.folder, databaseFileName);
const copyOf = (path: string) => `${path}.copy`;

async function open(): Promise<void> {
  workspace = await workspace.reopen();
  await settleSeal(workspace, readSeal(workspace), null);
}

/** Closes the workspace's files, so that they can be copied whole. */
async function shut(): Promise<void> {
  workspace = await workspace.reopen();
}

const act = (what: string) =>
  workspace.store.write((write) => recordAct(workspace, write, { kind: 'reprinted', what, reason: '卡纸' }));
const inHands = () => actAs(workspace, staff.manager.hands.actor);
const newest = async () => (await workspace.store.read.operatorActs.last()) ?? { kind: '', what: '' };
const names = async () => (await workspace.store.read.operators.active()).map(({ name }) => name);

describe('the sealed file beside the database', () => {
  it('follows every change of people, PIN tries and record', async () => {
    const before = readSeal(workspace);
    await act('copy 1');
    const after = readSeal(workspace);
    if (before?.ok !== true || after?.ok !== true) throw new Error('no seal');
    expect(after.value.revision).toBe(before.value.revision + 1);
    const { revision, at } = after.value;
    const known = { workspaceId: workspace.workspaceId, revision, clock: { now: () => at } };
    expect(after.value).toEqual(await sealedStateOf(workspace.store.read, known));
    expect(after.value.acts).toEqual({
      no: 4,
      chain: (await workspace.store.read.operatorActs.last())?.chain,
    });
  });

  it('is not written for what is rolled back', async () => {
    const before = readFileSync(file());
    const failing = workspace.store.write(async (write) => {
      await recordAct(workspace, write, { kind: 'reprinted', what: 'copy 9' });
      throw new Error('gone');
    });
    await expect(failing).rejects.toThrow('gone');
    expect(readFileSync(file())).toEqual(before);
  });

  it('says nothing when the program was started again, also after a stop between commit and file', async () => {
    await open();
    await open();
    const behind = readFileSync(file());
    await act('copy 1');
    writeFileSync(file(), behind);
    await open();
    expect((await newest()).kind).toBe('reprinted');
    await act('copy 2');
    await open();
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: null, troubles: [] });
  });

  it('is believed over an older database: people, PIN tries and the end of the record', async () => {
    await shut();
    copyFileSync(database(), copyOf(database()));
    const manager = inHands();
    await changeOperator(manager, { operatorId: staff.clerk.id, version: 0, role: 'packer' });
    await removeOperator(manager, { operatorId: staff.packer.id, version: 0 });
    await act('copy 1');
    workspace = await workspace.reopen(copyOf(database()));
    await settleSeal(workspace, readSeal(workspace), null);
    expect(await names()).toEqual(['王店长', '李发货']);
    expect((await workspace.store.read.operators.byId(staff.clerk.id))?.role).toBe('packer');
    expect(await newest()).toMatchObject({ no: 4, kind: 'seal-trouble', operator: '' });
    expect((await newest()).what).toMatch(/^newer 6 [0-9A-F]{6}$/);
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: 4, troubles: ['newer'] });
    expect(await findBrokenAct(workspace)).toBeNull();
  });

  it('takes an older database after a restore as what was asked for, with the people of the newest seal', async () => {
    await shut();
    copyFileSync(database(), copyOf(database()));
    await removeOperator(inHands(), { operatorId: staff.packer.id, version: 0 });
    workspace = await workspace.reopen(copyOf(database()));
    await settleSeal(workspace, readSeal(workspace), { told: 'backup', by: '', actsAfter: () => [] });
    expect(await names()).toEqual(['王店长', '李发货']);
    expect(await newest()).toMatchObject({
      kind: 'restored',
      what: expect.stringMatching(/^backup; 4 [0-9A-F]{6}$/),
    });
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: null, troubles: [] });
  });

  it.each([
    ['missing', () => rmSync(file())],
    ['broken', () => writeFileSync(file(), 'AAAA')],
    ['older', () => copyFileSync(copyOf(file()), file())],
  ] as const)(
    'is told when it is %s, made anew, and shown until a manager has confirmed it',
    async (kind, harm) => {
      copyFileSync(file(), copyOf(file()));
      for (const no of [1, 2, 3]) await act(`copy ${no}`);
      harm();
      await open();
      expect(await newest()).toMatchObject({ kind: 'seal-trouble', what: expect.stringContaining(kind) });
      await open();
      expect(await checkRecord(workspace)).toMatchObject({ brokenNo: null, troubles: [kind] });
      const hands = inHands();
      expect(await confirmSealTroubles(hands)).toMatchObject({ ok: true });
      expect(await newest()).toMatchObject({ kind: 'seal-trouble-confirmed', operator: '王店长' });
      expect(await checkRecord(workspace)).toMatchObject({ troubles: [] });
      expect(await confirmSealTroubles(hands)).toMatchObject({ code: 'SEAL_NO_TROUBLE' });
    },
  );

  it.each([
    ['rows cut off its end', 'delete from operator_acts where no > 2', 3],
    ['all its rows cut off', 'delete from operator_acts', 1],
  ])('finds a record with %s', async (_what, statement, no) => {
    await shut();
    tamper(workspace, statement);
    expect(await findBrokenAct(workspace)).toBeNull();
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: no });
    await open();
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: no, troubles: ['unlike'] });
  });

  it('is believed over people that somebody changed in the database', async () => {
    tamper(workspace, "update operators set role = 'manager', pin_hash = '00' where role = 'packer'");
    await open();
    expect((await workspace.store.read.operators.byId(staff.packer.id))?.role).toBe('packer');
    expect(await checkRecord(workspace)).toMatchObject({ troubles: ['unlike'] });
  });

  it('takes over a record that was chained without a key, and says how far it went', async () => {
    const plain = await openTestWorkspace();
    const { at, chain, no, operator, approver, orderId, what, reason, kind } = await plainRow(plain);
    const values = [no, at, kind, operator, approver, orderId, what, reason, chain];
    tamper(
      plain,
      `insert into operator_acts(no, at, kind, operator, approver, order_id, what, reason, chain)
       values (${values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(',')})`,
    );
    await settleSeal(plain, readSeal(plain), null);
    const last = await plain.store.read.operatorActs.last();
    expect(last).toMatchObject({ no: 2, kind: 'record-keyed', what: `1 ${chain.slice(0, 6).toUpperCase()}` });
    expect(await checkRecord(plain)).toMatchObject({ brokenNo: null, troubles: [] });
    tamper(plain, "update operator_acts set what = 'x' where no = 1");
    expect(await findBrokenAct(plain)).toBe(1);
    await plain.close();
  });
});

async function plainRow({ clock }: TestWorkspace) {
  const { createHash } = await import('node:crypto');
  const row = ['', 1, clock.now(), 'reprinted', '', '', '', 'copy 1', ''] as const;
  const chain = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  const [, no, at, kind, operator, approver, orderId, what, reason] = row;
  return { no, at, kind, operator, approver, orderId, what, reason, chain };
}
