import type { RuleSetView } from '../../../shared/contracts/rules.ts';

type Set = RuleSetView['set'];
type Rule = Set['rules'][number];

const day = 86_400_000;

/** Rules as a shop of middling size would have them: hold, place and weight, goods, cash on delivery, a share on trial. */
export function sampleRuleSet(accountId: string, now: number, count = 6): Set {
  const lane = (carrier: string) => ({ accountId, carrier, product: '', template: '' });
  const rule = (no: number, change: Partial<Rule>): Rule => ({
    id: `rule-${no}`,
    isEnabled: true,
    conditions: [],
    outcome: { kind: 'book', lane: lane('ZTO') },
    share: null,
    ...change,
  });
  const rules = [
    rule(1, {
      conditions: [{ kind: 'value', over: 200_000, upTo: null }],
      outcome: { kind: 'hold', reason: '贵重物品，先打电话确认' },
    }),
    rule(2, {
      conditions: [
        { kind: 'place', isNot: false, places: [{ province: '', city: '', areaId: 'far' }] },
        { kind: 'weight', over: 1000, upTo: 5000 },
      ],
      outcome: { kind: 'cheapest', lanes: [lane('SF'), lane('YTO')] },
    }),
    rule(3, {
      conditions: [{ kind: 'goods', isNot: false, texts: ['生鲜', '冷冻'], side: 'any' }],
      outcome: { kind: 'book', lane: lane('SF') },
    }),
    rule(4, {
      conditions: [{ kind: 'cod', isCod: true }],
      outcome: { kind: 'book', lane: lane('SF') },
    }),
    rule(5, {
      conditions: [
        {
          kind: 'place',
          isNot: false,
          places: [
            { province: '浙江省', city: '', areaId: '' },
            { province: '广东省', city: '深圳市', areaId: '' },
          ],
        },
        { kind: 'shop', isNot: true, texts: ['旗舰店'], side: 'any' },
      ],
      outcome: { kind: 'book', lane: lane('ZTO') },
      share: {
        experimentId: 'trial-1',
        percent: 10,
        lane: lane('YTO'),
        startsAt: now - 3 * day,
        endsAt: now + 11 * day,
      },
    }),
    rule(6, {
      isEnabled: false,
      conditions: [{ kind: 'remark', isNot: false, texts: ['加急'], side: 'buyer' }],
      outcome: { kind: 'book', lane: lane('SF') },
    }),
  ];
  return { rules: rules.slice(0, count), fallback: { kind: 'book', lane: lane('') }, areas: [] };
}
