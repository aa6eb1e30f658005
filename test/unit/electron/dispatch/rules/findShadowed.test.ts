import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAll } from '../../../../../electron/dispatch/rules/chooseByRules.ts';
import { findShadowed } from '../../../../../electron/dispatch/rules/findShadowed.ts';
import { areaMap } from '../../../../../electron/dispatch/rules/matchCondition.ts';
import type { BookingRule, RuleCondition } from '../../../../../shared/domain/bookingRule.ts';
import { lane, randomFacts, randomRules } from './randomRules.ts';

const areas = areaMap({ areas: [] });
const rules = (...conditions: RuleCondition[][]): BookingRule[] =>
  conditions.map((ones, index) => ({
    id: `r${index + 1}`,
    isEnabled: true,
    conditions: ones,
    outcome: { kind: 'book', lane: lane('ZTO') },
    share: null,
  }));
const at = (province: string, city = ''): RuleCondition => ({
  kind: 'place',
  isNot: false,
  places: [{ province, city, areaId: '' }],
});
const found = (...conditions: RuleCondition[][]) =>
  findShadowed(rules(...conditions), areas).map(({ ruleId, code, byRuleNos }) => [
    ruleId,
    code,
    ...byRuleNos,
  ]);

describe('a rule that can never match', () => {
  it('is only called so when no order reaches it', () => {
    let told = 0;
    fc.assert(
      fc.property(randomRules, fc.array(randomFacts, { minLength: 40, maxLength: 80 }), (random, orders) => {
        const dead = new Set(findShadowed(random, areas).map(({ ruleId }) => ruleId));
        told += dead.size;
        for (const facts of orders) {
          // What a rule holds comes back to the later ones.
          const first = random.find(
            (one) => one.isEnabled && one.outcome.kind !== 'hold' && matchAll(one, facts, areas) !== null,
          );
          const holding = random.filter(
            (one, index) =>
              one.isEnabled &&
              one.outcome.kind === 'hold' &&
              matchAll(one, facts, areas) !== null &&
              (first === undefined || index < random.indexOf(first)),
          );
          for (const one of first === undefined ? holding : [first, ...holding])
            expect(dead.has(one.id), one.id).toBe(false);
        }
      }),
      { numRuns: 1_500 },
    );
    // Otherwise nothing was proven.
    expect(told).toBeGreaterThan(300);
  });

  it('lies behind a wider one: every order, its province, a larger weight, a part of its word', () => {
    expect(found([], [at('广东省')])).toEqual([['r2', 'shadowed', 1]]);
    expect(found([at('广东省')], [at('广东省', '深圳市')])).toEqual([['r2', 'shadowed', 1]]);
    expect(
      found([{ kind: 'weight', over: 1000, upTo: null }], [{ kind: 'weight', over: 2000, upTo: 5000 }]),
    ).toEqual([['r2', 'shadowed', 1]]);
    const goods = (text: string): RuleCondition => ({
      kind: 'goods',
      isNot: false,
      texts: [text],
      side: 'any',
    });
    expect(found([goods('鲜')], [goods('生鲜')])).toEqual([['r2', 'shadowed', 1]]);
    expect(found([goods('生鲜')], [goods('鲜')])).toEqual([]);
  });

  it('lies behind several that take its orders together', () => {
    expect(
      found(
        [at('广东省'), { kind: 'weight', over: null, upTo: 1000 }],
        [{ kind: 'weight', over: 1000, upTo: null }],
        [{ kind: 'noWeight' }],
        [at('广东省', '广州市')],
      ),
    ).toEqual([['r4', 'shadowed', 1, 2, 3]]);
    expect(found([{ kind: 'cod', isCod: true }], [{ kind: 'cod', isCod: false }], [at('浙江省')])).toEqual([
      ['r3', 'shadowed', 1, 2],
    ]);
  });

  it('contradicts itself: two provinces at once, a weight above and below', () => {
    expect(found([at('广东省'), at('浙江省')])).toEqual([['r1', 'contradiction']]);
    expect(found([{ kind: 'weight', over: 3000, upTo: 3000 }])).toEqual([['r1', 'contradiction']]);
    expect(found([{ kind: 'noWeight' }, { kind: 'weight', over: null, upTo: 9 }])).toEqual([
      ['r1', 'contradiction'],
    ]);
  });

  it('does not lie behind a rule that holds, since a person lets the order pass, nor behind one that is off', () => {
    const [first, second] = rules([], []);
    if (first === undefined || second === undefined) throw new Error('two rules were asked for');
    const hold = { ...first, outcome: { kind: 'hold', reason: '' } as const };
    expect(findShadowed([hold, second], areas)).toEqual([]);
    expect(findShadowed([{ ...first, isEnabled: false }, second], areas)).toEqual([]);
  });
});
