import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { readActs } from '../../../../../electron/usecases/operators/actList.ts';
import { findBrokenAct, recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { actAs } from '../../../../../electron/usecases/operators/desk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { tamper } from '../../../../doubles/workspace/tamper.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const clerk = actAs(workspace, { operatorId: 'o1', name: '小李', role: 'clerk' });
  for (let no = 1; no <= 5; no++)
    await workspace.store.write((write) =>
      recordAct(clerk, write, { kind: 'reprinted', orderId: 'x', what: `copy ${no}`, reason: '卡纸' }),
    );
});
afterEach(() => workspace.close());

describe('the record of what operators did', () => {
  it('says who, what, why and when, one row after the other', async () => {
    const [first] = await workspace.store.read.operatorActs.after(0, 1);
    expect(first).toMatchObject({ no: 1, operator: '小李', approver: '', what: 'copy 1', reason: '卡纸' });
    expect(first?.at).toBe(workspace.clock.now());
    expect(await findBrokenAct(workspace)).toBeNull();
  });

  it('is read newest first, or only what is asked for', async () => {
    await workspace.store.write((write) => recordAct(workspace, write, { kind: 'signed-in', what: 'clerk' }));
    const all = await readActs(workspace, { offset: 0, limit: 2 });
    expect(all).toMatchObject({ total: 6, rows: [{ no: 6 }, { no: 5 }] });
    const some = await readActs(workspace, { offset: 1, limit: 2, kinds: ['reprinted'] });
    expect(some).toMatchObject({ total: 5, rows: [{ no: 4 }, { no: 3 }] });
  });

  it.each([
    ['a changed reason', "update operator_acts set reason = '客户要求' where no = 3", 3],
    ['a changed name', "update operator_acts set operator = '小王' where no = 1", 1],
    ['a row taken out', 'delete from operator_acts where no = 2', 2],
    ['the first row taken out', 'delete from operator_acts where no = 1', 1],
  ])('names the place of %s', async (_what, statement, no) => {
    tamper(workspace, statement);
    expect(await findBrokenAct(workspace)).toBe(no);
  });

  it.each([
    "update operator_acts set reason = '客户要求' where no = 3",
    'delete from operator_acts where no = 5',
    "insert or replace into operator_acts select 5, at, kind, operator, approver, order_id, 'x', reason, chain, step, begun_no from operator_acts where no = 5",
    'insert into operator_acts select 7, at, kind, operator, approver, order_id, what, reason, chain, step, begun_no from operator_acts where no = 5',
  ])('is refused by the database itself: %s', (statement) => {
    const opened = openDatabase(
      join(workspace.folder, databaseFileName),
      new Uint8Array(32).fill(7),
      'writer',
    );
    if (!opened.ok) throw new Error(opened.code);
    expect(() => opened.value.exec(statement)).toThrow(/the record of acts/);
    opened.value.close();
  });

  it('is not written when what it tells of does not happen', async () => {
    const failing = workspace.store.write(async (write) => {
      await recordAct(workspace, write, { kind: 'reprinted', what: 'copy 9' });
      throw new Error('the printer is gone');
    });
    await expect(failing).rejects.toThrow('gone');
    expect(await workspace.store.read.operatorActs.count()).toBe(5);
  });
});
