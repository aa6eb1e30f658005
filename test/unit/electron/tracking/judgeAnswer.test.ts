import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../../../electron/tracking/judgeAnswer.ts';
import {
  finalTrackingStates,
  type TrackingEvent,
  type TrackingSnapshot,
  type TrackingState,
} from '../../../../shared/domain/tracking.ts';

const now = 1_000 * 3_600_000;
const hour = 3_600_000;
const way = ['collected', 'in-transit', 'destination', 'delivering', 'signed'] as const;

const event = (at: number, status: TrackingState): TrackingEvent => ({
  at,
  text: `${status} ${at}`,
  location: '',
  status,
  rawStatus: '',
});
const answer = (state: TrackingState, events: readonly TrackingEvent[]): TrackingSnapshot => ({
  waybillNo: 'w',
  carrier: 'ZTO',
  state,
  exception: '',
  events,
});
const nothing = {
  state: 'none' as TrackingState,
  exception: '',
  rawState: '',
  lastText: '',
  lastAt: null as number | null,
  checkedAt: null as number | null,
};

describe('what an answer changes', () => {
  it('takes the platform’s state and the newest line', () => {
    const events = [event(now - 5 * hour, 'collected'), event(now - hour, 'in-transit')];
    expect(judgeAnswer(nothing, answer('in-transit', events), now)).toMatchObject({
      state: 'in-transit',
      lastAt: now - hour,
      oddities: [],
    });
  });

  it('names times that lie ahead, and takes the newest line that does not for the latest news', () => {
    const events = [event(now - hour, 'in-transit'), event(now + 26 * hour, 'signed')];
    expect(judgeAnswer(nothing, answer('signed', events), now)).toMatchObject({
      state: 'signed',
      lastAt: now - hour,
      oddities: ['future-events'],
    });
  });

  it('goes on with a parcel whose times all lie ahead since this computer’s clock is behind', () => {
    const known = { ...nothing, state: 'in-transit' as const, lastAt: now + 40 * hour };
    const events = [event(now + 40 * hour, 'in-transit'), event(now + 44 * hour, 'delivering')];
    expect(judgeAnswer(known, answer('delivering', events), now)).toMatchObject({
      state: 'delivering',
      lastAt: now + 44 * hour,
      oddities: ['future-events', 'clock-back'],
    });
  });

  it('keeps a state nobody here knows as the platform wrote it', () => {
    const told = { ...answer('in-transit', [event(now - hour, 'in-transit')]), rawState: '299' };
    const judged = judgeAnswer(nothing, told, now);
    expect(judged.rawState).toBe('299');
    // An older answer overwrites it no more than the state.
    const less = judgeAnswer(
      { ...nothing, ...judged },
      answer('collected', [event(now - 9 * hour, 'collected')]),
      now,
    );
    expect(less).toMatchObject({ state: 'in-transit', rawState: '299', oddities: ['older-answer'] });
  });

  it('says how many lines had no time', () => {
    const told = { ...answer('in-transit', [event(now - hour, 'in-transit')]), unreadableTimes: 2 };
    expect(judgeAnswer(nothing, told, now).oddities).toEqual(['unreadable-times']);
  });

  it.each([
    ['signed', 'delivering', 'signed'],
    ['signed', 'problem', 'signed'],
    ['returned', 'returning', 'returned'],
    ['delivering', 'problem', 'problem'],
    ['awaiting-collection', 'none', 'awaiting-collection'],
  ] as const)('stays %s when it is told %s without newer news: %s', (state, told, wanted) => {
    const lastAt = state === 'awaiting-collection' ? null : now - hour;
    const events = lastAt === null ? [] : [event(lastAt, told)];
    expect(judgeAnswer({ ...nothing, state, lastAt }, answer(told, events), now).state).toBe(wanted);
  });
});

describe('whatever answers come, in whatever order', () => {
  /** The true way of a parcel and answers that each know some part of it, shuffled, with lines said twice. */
  const story = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 5, maxLength: 5 }).map((gaps) => {
    let at = now - 400 * hour;
    return way.map((status, no) => {
      at += (gaps[no] ?? 1) * hour;
      return event(at, status);
    });
  });
  const answers = story.chain((truth) =>
    fc.array(
      fc.subarray(truth).map((part) => {
        const newest = part.at(-1);
        return answer(
          newest?.status ?? 'none',
          [...part, ...part.slice(0, 1)].sort((a, b) => a.at - b.at),
        );
      }),
      { minLength: 1, maxLength: 12 },
    ),
  );

  it('the state goes back only with newer news, and the newest news is never forgotten', () => {
    fc.assert(
      fc.property(answers, (told) => {
        let known = nothing;
        let newestTold: TrackingEvent | undefined;
        for (const one of told) {
          const { oddities: _, ...next } = judgeAnswer(known, one, now);
          const isBack = way.indexOf(next.state as 'signed') < way.indexOf(known.state as 'signed');
          if (isBack) expect(next.lastAt).toBeGreaterThan(known.lastAt ?? 0);
          if (finalTrackingStates.includes(known.state)) expect(next.state).toBe(known.state);
          expect(next.lastAt ?? 0).toBeGreaterThanOrEqual(known.lastAt ?? 0);
          const newest = one.events.at(-1);
          if (newest !== undefined && newest.at > (newestTold?.at ?? 0)) newestTold = newest;
          known = { ...next, checkedAt: now };
          expect(known.state).toBe(newestTold?.status ?? 'none');
          expect(known.lastAt).toBe(newestTold?.at ?? null);
        }
      }),
      { seed: 13, numRuns: 500 },
    );
  });

  const anyLines = fc.array(
    fc.record({
      at: fc.integer({ min: now - 300 * hour, max: now + 300 * hour }),
      status: fc.constantFrom(...way),
    }),
  );

  it('no time that lies ahead becomes the latest news where another one is known, and each is named', () => {
    fc.assert(
      fc.property(fc.array(anyLines, { maxLength: 6 }), (told) => {
        let known = { ...nothing, lastAt: now - 300 * hour };
        for (const lines of told) {
          const events = lines.map(({ at, status }) => event(at, status)).sort((a, b) => a.at - b.at);
          const { oddities, lastAt, ...next } = judgeAnswer(
            known,
            answer(events.at(-1)?.status ?? 'none', events),
            now,
          );
          expect(lastAt).toBeLessThanOrEqual(now + hour / 2);
          expect(oddities.includes('future-events')).toBe(events.some(({ at }) => at > now + hour / 2));
          known = { ...next, lastAt: lastAt ?? 0, checkedAt: now };
        }
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('a parcel does not go back on its way where this computer’s clock is years behind', () => {
    const long = answer('signed', [
      event(now + 9_000 * hour, 'collected'),
      event(now + 9_050 * hour, 'signed'),
    ]);
    const short = answer('collected', long.events.slice(0, 1));
    const known = { ...nothing, ...judgeAnswer(nothing, long, now) };
    expect(judgeAnswer(known, short, now)).toMatchObject({ state: 'signed', lastAt: now + 9_050 * hour });
    expect(judgeAnswer({ ...nothing, ...judgeAnswer(nothing, short, now) }, long, now).state).toBe('signed');
  });
});
