import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyArm } from '../../../../../electron/dispatch/rules/chooseByRules.ts';
import { lane } from './randomRules.ts';

const share = (percent: number, experimentId = 'trial') => ({
  experimentId,
  percent,
  lane: lane('NEW'),
  startsAt: 0,
  endsAt: 10,
});
const keys = Array.from({ length: 20_000 }, (_, no) => `order ${no}`);

describe('a share on trial', () => {
  it.each([1, 10, 20, 50, 99])('takes %i of 100 orders, within what chance allows', (percent) => {
    const taken = keys.filter((key) => greyArm(share(percent), key, 5) === 'new').length;
    const expected = (keys.length * percent) / 100;
    const spread = Math.sqrt((expected * (100 - percent)) / 100);
    expect(Math.abs(taken - expected)).toBeLessThan(4 * spread);
  });

  it('an order that is in at a smaller share stays in at every larger one', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (key, experimentId, one, other) => {
          const [small, large] = one < other ? [one, other] : [other, one];
          if (greyArm(share(small, experimentId), key, 5) === 'new')
            expect(greyArm(share(large, experimentId), key, 5)).toBe('new');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('the same order always falls the same way, and otherwise in another experiment', () => {
    const armsOf = (experimentId: string) =>
      keys.slice(0, 500).map((key) => greyArm(share(50, experimentId), key, 5));
    expect(armsOf('one')).toEqual(armsOf('one'));
    expect(armsOf('one')).not.toEqual(armsOf('two'));
  });

  it('runs between its dates only, unless everybody was sent one way', () => {
    expect(greyArm({ ...share(50), startsAt: 6 }, 'k', 5)).toBeNull();
    expect(greyArm(share(50), 'k', 10)).toBeNull();
    expect(greyArm(share(100), 'k', 99)).toBe('new');
    expect(greyArm(share(0), 'k', 99)).toBe('old');
  });
});
