import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChoosingContext,
  chooseByRules,
  matchAll,
} from '../../../../../electron/dispatch/rules/chooseByRules.ts';
import { areaMap } from '../../../../../electron/dispatch/rules/matchCondition.ts';
import { type BookingRule, emptyRuleSet, type RuleSet } from '../../../../../shared/domain/bookingRule.ts';
import { sampleFacts } from '../../../../doubles/workspace/sampleFacts.ts';
import { lane, randomFacts, randomRules } from './randomRules.ts';

const contextOf = (set: Partial<RuleSet>, change: Partial<ChoosingContext> = {}): ChoosingContext => ({
  set: { ...emptyRuleSet, ...set },
  rulesVersion: 7,
  areas: areaMap({ areas: set.areas ?? [] }),
  now: 1_000,
  defaultLane: lane(''),
  freightOf: () => null,
  passed: new Set(),
  ...change,
});

const rule = (no: number, change: Partial<BookingRule> = {}): BookingRule => ({
  id: `r${no}`,
  isEnabled: true,
  conditions: [],
  outcome: { kind: 'book', lane: lane(`C${no}`) },
  share: null,
  ...change,
});

describe('rules choose account and carrier', () => {
  it('the first enabled rule all of whose clauses hold decides, whatever the orders and rules are', () => {
    fc.assert(
      fc.property(randomRules, randomFacts, (rules, facts) => {
        const context = contextOf({ rules });
        const first = rules.find((one) => one.isEnabled && matchAll(one, facts, context.areas) !== null);
        const choice = chooseByRules(context, facts);
        expect(choice.kind === 'none' ? null : choice.why.ruleId).toBe(first?.id ?? '');
        if (choice.kind === 'book' && first?.outcome.kind === 'book')
          expect(choice.lane).toEqual(first.outcome.lane);
        if (first?.outcome.kind === 'hold') expect(choice.kind).toBe('hold');
      }),
      { numRuns: 1_000 },
    );
  });

  it('says which clause found what, and the rule by its place and version', () => {
    const rules = [
      rule(1, { conditions: [{ kind: 'cod', isCod: true }] }),
      rule(2, {
        conditions: [
          { kind: 'place', isNot: false, places: [{ province: '广东省', city: '', areaId: '' }] },
          { kind: 'weight', over: 1000, upTo: null },
          { kind: 'goods', isNot: false, texts: ['裤子', 'ｔ恤'], side: 'any' },
        ],
      }),
    ];
    const choice = chooseByRules(contextOf({ rules }), sampleFacts());
    expect(choice).toMatchObject({ kind: 'book', lane: lane('C2') });
    expect(choice.kind === 'book' && choice.why).toMatchObject({
      by: 'rule',
      ruleNo: 2,
      rulesVersion: 7,
      matched: [
        { kind: 'place', text: '广东省深圳市' },
        { kind: 'weight', amount: 1200 },
        { kind: 'goods', text: 'ｔ恤' },
      ],
    });
  });

  it('adjoining weights leave no gap and an unknown weight is in none of them', () => {
    const rules = [
      rule(1, { conditions: [{ kind: 'weight', over: null, upTo: 1000 }] }),
      rule(2, { conditions: [{ kind: 'weight', over: 1000, upTo: 3000 }] }),
      rule(3, { conditions: [{ kind: 'noWeight' }] }),
    ];
    const carrierAt = (weightGrams: number | null) => {
      const choice = chooseByRules(contextOf({ rules }), sampleFacts({ weightGrams }));
      return choice.kind === 'book' ? choice.lane.carrier : choice.kind;
    };
    expect([1000, 1001, 3000, 3001, null].map(carrierAt)).toEqual(['C1', 'C2', 'C2', '', 'C3']);
  });

  it('no rule at all: the account of Settings, and nothing without one', () => {
    expect(chooseByRules(contextOf({}), sampleFacts())).toMatchObject({
      kind: 'book',
      why: { by: 'settings' },
    });
    expect(chooseByRules(contextOf({}, { defaultLane: null }), sampleFacts())).toEqual({ kind: 'none' });
    const fallback = { kind: 'hold', reason: '看一下' } as const;
    expect(chooseByRules(contextOf({ fallback }), sampleFacts())).toMatchObject({
      kind: 'hold',
      why: { by: 'fallback' },
    });
  });

  it('the cheapest known way wins; an unknown freight never does while one is known', () => {
    const outcome = { kind: 'cheapest', lanes: [lane('A'), lane('B'), lane('C')] } as const;
    const prices: Readonly<Record<string, number>> = { B: 900, C: 600 };
    const rules = [rule(1, { outcome })];
    const freightOf: ChoosingContext['freightOf'] = ({ carrier }) => prices[carrier] ?? null;
    expect(chooseByRules(contextOf({ rules }, { freightOf }), sampleFacts())).toMatchObject({
      lane: lane('C'),
      why: { freightFen: 600, compared: { lanes: 3, known: 2 } },
    });
    expect(chooseByRules(contextOf({ rules }), sampleFacts())).toMatchObject({
      lane: lane('A'),
      why: { freightFen: null, compared: { lanes: 3, known: 0 } },
    });
  });

  it('an order a person has let pass a hold goes on to the rules after it', () => {
    const rules = [rule(1, { outcome: { kind: 'hold', reason: '贵重' } }), rule(2)];
    expect(chooseByRules(contextOf({ rules }), sampleFacts())).toMatchObject({
      kind: 'hold',
      reason: '贵重',
    });
    expect(chooseByRules(contextOf({ rules }, { passed: new Set(['r1']) }), sampleFacts())).toMatchObject({
      kind: 'book',
      lane: lane('C2'),
    });
  });

  it('a running share is reported with the choice, and a finished one sends nobody the new way', () => {
    const share = { experimentId: 'x', percent: 50, lane: lane('NEW'), startsAt: 500, endsAt: 2_000 };
    const choose = (now: number, percent = 50) =>
      Array.from({ length: 40 }, (_, no) =>
        chooseByRules(
          contextOf({ rules: [rule(1, { share: { ...share, percent } })] }, { now }),
          sampleFacts({ orderKey: `k${no}` }),
        ),
      ).map((choice) => (choice.kind === 'book' ? [choice.lane.carrier, choice.why.share?.arm ?? ''] : []));
    const running = choose(1_000);
    expect(new Set(running.map(String))).toEqual(new Set(['NEW,new', 'C1,old']));
    expect(new Set(choose(2_000).map(String))).toEqual(new Set(['C1,']));
    expect(new Set(choose(9_000, 100).map(String))).toEqual(new Set(['NEW,new']));
    expect(new Set(choose(1_000, 0).map(String))).toEqual(new Set(['C1,old']));
  });
});
