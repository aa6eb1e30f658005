import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordAct } from './recordAct.ts';
import { drawRescue, saveRescue } from './rescueRecord.ts';

/** A new rescue code, told this once; the former one is void. */
export async function makeRescueCode(workspace: Workspace): Promise<Outcome<string>> {
  const { code, record } = await drawRescue();
  const isMade = await workspace.store.write(async (write) => {
    if ((await write.operators.active()).length === 0) return false;
    await saveRescue(write, record);
    await recordAct(workspace, write, { kind: 'rescue-code-made', what: '' });
    return true;
  });
  if (!isMade) return failure('OPERATOR_RESCUE_NOBODY');
  workspace.changed('operators');
  return done(code);
}
