import { afterAll, expect, it } from 'vitest';
import { type Extended, followRecipe } from './followRecipe.ts';

const table = `import { type Command, command, report } from '../main/command.ts';

export const tallyCommands: readonly Command[] = [
  command({
    name: 'orders tally',
    zh: '数一数订单',
    en: 'count the orders',
    access: 'seeWork',
    async run({ workspace: { store } }) {
      const total = await store.read.orders.count({});
      return report({ total }, [String(total)]);
    },
  }),
];
`;

const test = `import { expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

it('tells how many orders there are', async () => {
  const workspace = await openTestWorkspace();
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1), sampleOrder(2)]));
  const told = await runCommand(workspace, commandNamed('orders tally'), []);
  expect(told).toMatchObject({ ok: true, value: { exitCode: 0, json: { total: 2 }, human: ['2'] } });
  await workspace.close();
});
`;

let extended: Extended | null = null;
afterAll(() => extended?.remove());

it('a command is one table and one line: CONTRIBUTING followed, the help names it and the suite of commands takes it', () => {
  extended = followRecipe('A new command', 'orders/tally', {
    files: {
      'electron/commands/orders/tally.ts': table,
      'test/unit/electron/commands/orders/tally.test.ts': test,
    },
    edits: {
      'electron/commands/main/list.ts': [
        [
          "  ['orders', async () => (await import('../orders/merge.ts'))",
          "  ['orders', async () => (await import('../orders/tally.ts')).tallyCommands],\n",
        ],
      ],
    },
  });
  const faults = extended.typeFaults('electron/commands/main/list.ts');
  expect(faults).toBe('');
  const { code, output } = extended.judge();
  expect(output).toContain('orders/tally.test.ts');
  expect(code, output).toBe(0);
}, 240_000);
