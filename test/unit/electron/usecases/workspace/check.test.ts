import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { checkWorkspace } from '../../../../../electron/usecases/workspace/check.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

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
    const opened = openDatabase(
      join(workspace.folder, databaseFileName),
      new Uint8Array(32).fill(7),
      'writer',
    );
    if (!opened.ok) throw new Error(opened.code);
    opened.value.exec("update operator_acts set reason = '客户要求' where no = 2");
    opened.value.close();
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
