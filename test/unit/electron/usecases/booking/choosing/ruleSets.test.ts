import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRules } from '../../../../../../electron/usecases/booking/choosing/ruleReadings.ts';
import {
  goBackToRules,
  listRuleVersions,
  readRuleFile,
  readRuleSet,
  saveRuleSet,
  setRuleShare,
  toRuleFile,
} from '../../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import { tryRules } from '../../../../../../electron/usecases/booking/choosing/tryRules.ts';
import { emptyRuleSet, type RuleSet } from '../../../../../../shared/domain/bookingRule.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';
import { sampleRuleSet } from '../../../../../doubles/workspace/sampleRuleSet.ts';

let workspace: TestWorkspace;
let accountId: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  accountId = (await testAccount(workspace, { name: '主账号' })).id;
});
afterEach(() => workspace.close());

const setOf = (count: number): RuleSet => sampleRuleSet(accountId, workspace.clock.now(), count);

describe('versions of the rules', () => {
  it('every save is a version, and a previous one comes back as a new one', async () => {
    expect(await readRuleSet(workspace.store.read)).toEqual({
      versionNo: 0,
      savedAt: null,
      set: emptyRuleSet,
    });
    await saveRuleSet(workspace, setOf(3), 0);
    await saveRuleSet(workspace, setOf(5), 1);
    expect(await goBackToRules(workspace, 1, 2)).toMatchObject({ ok: true, value: { versionNo: 3 } });
    expect((await readRuleSet(workspace.store.read)).set).toEqual(setOf(3));
    expect(await listRuleVersions(workspace)).toMatchObject([
      { versionNo: 3, rules: 3, backTo: 1 },
      { versionNo: 2, rules: 5, backTo: 0 },
      { versionNo: 1, rules: 3, backTo: 0 },
    ]);
  });

  it('a change made on older rules is refused and overwrites nothing', async () => {
    await saveRuleSet(workspace, setOf(3), 0);
    expect(await saveRuleSet(workspace, setOf(6), 0)).toMatchObject({ code: 'RULES_CHANGED_MEANWHILE' });
    expect(await saveRuleSet(workspace, setOf(6), 7)).toMatchObject({ code: 'RULES_CHANGED_MEANWHILE' });
    const both = await Promise.all([
      saveRuleSet(workspace, setOf(4), 1),
      saveRuleSet(workspace, setOf(5), 1),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await readRuleSet(workspace.store.read)).versionNo).toBe(2);
    expect(await goBackToRules(workspace, 9, 2)).toMatchObject({ code: 'RULES_VERSION_NOT_FOUND' });
  });

  it('a share is set in one action, on the rule that has one', async () => {
    await saveRuleSet(workspace, setOf(6), 0);
    expect(await setRuleShare(workspace, { ruleId: 'rule-5', percent: 0, basedOn: 1 })).toMatchObject({
      value: { versionNo: 2 },
    });
    const { set } = await readRuleSet(workspace.store.read);
    expect(set.rules[4]?.share).toMatchObject({ percent: 0, experimentId: 'trial-1' });
    expect(await setRuleShare(workspace, { ruleId: 'rule-1', percent: 5, basedOn: 2 })).toMatchObject({
      code: 'RULE_SHARE_MISSING',
    });
    expect(await setRuleShare(workspace, { ruleId: 'nobody', percent: 5, basedOn: 2 })).toMatchObject({
      code: 'RULE_NOT_FOUND',
    });
  });
});

describe('what is wrong with rules is reported', () => {
  it('an account that is gone, a carrier the platform does not give, a rule never reached', async () => {
    const kdniao = await testAccount(workspace, { platform: 'kdniao', name: '快递鸟', endpoint: null });
    const [first] = setOf(1).rules;
    if (first === undefined) throw new Error('a rule was asked for');
    const lane = (id: string, carrier: string) => ({
      kind: 'book' as const,
      lane: { accountId: id, carrier, product: '', template: '' },
    });
    const rules = [
      { ...first, id: 'a', conditions: [], outcome: lane('gone', 'ZTO') },
      { ...first, id: 'b', outcome: lane(kdniao.id, 'NOSUCH') },
      { ...first, id: 'off', isEnabled: false, outcome: lane('gone', 'ZTO') },
    ];
    const told = await checkRules(workspace, { ...emptyRuleSet, rules });
    expect(told.map(({ ruleId, code }) => `${ruleId} ${code}`)).toEqual([
      'b shadowed',
      'a account-missing',
      'b account-locked',
      'b carrier-unknown',
    ]);
  });
});

describe('changed rules are tried on past orders', () => {
  it('counts per rule, tells what moves, and saves nothing', async () => {
    const now = workspace.clock.now();
    const cod = { codFen: 5_000 };
    await workspace.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(1, { createdAt: now - 1_000 }),
        sampleOrder(2, { createdAt: now - 1_000, ...cod }),
        sampleOrder(3, { createdAt: now - 1_000, state: 'delivered', ...cod }),
        sampleOrder(4, { createdAt: now - 8 * 86_400_000, ...cod }),
        sampleOrder(5, { createdAt: now - 1_000, state: 'cancelled', ...cod }),
      ]),
    );
    const rules = setOf(4).rules.filter(({ id }) => id === 'rule-4');
    const trial = await tryRules(workspace, { ...emptyRuleSet, rules }, 7);
    expect(trial).toMatchObject({
      orders: 3,
      isCut: false,
      moved: 2,
      heldBefore: 0,
      heldAfter: 0,
      freight: { compared: 0, unknown: 3 },
      rules: [
        { ruleId: '', before: 3, after: 1 },
        { ruleId: 'rule-4', before: 0, after: 2 },
      ],
    });
    expect(trial.moves.map(({ before, after }) => [before.carrier, after.carrier, after.ruleNo])).toEqual([
      ['ZTO', 'SF', 1],
      ['ZTO', 'SF', 1],
    ]);
    expect((await readRuleSet(workspace.store.read)).versionNo).toBe(0);
  });
});

describe('rules as a file', () => {
  it('come back as they went, with accounts by their names', async () => {
    const accounts = await workspace.store.read.accounts.all();
    const text = JSON.stringify(toRuleFile(setOf(6), accounts));
    expect(text).toContain('"account":"主账号"');
    expect(text).not.toContain(accountId);
    expect(readRuleFile(text, accounts)).toEqual({ ok: true, value: setOf(6) });
  });

  it('may leave out what is usual, and are refused as a whole otherwise', async () => {
    const accounts = await workspace.store.read.accounts.all();
    const short = {
      rules: [
        {
          conditions: [
            { kind: 'goods', texts: ['茶'] },
            { kind: 'weight', over: 1000 },
          ],
          outcome: { kind: 'book', lane: { account: '主账号' } },
        },
      ],
    };
    expect(readRuleFile(JSON.stringify(short), accounts)).toMatchObject({
      ok: true,
      value: { fallback: null, rules: [{ id: 'rule-1', isEnabled: true, share: null }] },
    });
    expect(readRuleFile('{', accounts)).toMatchObject({ code: 'RULES_FILE_INVALID' });
    expect(readRuleFile('{"rules":[{}],"more":1}', accounts)).toMatchObject({ code: 'RULES_FILE_INVALID' });
    const stranger = JSON.stringify(short).replace('主账号', '别人');
    expect(readRuleFile(stranger, accounts)).toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
      params: { name: '别人' },
    });
  });
});
