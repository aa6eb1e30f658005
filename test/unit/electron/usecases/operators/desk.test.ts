import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../../../../../electron/usecases/operators/desk.ts';
import { changeOperator, removeOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { done, failure } from '../../../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { hireStaff, staffPins } from '../../../../doubles/workspace/staff.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function openDesk() {
  const staff = await hireStaff(workspace);
  const desk = await Desk.open(workspace);
  return { staff, desk };
}

describe('who sits at the window', () => {
  it('is the owner with every right while there are no operators', async () => {
    const desk = await Desk.open(workspace);
    expect(desk.actor).toEqual({ operatorId: '', name: '', role: 'owner' });
    await workspace.clock.advance(1_000 * minuteMs);
    await desk.refresh();
    expect(desk.actor.role).toBe('owner');
    expect(desk.signsOutAt).toBeNull();
  });

  it('is nobody as soon as there are operators, until one enters a PIN', async () => {
    const { desk, staff } = await openDesk();
    expect(desk.actor.role).toBe('nobody');
    expect(await desk.signIn(staff.packer.id, '0000')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect(desk.actor.role).toBe('nobody');
    expect(await desk.signIn(staff.packer.id, staffPins.packer)).toMatchObject({ ok: true });
    expect(desk.actor).toMatchObject({ name: '张打包', role: 'packer' });
  });

  it('stays the person who made the first manager', async () => {
    const desk = await Desk.open(workspace);
    const { manager } = await hireStaff(workspace);
    const row = await workspace.store.read.operators.byId(manager.id);
    if (row === undefined) throw new Error('not hired');
    desk.takeOver(row);
    expect(desk.actor).toMatchObject({ name: '王店长', role: 'manager' });
  });

  it('is signed out after five minutes without a touch, or what was set', async () => {
    const { desk, staff } = await openDesk();
    await desk.signIn(staff.clerk.id, staffPins.clerk);
    await workspace.clock.advance(5 * minuteMs - 1);
    expect(await desk.refresh()).toBe(false);
    desk.touch();
    await workspace.clock.advance(5 * minuteMs - 1);
    expect(await desk.refresh()).toBe(false);
    await workspace.clock.advance(1);
    expect(await desk.refresh()).toBe(true);
    expect(desk.actor.role).toBe('nobody');
    desk.touch();
    expect(desk.actor.role).toBe('nobody');
    await desk.setIdleMinutes(1);
    await desk.signIn(staff.clerk.id, staffPins.clerk);
    await workspace.clock.advance(minuteMs);
    expect(await desk.refresh()).toBe(true);
    expect((await Desk.open(workspace)).idleMinutes).toBe(1);
  });

  it('loses the right at once when the role changes, and the desk when removed', async () => {
    const { desk, staff } = await openDesk();
    await desk.signIn(staff.clerk.id, staffPins.clerk);
    const { clerk } = staff;
    await changeOperator(workspace, { operatorId: clerk.id, version: 0, role: 'packer' });
    await desk.refresh();
    expect(desk.actor.role).toBe('packer');
    await removeOperator(workspace, { operatorId: clerk.id, version: 1 });
    await desk.refresh();
    expect(desk.actor.role).toBe('nobody');
  });

  it('is on record with each sign-in', async () => {
    const { desk, staff } = await openDesk();
    await desk.signIn(staff.packer.id, staffPins.packer);
    const last = await workspace.store.read.operatorActs.last();
    expect(last).toMatchObject({ kind: 'signed-in', operator: '张打包', what: 'packer' });
    expect(await workspace.store.read.operators.byId(staff.packer.id)).toMatchObject({
      signedInAt: workspace.clock.now(),
    });
  });
});

describe('the record of a desk', () => {
  const kinds = async () =>
    (await workspace.store.read.operatorActs.after(0, 99)).map(({ kind, operator, what }) =>
      [kind, operator, what].join(' '),
    );

  it('says who signed in and out, and who was signed out when idle', async () => {
    const { desk, staff } = await openDesk();
    await desk.signIn(staff.packer.id, staffPins.packer);
    await desk.signOut();
    await desk.signIn(staff.clerk.id, staffPins.clerk);
    await workspace.clock.advance(5 * minuteMs);
    await Promise.all([desk.refresh(), desk.refresh()]);
    expect((await kinds()).slice(3)).toEqual([
      'signed-in 张打包 packer',
      'signed-out 张打包 ',
      'signed-in 李发货 clerk',
      'signed-out-idle 李发货 ',
    ]);
  });

  it('tells at the next sign-in how often the PIN was wrong and since when', async () => {
    const { desk, staff } = await openDesk();
    const since = workspace.clock.now();
    await desk.signIn(staff.packer.id, '0000');
    await workspace.clock.advance(minuteMs);
    await desk.signIn(staff.packer.id, '1111');
    await desk.signIn(staff.packer.id, staffPins.packer);
    expect(desk.notice).toEqual({ wrongTries: 2, wrongSince: since, isPinShort: false });
    await desk.signOut();
    expect(desk.notice).toBeNull();
    await desk.signIn(staff.packer.id, staffPins.packer);
    expect(desk.notice).toBeNull();
  });
});

describe('an approval', () => {
  const right = 'reprintAgain' as const;

  async function packerAsks() {
    const { desk, staff } = await openDesk();
    await desk.signIn(staff.packer.id, staffPins.packer);
    const ask = (by: 'manager' | 'clerk' | 'packer', pin: string = staffPins[by]) =>
      desk.approve({ operatorId: staff[by].id, pin, right, orderId: 'x' });
    const uses: (readonly unknown[])[] = [];
    const use = (id: string, orderId: string, isDone = true) =>
      desk.withApprovals([id], orderId, async (approvals) => {
        uses.push(approvals);
        return isDone ? done(null) : failure('PRINTER_UNREACHABLE');
      });
    const granted = async () => {
      const outcome = await ask('clerk');
      if (!outcome.ok) throw new Error(outcome.code);
      return outcome.value;
    };
    return { desk, staff, ask, use, uses, granted };
  }

  it('is given by who has the right and enters the PIN, and leaves who sits here where they are', async () => {
    const { desk, ask } = await packerAsks();
    expect(await ask('packer')).toMatchObject({ code: 'OPERATOR_MAY_NOT_APPROVE', params: { right } });
    expect(await ask('clerk', '1111')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect(await ask('clerk')).toMatchObject({ ok: true });
    expect(desk.actor.role).toBe('packer');
    const acts = (await workspace.store.read.operatorActs.after(4, 9)).map(({ chain: _, ...act }) => act);
    expect(acts).toMatchObject([
      { kind: 'approval-refused', operator: '张打包', approver: '张打包', what: right, orderId: 'x' },
      { kind: 'pin-wrong', operator: '李发货' },
      { kind: 'approval-given', operator: '张打包', approver: '李发货', what: right, orderId: 'x' },
    ]);
  });

  it('serves one action for one order, within a minute', async () => {
    const { use, uses, granted } = await packerAsks();
    const id = await granted();
    await use(id, 'y');
    await use(id, 'x');
    await use(id, 'x');
    expect(uses).toEqual([[], [expect.objectContaining({ right, approver: '李发货' })], []]);
    const late = await granted();
    await workspace.clock.advance(minuteMs + 1);
    await use(late, 'x');
    expect(uses.at(-1)).toEqual([]);
  });

  it('is given back by an action that was refused', async () => {
    const { use, uses, granted } = await packerAsks();
    const id = await granted();
    await use(id, 'x', false);
    await use(id, 'x');
    expect(uses.map((approvals) => approvals.length)).toEqual([1, 1]);
  });

  it('serves two actions at once only once', async () => {
    const { use, uses, granted } = await packerAsks();
    const id = await granted();
    await Promise.all([use(id, 'x'), use(id, 'x')]);
    expect(uses.map((approvals) => approvals.length).sort()).toEqual([0, 1]);
  });

  it('ends when somebody else sits down', async () => {
    const { desk, staff, use, uses, granted } = await packerAsks();
    const id = await granted();
    await desk.signIn(staff.clerk.id, staffPins.clerk);
    await use(id, 'x');
    expect(uses).toEqual([[]]);
  });

  it('is not given to nobody', async () => {
    const { desk, staff } = await openDesk();
    const request = { operatorId: staff.manager.id, pin: staffPins.manager, right, orderId: 'x' };
    expect(await desk.approve(request)).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
  });
});
