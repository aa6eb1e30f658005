import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addOperator,
  changeOperator,
  removeOperator,
} from '../../../../../electron/usecases/operators/operators.ts';
import type { Role } from '../../../../../shared/domain/operator.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function added(name: string, role: Role) {
  const outcome = await addOperator(workspace, { name, role, pin: '258025' });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.operator;
}

const names = async () => (await workspace.store.read.operators.active()).map(({ name }) => name);

describe('operators', () => {
  it('begin with a manager, or nobody could add the others', async () => {
    const packer = await addOperator(workspace, { name: '小李', role: 'packer', pin: '258025' });
    expect(packer).toMatchObject({ code: 'OPERATOR_FIRST_MANAGER' });
    await added('王店长', 'manager');
    await added('小李', 'packer');
    expect(await names()).toEqual(['王店长', '小李']);
  });

  it('have names that can be told apart', async () => {
    await added('Ann', 'manager');
    for (const [name, code] of [
      ['  ', 'OPERATOR_NAME_EMPTY'],
      [' ann ', 'OPERATOR_NAME_TAKEN'],
      ['ＡＮＮ', 'OPERATOR_NAME_TAKEN'],
    ] as const)
      expect(await addOperator(workspace, { name, role: 'clerk', pin: '258025' })).toMatchObject({ code });
  });

  it.each(['123', '1234', '4321', '0000', '12a4', '1234567890123', ''])(
    'do not get the PIN %j',
    async (pin) => {
      const outcome = await addOperator(workspace, { name: '王店长', role: 'manager', pin });
      expect(outcome).toMatchObject({ code: 'OPERATOR_PIN_FORM' });
      expect(await names()).toEqual([]);
    },
  );

  it('keep a manager as long as there are others', async () => {
    const manager = await added('王店长', 'manager');
    const packer = await added('小李', 'packer');
    const refused = { code: 'OPERATOR_LAST_MANAGER' };
    const ref = { operatorId: manager.id, version: 0 };
    expect(await removeOperator(workspace, ref)).toMatchObject(refused);
    expect(await changeOperator(workspace, { ...ref, role: 'clerk' })).toMatchObject(refused);
    expect(await removeOperator(workspace, { operatorId: packer.id, version: 0 })).toMatchObject({
      ok: true,
    });
    expect(await removeOperator(workspace, ref)).toMatchObject({ ok: true });
    expect(await names()).toEqual([]);
  });

  it('are not changed by two people at once', async () => {
    const { id: operatorId } = await added('王店长', 'manager');
    const change = { operatorId, version: 0, name: '王芳' };
    expect(await changeOperator(workspace, change)).toMatchObject({ ok: true, value: { version: 1 } });
    const late = { ...change, name: '王小芳' };
    expect(await changeOperator(workspace, late)).toMatchObject({ code: 'OPERATOR_CHANGED_MEANWHILE' });
    expect(await removeOperator(workspace, change)).toMatchObject({ code: 'OPERATOR_CHANGED_MEANWHILE' });
  });

  it('that are gone cannot be changed, and leave their name free', async () => {
    await added('王店长', 'manager');
    const { id: operatorId } = await added('小李', 'packer');
    await removeOperator(workspace, { operatorId, version: 0 });
    const change = { operatorId, version: 1, role: 'manager' } as const;
    expect(await changeOperator(workspace, change)).toMatchObject({ code: 'OPERATOR_NOT_FOUND' });
    await added('小李', 'clerk');
    expect(await names()).toHaveLength(2);
  });

  it('are on record: who was added, changed and removed', async () => {
    const manager = await added('王店长', 'manager');
    const packer = await added('小李', 'packer');
    await changeOperator(workspace, { operatorId: packer.id, version: 0, role: 'clerk', pin: '802480' });
    await removeOperator(workspace, { operatorId: packer.id, version: 1 });
    const acts = await workspace.store.read.operatorActs.window({ offset: 0, limit: 10 });
    expect(acts.map(({ kind, what }) => [kind, what])).toEqual([
      ['operator-removed', '小李'],
      ['operator-changed', '小李 packer → clerk PIN'],
      ['operator-added', '小李 packer'],
      ['operator-added', `${manager.name} manager`],
    ]);
    expect(JSON.stringify(acts)).not.toContain('802480');
  });
});
