import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrokenAct } from '../../../../../electron/usecases/operators/acts.ts';
import { checkPin } from '../../../../../electron/usecases/operators/checkPin.ts';
import { actAs, actorOf } from '../../../../../electron/usecases/operators/desk.ts';
import { addOperator, removeOperator } from '../../../../../electron/usecases/operators/operators.ts';
import {
  makeRescueCode,
  readRescue,
  rescueManager,
} from '../../../../../electron/usecases/operators/rescue.ts';
import { nobody, type Role } from '../../../../../shared/domain/operator.ts';
import type { Outcome } from '../../../../../shared/errors/outcome.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let managerId = '';
let firstCode = '';
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const { operator, rescueCode } = await added('王店长', 'manager');
  managerId = operator.id;
  firstCode = rescueCode ?? '';
});
afterEach(() => workspace.close());

function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const added = async (name: string, role: Role) =>
  sure(await addOperator(workspace, { name, role, pin: '258025' }));

/** As at a window where nobody could sign in. */
const rescue = (code: string, pin = '802480', operatorId = managerId) =>
  rescueManager(actAs(workspace, nobody), { operatorId, code, pin });

const wrongCode = 'AAAA-AAAA-AAAA-AAAA';
const lastAct = () => workspace.store.read.operatorActs.last();

describe('the rescue code', () => {
  it('comes with the first operator only, and of it nothing but a digest is kept', async () => {
    expect(firstCode).toMatch(/^(?:[AC-HJKMNP-RTV-Y2-9]{4}-){3}[AC-HJKMNP-RTV-Y2-9]{4}$/);
    expect((await added('陈店长', 'manager')).rescueCode).toBeNull();
    const kept = JSON.stringify(await workspace.store.read.settings.get('rescueCode'));
    expect(kept).toContain('"hash');
    expect(kept).not.toContain(firstCode);
    expect(kept).not.toContain(firstCode.replaceAll('-', ''));
  });

  it('lets a manager who forgot the PIN back in, however it is typed', async () => {
    const typed = ` ${firstCode.toLowerCase().replaceAll('-', ' ')} `;
    sure(await rescue(typed));
    expect(await checkPin(workspace, managerId, '802480', 'window')).toMatchObject({ ok: true });
    expect(await checkPin(workspace, managerId, '258025', 'window')).toMatchObject({
      code: 'OPERATOR_PIN_WRONG',
    });
  });

  it('ends the wait that the forgotten PIN has run into', async () => {
    for (let round = 0; round < 4; round++) await checkPin(workspace, managerId, '0000', 'window');
    expect(await checkPin(workspace, managerId, '258025', 'window')).toMatchObject({
      code: 'OPERATOR_PIN_WAIT',
    });
    sure(await rescue(firstCode));
    expect(await checkPin(workspace, managerId, '802480', 'window')).toMatchObject({ ok: true });
  });

  it('that was wrong stands in the record of acts, where every manager sees it', async () => {
    expect(await rescue(wrongCode)).toMatchObject({ code: 'OPERATOR_RESCUE_WRONG' });
    expect(await lastAct()).toMatchObject({ kind: 'rescue-code-wrong', what: '' });
    expect(JSON.stringify(await lastAct())).not.toContain('AAAA');
  });

  it('is used up with its use, and the next one is given', async () => {
    const nextCode = sure(await rescue(firstCode));
    expect(nextCode).not.toBe(firstCode);
    expect(await rescue(firstCode, '482648')).toMatchObject({ code: 'OPERATOR_RESCUE_WRONG' });
    expect(await rescue(nextCode, '482648')).toMatchObject({ ok: true });
    expect(await checkPin(workspace, managerId, '482648', 'window')).toMatchObject({ ok: true });
  });

  it('serves one of two who use it at once', async () => {
    const both = await Promise.all([rescue(firstCode, '802480'), rescue(firstCode, '482648')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is void after a manager made a new one', async () => {
    const made = sure(await makeRescueCode(workspace));
    expect(await rescue(firstCode)).toMatchObject({ code: 'OPERATOR_RESCUE_WRONG' });
    expect(await rescue(made)).toMatchObject({ ok: true });
  });

  it('may be mistyped twice, then waits as a PIN does, also after a restart; a missing sign costs no try', async () => {
    for (let round = 0; round < 5; round++)
      expect(await rescue(firstCode.slice(1))).toMatchObject({ code: 'OPERATOR_RESCUE_FORM' });
    const waits: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const wrong = await rescue(wrongCode);
      waits.push(wrong.ok ? null : wrong.params?.seconds);
    }
    expect(waits).toEqual([0, 0, 2]);
    expect(await rescue(firstCode)).toMatchObject({ code: 'OPERATOR_RESCUE_WAIT', params: { seconds: 2 } });
    workspace = await workspace.reopen();
    expect(await rescue(firstCode)).toMatchObject({ code: 'OPERATOR_RESCUE_WAIT' });
    await workspace.clock.advance(2_000);
    expect(await rescue(firstCode)).toMatchObject({ ok: true });
  });

  it('cannot be tried more often by trying at once', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, () => rescue(wrongCode)));
    expect(tries.filter((tried) => !tried.ok && tried.code === 'OPERATOR_RESCUE_WRONG')).toHaveLength(3);
  });

  it('sets no weak PIN, and is not used up by one', async () => {
    expect(await rescue(firstCode, '1234')).toMatchObject({ code: 'OPERATOR_PIN_FORM' });
    expect(await rescue(firstCode)).toMatchObject({ ok: true });
  });

  it('serves managers alone: a packer asks one of them', async () => {
    const { operator } = await added('张打包', 'packer');
    const refused = { code: 'OPERATOR_RESCUE_MANAGER_ONLY' };
    expect(await rescue(firstCode, '802480', operator.id)).toMatchObject(refused);
    expect(await rescue(firstCode, '802480', 'nobody')).toMatchObject({ code: 'OPERATOR_NOT_FOUND' });
    expect(await checkPin(workspace, operator.id, '258025', 'window')).toMatchObject({ ok: true });
  });

  it('goes with the last operator; where there is nobody there is none to make', async () => {
    sure(await removeOperator(workspace, { operatorId: managerId, version: 0 }));
    expect(await readRescue(workspace.store.read)).toBeNull();
    expect(await makeRescueCode(workspace)).toMatchObject({ code: 'OPERATOR_RESCUE_NOBODY' });
    const again = await added('陈店长', 'manager');
    expect(again.rescueCode).not.toBeNull();
  });

  it('is missing where the operators are older than it, until a manager makes one', async () => {
    const [row] = await workspace.store.read.operators.active();
    if (row === undefined) throw new Error('nobody works here');
    const older = await openTestWorkspace();
    await older.store.write((write) => write.operators.insert(row));
    const rescueThere = (code: string) =>
      rescueManager(actAs(older, nobody), { operatorId: row.id, code, pin: '802480' });
    expect(await readRescue(older.store.read)).toBeNull();
    expect(await rescueThere(firstCode)).toMatchObject({ code: 'OPERATOR_RESCUE_NONE' });
    expect(await rescueThere(sure(await makeRescueCode(older)))).toMatchObject({ ok: true });
    await older.close();
  });

  it('is on record when it is made and when it is used, under the name of who could be known', async () => {
    const { operator: packer } = await added('张打包', 'packer');
    const { operator: manager } = await added('陈店长', 'manager');
    const made = sure(await makeRescueCode(actAs(workspace, actorOf(manager))));
    expect(await lastAct()).toMatchObject({ kind: 'rescue-code-made', operator: '陈店长' });
    const next = sure(await rescue(made));
    expect(await lastAct()).toMatchObject({ kind: 'pin-rescued', operator: '王店长', what: '王店长' });
    const atPackersDesk = actAs(workspace, actorOf(packer));
    sure(await rescueManager(atPackersDesk, { operatorId: managerId, code: next, pin: '482648' }));
    expect(await lastAct()).toMatchObject({ kind: 'pin-rescued', operator: '张打包', what: '王店长' });
    expect(await findBrokenAct(workspace)).toBeNull();
  });
});
