import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAct } from '../../../electron/usecases/operators/acts.ts';
import { commandNamed, runCommand } from '../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { tamper } from '../../doubles/workspace/tamper.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  for (let no = 1; no <= 5; no++)
    await workspace.store.write((write) =>
      recordAct(workspace, write, { kind: 'reprinted', orderId: 'x', what: `copy ${no}`, reason: '卡纸' }),
    );
});
afterEach(() => workspace.close());

async function doctorOfActs() {
  const ran = await runCommand(workspace, commandNamed('doctor'), []);
  if (!ran.ok) throw new Error(ran.code);
  const { checks } = ran.value.json as { checks: { name: string; state: string; detail: string }[] };
  return checks.find(({ name }) => name === 'acts');
}

/** Chains all rows anew with plain digests, as whoever reads the source can. */
async function chainAnew(): Promise<void> {
  let before = '';
  for (const row of await workspace.store.read.operatorActs.after(0, 99)) {
    const { no, at, kind, approver, orderId, what, reason } = row;
    const operator = no === 2 ? '李发货' : row.operator;
    const text = JSON.stringify([before, no, at, kind, operator, approver, orderId, what, reason]);
    before = createHash('sha256').update(text).digest('hex');
    tamper(
      workspace,
      `update operator_acts set operator = '${operator}', chain = '${before}' where no = ${no}`,
    );
  }
}

describe('the record of acts', () => {
  it('that somebody cut at its end is found, with the first entry that is missing', async () => {
    tamper(workspace, 'delete from operator_acts where no > 3');
    expect(await doctorOfActs()).toMatchObject({ state: 'fail', detail: '4' });
  });

  it('that somebody wrote anew from its start is found', async () => {
    await chainAnew();
    expect(await doctorOfActs()).toMatchObject({ state: 'fail' });
  });

  it('that somebody wrote anew is found although the sealed file was removed with it', async () => {
    await chainAnew();
    rmSync(join(workspace.folder, 'state.sealed'));
    expect(await doctorOfActs()).toMatchObject({ state: 'fail' });
  });

  it('is verified by a command that ends with 3 and names the first bad entry', async () => {
    const verify = () => runCommand(workspace, commandNamed('audit verify'), []);
    expect(await verify()).toMatchObject({ value: { exitCode: 0, json: { total: 5, brokenNo: null } } });
    tamper(workspace, "update operator_acts set reason = '' where no = 2");
    expect(await verify()).toMatchObject({ value: { exitCode: 3, json: { brokenNo: 2 } } });
  });

  it('answers an old paper: its six characters are there with their time, until somebody cuts them off', async () => {
    const { chain = '' } = (await workspace.store.read.operatorActs.last()) ?? {};
    const head = chain.slice(0, 6);
    const ask = () => runCommand(workspace, commandNamed('audit verify'), ['--head', head]);
    expect(await ask()).toMatchObject({ value: { exitCode: 0, json: { found: [{ no: 5 }] } } });
    tamper(workspace, 'delete from operator_acts where no = 5');
    expect(await ask()).toMatchObject({ value: { exitCode: 3, json: { found: [] } } });
  });
});
