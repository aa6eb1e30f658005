import { actAs, actorOf } from '../../../electron/usecases/operators/desk.ts';
import { addOperator } from '../../../electron/usecases/operators/operators.ts';
import type { Role } from '../../../shared/domain/operator.ts';
import type { TestWorkspace } from './openTestWorkspace.ts';

/** PINs of the staff of a test. */
export const staffPins = { manager: '258025', clerk: '802480', packer: '4826' } as const;

const staffNames = { manager: '王店长', clerk: '李发货', packer: '张打包' } as const;

/** One operator a role, and the workspace in the hands of each. */
export async function hireStaff(workspace: TestWorkspace) {
  const hire = async (role: Role) => {
    const added = await addOperator(workspace, { name: staffNames[role], role, pin: staffPins[role] });
    if (!added.ok) throw new Error(added.code);
    const { operator } = added.value;
    return { id: operator.id, hands: actAs(workspace, actorOf(operator)) };
  };
  return { manager: await hire('manager'), clerk: await hire('clerk'), packer: await hire('packer') };
}
