import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../../../electron/commands/main/command.ts';
import { sharedInput, type Terminal } from '../../../../../electron/commands/main/terminal.ts';
import { checkPin } from '../../../../../electron/usecases/operators/checkPin.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const operatorsAdd = commandNamed('operators add');
const operatorsCode = commandNamed('operators code');
const operatorsRescue = commandNamed('operators rescue');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

/** The command with these lines on its standard input. */
async function run(command: Command, words: readonly string[], ...lines: string[]) {
  const terminal = sharedInput({
    isInteractive: false,
    inputLines: async function* () {
      yield* lines;
    },
  } as unknown as Terminal);
  const fed: Command = { ...command, run: (asked) => command.run({ ...asked, terminal }) };
  const outcome = await runCommand(workspace, fed, words);
  const { rescueCode = '' } = outcome.ok ? (outcome.value.json as { rescueCode?: string }) : {};
  return { outcome, rescueCode };
}

const addManager = (...more: string[]) =>
  run(operatorsAdd, ['王店长', '--role', 'manager', ...more], '258025');

describe('the rescue code on the command line', () => {
  it('stands in no document that a log may keep, unless somebody asks for it', async () => {
    const { outcome, rescueCode } = await addManager();
    expect(rescueCode).toBeNull();
    expect(outcome).toMatchObject({ value: { json: { hasRescueCode: true } } });
    expect(outcome.ok && outcome.value.human.join('\n')).toMatch(/(?:\w{4}-){3}\w{4}/);
  });

  it('is reported when the first manager is added, in the document and to people, and never after', async () => {
    const { outcome, rescueCode } = await addManager('--show-code');
    expect(rescueCode).toMatch(/^(?:\w{4}-){3}\w{4}$/);
    expect(outcome.ok && outcome.value.human.join('\n')).toContain(rescueCode);
    expect((await run(operatorsAdd, ['张打包', '--role', 'packer'], '4826')).rescueCode).toBe('');
  });

  it('sets a new PIN for a manager: the code on the first line, the PIN on the second', async () => {
    const { rescueCode } = await addManager('--show-code');
    const rescued = await run(operatorsRescue, ['王店长'], rescueCode, '802480');
    expect(rescued.outcome).toMatchObject({ ok: true });
    expect(rescued.rescueCode).not.toBe(rescueCode);
    const [manager] = await workspace.store.read.operators.active();
    expect(await checkPin(workspace, manager?.id ?? '', '802480', 'window')).toMatchObject({ ok: true });
  });

  it('is refused when it is wrong, for who is not there, and as an argument', async () => {
    const { rescueCode } = await addManager('--show-code');
    const wrong = await run(operatorsRescue, ['王店长'], 'AAAA-AAAA-AAAA-AAAA', '802480');
    expect(wrong.outcome).toMatchObject({ code: 'OPERATOR_RESCUE_WRONG' });
    const stranger = await run(operatorsRescue, ['李'], rescueCode, '802480');
    expect(stranger.outcome).toMatchObject({ code: 'OPERATOR_NOT_FOUND' });
    const argued = await run(operatorsRescue, ['王店长', rescueCode, '802480']);
    expect(argued.outcome).toMatchObject({ ok: false });
  });

  it('is made again by a command, and the previous one is void', async () => {
    const { rescueCode } = await addManager('--show-code');
    const made = await run(operatorsCode, []);
    const old = await run(operatorsRescue, ['王店长'], rescueCode, '802480');
    expect(old.outcome).toMatchObject({ code: 'OPERATOR_RESCUE_WRONG' });
    const rescued = await run(operatorsRescue, ['王店长'], made.rescueCode, '802480');
    expect(rescued.outcome).toMatchObject({ ok: true });
  });
});
