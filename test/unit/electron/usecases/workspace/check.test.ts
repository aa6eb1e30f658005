import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { checkWorkspace } from '../../../../../electron/usecases/workspace/check.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { tamper } from '../../../../doubles/workspace/tamper.ts';

const doctorCommand = commandNamed('doctor');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('the record of acts in a check of the workspace', () => {
  it('is sound while it is empty and while nobody changed it', async () => {
    expect(await actsCheck()).toEqual({ name: 'acts', state: 'ok', detail: 'ok' });
    await reprint(3);
    expect(await actsCheck()).toEqual({ name: 'acts', state: 'ok', detail: 'ok' });
  });

  it('fails with the first entry that was changed, and doctor says so', async () => {
    await reprint(3);
    tamper(workspace, "update operator_acts set reason = '客户要求' where no = 2");
    expect(await actsCheck()).toEqual({ name: 'acts', state: 'fail', detail: '2' });
    const said = await runCommand(workspace, doctorCommand, []);
    if (!said.ok) throw new Error(said.code);
    expect(said.value.exitCode).toBe(3);
    expect(said.value.human.at(-1)).toBe('[fail] first entry of the record of acts that was changed: 2');
  });
});

async function actsCheck() {
  return (await checkWorkspace(workspace)).find(({ name }) => name === 'acts');
}

async function reprint(copies: number): Promise<void> {
  for (let no = 1; no <= copies; no++)
    await workspace.store.write((write) =>
      recordAct(workspace, write, { kind: 'reprinted', what: `copy ${no}`, reason: '卡纸' }),
    );
}
