import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../../../electron/commands/main/command.ts';
import type { Terminal } from '../../../../../electron/commands/main/terminal.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const operatorsAdd = commandNamed('operators add');
const operatorsChange = commandNamed('operators change');
const operatorsList = commandNamed('operators list');
const operatorsRemove = commandNamed('operators remove');
const ordersList = commandNamed('orders list');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

/** The command with a PIN on its standard input. */
function withInput(command: Command, pin: string): Command {
  const terminal = {
    isInteractive: false,
    inputLines: async function* () {
      yield pin;
    },
  };
  return { ...command, run: (asked) => command.run({ ...asked, terminal: terminal as unknown as Terminal }) };
}

const run = (command: Command, words: readonly string[], pin = '258025') =>
  runCommand(workspace, withInput(command, pin), words);

describe('operators on the command line', () => {
  it('are added with a PIN from standard input, changed, listed and removed by the owner', async () => {
    expect(await run(operatorsAdd, ['张打包', '--role', 'packer'])).toMatchObject({
      code: 'OPERATOR_FIRST_MANAGER',
    });
    await run(operatorsAdd, ['王店长', '--role', 'manager']);
    await run(operatorsAdd, ['张打包', '--role', 'packer'], '4826');
    expect(await run(operatorsAdd, ['李', '--role', 'boss'])).toMatchObject({ code: 'USAGE' });
    const changed = await run(operatorsChange, ['张打包', '--role', 'clerk', '--new-pin'], '802480');
    expect(changed).toMatchObject({ ok: true });
    expect(await run(operatorsList, [])).toMatchObject({
      value: {
        json: {
          operators: expect.arrayContaining([
            { name: '王店长', role: 'manager' },
            { name: '张打包', role: 'clerk' },
          ]),
        },
      },
    });
    expect(await run(operatorsRemove, ['王店长'])).toMatchObject({ code: 'OPERATOR_LAST_MANAGER' });
    await run(operatorsRemove, ['张打包']);
    expect(await run(operatorsRemove, ['张打包'])).toMatchObject({ code: 'OPERATOR_NOT_FOUND' });
    expect(await workspace.store.read.operators.active()).toHaveLength(1);
  });

  it('leave a record when orders are listed in full, and none when they are masked', async () => {
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1), sampleOrder(2)]));
    await run(ordersList, []);
    expect(await workspace.store.read.operatorActs.count()).toBe(0);
    await run(ordersList, ['--reveal']);
    expect(await workspace.store.read.operatorActs.last()).toMatchObject({
      kind: 'personal-data-shown',
      what: 'orders 2',
    });
  });
});
