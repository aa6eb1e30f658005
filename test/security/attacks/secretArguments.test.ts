import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usageOf } from '../../../electron/commands/main/usage.ts';
import { openAccount } from '../../../electron/usecases/accounts/openAccount.ts';
import { commandNamed, runCommand } from '../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const ran = async (name: string, words: readonly string[], input: readonly string[] = []) => {
  const outcome = await runCommand(workspace, commandNamed(name), words, input);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.json as Record<string, unknown>;
};

describe('a secret of an account, which every user of a computer can read in the arguments of a program', () => {
  const adding = ['kdniao', '--name', 'day', '--id', 'E1', '--key-stdin'];
  const add = (words: readonly string[], input: readonly string[]) =>
    runCommand(workspace, commandNamed('account add'), [...adding, ...words], input);

  it.each([
    ['kdniao', 'CustomerPwd=SuperSecretPwd'],
    ['kuaidi100', 'partnerSecret=x'],
    ['kuaidi100', 'salt=x'],
  ])('of %s may be given there for a new account, which says how to hide it: %s', async (platform, pair) => {
    const notes: string[] = [];
    const words = [platform, ...adding.slice(1), '--customer', pair];
    if (platform === 'kuaidi100') words.push('--customer', 'customer=C1');
    const added = await runCommand(workspace, commandNamed('account add'), words, ['key'], {
      note: (line) => notes.push(line),
    });
    expect(added).toMatchObject({ ok: true });
    const [key = '', value = ''] = pair.split('=');
    expect(notes.join('\n')).toMatch(new RegExp(`${key}.*--customer-stdin`));
    expect(JSON.stringify(added) + notes.join()).not.toContain(`${value}"`);
    const row = await workspace.store.read.accounts.byName('day');
    const opened = row === undefined ? undefined : await openAccount(workspace, row.id);
    expect(opened).toMatchObject({ ok: true, value: { account: { fields: { [key]: value } } } });
  });

  it('is taken from standard input, behind the key, with what is no secret as an argument', async () => {
    const added = await add(
      ['--customer', 'CustomerName=K571', '--customer-stdin'],
      ['the key', 'CustomerPwd=a=b', '', 'MonthCode=77'],
    );
    expect(added.ok).toBe(true);
    const row = await workspace.store.read.accounts.byName('day');
    if (row === undefined) throw new Error('not saved');
    const opened = await openAccount(workspace, row.id);
    if (!opened.ok) throw new Error(opened.code);
    const { secret, fields } = opened.value.account;
    expect(secret).toBe('the key');
    expect(fields).toEqual({ CustomerName: 'K571', CustomerPwd: 'a=b', MonthCode: '77' });
  });
});

describe('personal data, which every user of a computer can read in the arguments of a program', () => {
  beforeEach(() =>
    workspace.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(1, { receiverName: '欧阳样例', state: 'needs-review' }),
        sampleOrder(2, { receiverName: '钱样例' }),
      ]),
    ),
  );

  it.each(['orders list', 'address memory list'])(
    '%s takes what is searched for from standard input',
    async (name) => {
      const found = await ran(name, ['--search-stdin'], ['欧阳样例', 'not this']);
      expect(found.total).toBe(name === 'orders list' ? 1 : 0);
      const both = await runCommand(workspace, commandNamed(name), ['--search', 'a', '--search-stdin']);
      expect(both).toMatchObject({ ok: false, code: 'USAGE' });
    },
  );

  it('orders edit takes the fields from standard input, one a line', async () => {
    const { orderNo } = sampleOrder(1);
    const lines = ['phone=13900000009', '', 'detail=科技园路9号=9栋'];
    await ran('orders edit', [orderNo, '--set-stdin'], lines);
    const order = await workspace.store.read.orders.byId(sampleOrder(1).id);
    expect(order).toMatchObject({ receiverPhone: '13900000009', detail: '科技园路9号=9栋' });
    const wrong = await runCommand(
      workspace,
      commandNamed('orders edit'),
      [orderNo, '--set-stdin'],
      ['phone'],
    );
    expect(wrong).toMatchObject({ ok: false, code: 'USAGE' });
  });

  it('is told of in the help of each', () => {
    for (const name of ['orders list', 'export', 'address memory list'])
      expect(usageOf(commandNamed(name))).toContain('[--search TEXT | --search-stdin]');
    expect(usageOf(commandNamed('orders edit'))).toContain('--set-stdin');
  });
});
