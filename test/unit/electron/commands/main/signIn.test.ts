import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, command, report } from '../../../../../electron/commands/main/command.ts';
import { allCommands } from '../../../../../electron/commands/main/list.ts';
import { runCommandLine } from '../../../../../electron/commands/main/run.ts';
import { notedTerminal } from '../../../../doubles/program/notedTerminal.ts';
import { commandNamed } from '../../../../doubles/program/runCommand.ts';
import { unreachableParts } from '../../../../doubles/program/unreachableParts.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const commands = await allCommands();

const accountAdd = commandNamed('account add');
const operatorsAdd = commandNamed('operators add');
const operatorsList = commandNamed('operators list');
const ordersList = commandNamed('orders list');
const backupCommand = commandNamed('backup');
const restoreCommand = commandNamed('restore');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Under the name and the right of a real command. */
const inWorkspace = (name: string, run: Parameters<typeof command>[0]['run']): Command =>
  command({
    name,
    zh: '试',
    en: 'try',
    access: commands.find((one) => one.name === name)?.access ?? 'manageOperators',
    begins: true,
    run,
  });

const own: readonly Command[] = [
  accountAdd,
  operatorsAdd,
  operatorsList,
  ordersList,
  backupCommand,
  restoreCommand,
  inWorkspace('print', async ({ workspace }) => report({ actor: workspace.actor.name }, [])),
  inWorkspace('import', async ({ workspace: { store } }) => {
    await store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    return report({}, []);
  }),
  inWorkspace('doctor', async ({ workspace: { store } }) =>
    report({ acts: await store.read.operatorActs.after(0, 100) }, []),
  ),
];

async function run(words: readonly string[], ...input: string[]) {
  const { terminal, out, notes } = notedTerminal(input);
  const exitCode = await runCommandLine({
    words: [...words, '--json'],
    environment: {
      SHIPDESK_LANG: 'en',
      SHIPDESK_DATA: join(folder, 'data'),
      SHIPDESK_PASSPHRASE: 'long enough 1',
    },
    commands: own,
    terminal,
    parts: async () => unreachableParts,
    signal: new AbortController().signal,
  });
  const json = JSON.parse(out.join('\n')) as Record<string, unknown> & { error?: { code: string } };
  return { exitCode, json, code: json.error?.code ?? '', notes: notes.join('\n') };
}

const manager = ['--operator', 'Wang'] as const;
const packer = ['--operator', 'Zhang'] as const;

async function hire(): Promise<void> {
  await run(['operators', 'add', 'Wang', '--role', 'manager'], '258025');
  await run(['operators', 'add', 'Zhang', '--role', 'packer', ...manager], '258025', '4826');
}

describe('the gate of the command line', () => {
  it('asks nobody for a PIN while there are no operators', async () => {
    await run(['doctor']);
    expect(await run(['print'])).toMatchObject({ exitCode: 0, json: { actor: '' }, notes: '' });
    expect(await run(['print', ...manager], '258025')).toMatchObject({
      exitCode: 2,
      code: 'OPERATOR_NOT_FOUND',
    });
  });

  it('refuses a command that nobody signed, and tells how to sign it', async () => {
    await hire();
    const refused = await run(['print']);
    expect(refused).toMatchObject({ exitCode: 2, code: 'OPERATOR_SIGN_IN_NEEDED' });
    expect(refused.notes).toContain('--operator NAME');
    expect(await run(['print', ...packer])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
    expect(await run(['operators', 'add', 'Li', '--role', 'clerk'], '802480')).toMatchObject({
      code: 'OPERATOR_SIGN_IN_NEEDED',
    });
    expect((await run(['operators', 'list'])).json.operators).toHaveLength(2);
  });

  it('lets an operator act under name and PIN, the PIN never being an argument', async () => {
    await hire();
    expect(await run(['print', ...packer], '4826')).toMatchObject({ exitCode: 0, json: { actor: 'Zhang' } });
    expect(await run(['--operator=Zhang', 'print'], '4826')).toMatchObject({ json: { actor: 'Zhang' } });
    expect(await run(['print', ...packer], '258025')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect(await run(['print', ...packer, '--pin', '4826'])).toMatchObject({ code: 'USAGE' });
  });

  it('takes the PIN first and leaves the next line to the command', async () => {
    await hire();
    const added = await run(['account', 'add', 'nowhere', '--name', 'A', ...manager], '258025', 'its key');
    expect(added.code).toBe('PLATFORM_UNKNOWN');
  });

  it('gives an operator the rights of the role and no more', async () => {
    await hire();
    expect(await run(['import', ...packer], '4826')).toMatchObject({
      exitCode: 2,
      code: 'OPERATOR_RIGHT_MISSING',
    });
    expect(
      await run(['operators', 'add', 'Li', '--role', 'manager', ...packer], '4826', '802480'),
    ).toMatchObject({
      code: 'OPERATOR_RIGHT_MISSING',
    });
    expect(await run(['import', ...manager], '258025')).toMatchObject({ exitCode: 0 });
  });

  it('shows personal data for a reason only, which is on record with who saw it', async () => {
    await run(['import']);
    await hire();
    const list = ['orders', 'list', '--reveal', ...manager];
    expect(await run(list, '258025')).toMatchObject({ code: 'REVEAL_NEEDS_REASON' });
    expect(await run([...list, '--why', 'buyer called'], '258025')).toMatchObject({ exitCode: 0 });
    const { json } = await run(['doctor']);
    expect(json.acts).toContainEqual(
      expect.objectContaining({ kind: 'personal-data-shown', operator: 'Wang', reason: 'buyer called' }),
    );
  });

  it('lets nobody get rid of the operators by putting back a backup from before them', async () => {
    const file = join(folder, 'before.sdbackup');
    await run(['print']);
    await run(['backup', '--out', file]);
    await hire();
    expect(await run(['restore', file])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
    expect(await run(['restore', file, ...packer], '4826')).toMatchObject({ code: 'OPERATOR_RIGHT_MISSING' });
    expect((await run(['operators', 'list'])).json.operators).toHaveLength(2);
    expect(await run(['restore', file, ...manager], '258025')).toMatchObject({ exitCode: 0 });
    // Who works here is no matter of a backup: a manager removes people by hand.
    expect((await run(['operators', 'list'])).json.operators).toHaveLength(2);
  });
});
