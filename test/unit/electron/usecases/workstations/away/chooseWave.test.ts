import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWave } from '../../../../../../electron/usecases/workstations/away/chooseWave.ts';

const ids = fc.array(fc.integer({ min: 0, max: 40 }).map((no) => `order-${no}`));

describe('the orders a bench keeps', () => {
  it('are what lies on it first, then what it is to print, then what it has labels of, then what was booked last', () => {
    const printing = new Set(['d']);
    const wishes = {
      lying: ['a'],
      waiting: ['w'],
      labelled: ['b', 'a'],
      booked: ['c', 'd', 'b', 'e'],
      printing,
    };
    expect(chooseWave(wishes)).toEqual(['a', 'w', 'b', 'c', 'e']);
    expect(chooseWave(wishes, 2)).toEqual(['a', 'w']);
  });

  it('are never more than it may keep, none twice, none whose label is on its way elsewhere, and what it has in hand before all others', () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, ids, fc.nat(50), (lying, waiting, labelled, booked, onTheWay, most) => {
        const printing = new Set(onTheWay);
        const chosen = chooseWave({ lying, waiting, labelled, booked, printing }, most);
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.some((id) => printing.has(id))).toBe(false);
        const inHand = [...new Set(lying)].filter((id) => !printing.has(id));
        expect(chosen.slice(0, inHand.length)).toEqual(inHand.slice(0, most));
        const wanted = new Set(
          [...lying, ...waiting, ...labelled, ...booked].filter((id) => !printing.has(id)),
        );
        expect(chosen.length).toBe(Math.min(most, wanted.size));
      }),
    );
  });
});
