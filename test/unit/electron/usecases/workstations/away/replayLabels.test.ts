import { describe, expect, it } from 'vitest';
import { wayTo } from '../../../../../../electron/usecases/workstations/away/replayLabels.ts';
import { type PrintJobState, printJobMoves } from '../../../../../../shared/domain/printing/printJob.ts';

const states = Object.keys(printJobMoves) as PrintJobState[];

describe('the way of a label from one state to another', () => {
  it('is the shortest one along the table of moves', () => {
    expect(wayTo('waiting', 'scanned')).toEqual(['sending', 'accepted', 'scanned']);
    expect(wayTo('unsure', 'scanned')).toEqual(['scanned']);
    expect(wayTo('held', 'held')).toEqual([]);
    expect(wayTo('scanned', 'waiting')).toBeNull();
  });

  it('takes none but allowed steps', () => {
    for (const from of states)
      for (const to of states) {
        let at = from;
        for (const step of wayTo(from, to) ?? []) {
          expect(printJobMoves[at]).toContain(step);
          at = step;
        }
        if (wayTo(from, to) !== null) expect(at).toBe(to);
      }
  });
});
