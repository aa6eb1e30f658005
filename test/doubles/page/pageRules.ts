import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { ArmFigures, RuleProblem, RuleSetView, RuleTrial } from '../../../shared/contracts/rules.ts';
import type { ChosenBy } from '../../../shared/domain/bookingRule.ts';
import { sampleRuleSet } from '../workspace/sampleRuleSet.ts';
import { pageFreight } from './pageFreight.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type Set = RuleSetView['set'];

const day = 86_400_000;

const arm = (change: Partial<ArmFigures>): ArmFigures => ({
  orders: 0,
  booked: 0,
  failed: 0,
  unsure: 0,
  p50Ms: null,
  p95Ms: null,
  printed: 0,
  printFailed: 0,
  tracked: 0,
  exceptions: 0,
  ...change,
});

/** Rules, former versions and a share on trial of the page's double. What shadows what is the core's business. */
export function pageRules(os: Os, world: PageWorld) {
  const { options, own, now, fail, tell, orders } = world;
  const accountId = own.accounts[0]?.id ?? 'a1';
  let versions = options.isFresh
    ? []
    : [1, 2, 3].map((versionNo) => ({
        versionNo,
        savedAt: now() - (4 - versionNo) * 2 * day,
        backTo: 0,
        set: sampleRuleSet(accountId, now(), versionNo + 3),
      }));
  const problemsOf = (set: Set): RuleProblem[] =>
    set.rules
      .filter(({ isEnabled, conditions }) => isEnabled && conditions.length === 0)
      .flatMap((rule) => {
        const at = set.rules.indexOf(rule);
        return set.rules.slice(at + 1).map(({ id }) => ({
          ruleId: id,
          code: 'shadowed' as const,
          byRuleNos: [at + 1],
          accountName: '',
          carrier: '',
        }));
      });
  const view = (): RuleSetView => {
    const last = versions.at(-1);
    if (last === undefined)
      return { versionNo: 0, savedAt: null, set: { rules: [], fallback: null, areas: [] }, problems: [] };
    return { ...last, problems: problemsOf(last.set) };
  };
  const save = (set: Set, basedOn: number, backTo = 0): RuleSetView => {
    if (view().versionNo !== basedOn) fail('RULES_CHANGED_MEANWHILE');
    versions = [...versions, { versionNo: basedOn + 1, savedAt: now(), backTo, set }];
    tell('rules');
    return view();
  };
  const versionOf = (versionNo: number) =>
    versions.find((one) => one.versionNo === versionNo) ?? fail('RULES_VERSION_NOT_FOUND', { versionNo });
  const why: ChosenBy = {
    by: 'rule',
    rulesVersion: 3,
    ruleId: 'rule-2',
    ruleNo: 2,
    matched: [
      { kind: 'place', text: '广东省深圳市', amount: null },
      { kind: 'weight', text: '', amount: 2400 },
    ],
    share: null,
    compared: { lanes: 2, known: 2 },
    freightFen: 680,
  };
  const destination = (carrier: string, ruleNo: number) => ({
    kind: 'book' as const,
    accountId,
    accountName: own.accounts[0]?.name ?? '练习账号',
    carrier,
    reason: '',
    ruleNo,
  });
  const trial = (set: Set): RuleTrial => {
    const tried = orders.slice(0, 420);
    return {
      orders: tried.length,
      isCut: false,
      moved: 38,
      rules: [
        ...set.rules.map(({ id }, index) => ({ ruleId: id, before: 60 + index * 4, after: 52 + index * 9 })),
        { ruleId: '', before: 180, after: 142 },
      ],
      heldBefore: 4,
      heldAfter: 6,
      freight: { compared: 392, unknown: 28, beforeFen: 231_450, afterFen: 219_870 },
      moves: tried.slice(0, 38).map((row, index) => ({
        orderId: row.id,
        orderNo: row.orderNo,
        place: `${row.receiver.province}${row.receiver.city}`,
        before: destination('ZTO', 0),
        after: destination(index % 3 === 0 ? 'SF' : 'YTO', 2),
        beforeFen: 580,
        afterFen: index % 5 === 0 ? null : 520,
      })),
    };
  };
  const rules = {
    get: os.rules.get.handler(view),
    check: os.rules.check.handler(({ input }) => problemsOf(input.set)),
    try: os.rules.try.handler(({ input }) => trial(input.set)),
    save: os.rules.save.handler(({ input }) => save(input.set, input.basedOn)),
    versions: os.rules.versions.handler(() =>
      [...versions].reverse().map(({ versionNo, savedAt, backTo, set }) => ({
        versionNo,
        savedAt,
        backTo,
        rules: set.rules.length,
      })),
    ),
    goBack: os.rules.goBack.handler(({ input }) =>
      save(versionOf(input.versionNo).set, input.basedOn, input.versionNo),
    ),
    setShare: os.rules.setShare.handler(({ input }) => {
      const { set } = view();
      const changed = set.rules.map((rule) =>
        rule.id === input.ruleId && rule.share !== null
          ? { ...rule, share: { ...rule.share, percent: input.percent } }
          : rule,
      );
      return save({ ...set, rules: changed }, input.basedOn);
    }),
    comparison: os.rules.comparison.handler(({ input }) => ({
      experimentId: input.experimentId,
      old: arm({
        orders: 812,
        booked: 801,
        failed: 11,
        unsure: 3,
        p50Ms: 240,
        p95Ms: 910,
        printed: 798,
        printFailed: 3,
        tracked: 640,
        exceptions: 9,
      }),
      new: arm({
        orders: 96,
        booked: 95,
        failed: 1,
        unsure: 0,
        p50Ms: 180,
        p95Ms: 620,
        printed: 94,
        printFailed: 1,
        tracked: 41,
        exceptions: 1,
      }),
      verdicts: { failed: 'alike', unsure: 'alike', time: 'better', printFailed: 'alike', exceptions: 'few' },
    })),
    names: os.rules.names.handler(() => ({
      shops: ['旗舰店', '专营店', '拼多多一店'],
      sources: ['taobao', 'pinduoduo', 'generic'],
      provinces: [
        '北京市',
        '上海市',
        '江苏省',
        '浙江省',
        '广东省',
        '四川省',
        '新疆维吾尔自治区',
        '西藏自治区',
      ],
    })),
    why: os.rules.why.handler(({ input }) => {
      const order = orders.find(({ id }) => id === input.orderId) ?? fail('ORDER_GONE');
      return { why, destination: destination('ZTO', 2), isBooked: order.waybillNo !== '' };
    }),
  };
  return { rules, freight: pageFreight(os, world) };
}
