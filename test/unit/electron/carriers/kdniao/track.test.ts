import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusFromWire } from '../../../../../electron/carriers/kdniao/status.ts';
import {
  replyToSnapshot,
  tracesToEvents,
  trackReply,
} from '../../../../../electron/carriers/kdniao/track.ts';
import { wireTime } from '../../../../../electron/carriers/kit/wireValues.ts';

const trace = (AcceptTime: string, AcceptStation: string, Action = '2') => ({
  AcceptTime,
  AcceptStation,
  Action,
  Location: '',
});

describe('times', () => {
  it.each([
    ['2026-01-02 09:00:00', '2026-01-02T01:00:00.000Z'],
    ['2026/1/2 9:00:00', '2026-01-02T01:00:00.000Z'],
    ['2026-01-01 00:30:00', '2025-12-31T16:30:00.000Z'],
    ['2026-01-02 09:00', '2026-01-02T01:00:00.000Z'],
  ])('reads %s as Shanghai time', (text, iso) => {
    expect(wireTime(text)).toBe(Date.parse(iso));
  });

  it.each(['', '今天', '2026-13-01 00:00:00', '2026-02-30 00:00:00', '2026-01-01 25:00:00'])(
    'does not make a time of %j',
    (text) => {
      expect(wireTime(text)).toBeNull();
    },
  );
});

describe('traces', () => {
  it('come oldest first, each once', () => {
    const events = tracesToEvents([
      trace('2026-01-03 08:00:00', '派送', '202'),
      trace('2026-01-02 09:00:00', '揽收', '1'),
      trace('2026-01-02 21:00:00', '离开'),
      trace('2026-01-02 09:00:00', '揽收', '1'),
      trace('坏时间', '无法排序'),
    ]);
    expect(events.map(({ text, status }) => [text, status])).toEqual([
      ['揽收', 'collected'],
      ['离开', 'in-transit'],
      ['派送', 'delivering'],
    ]);
  });

  it('keep the order of equal times, also in a list that runs backwards', () => {
    const forward = [
      trace('2026-01-02 09:00:00', '甲'),
      trace('2026-01-02 09:00:00', '乙'),
      trace('2026-01-02 10:00:00', '丙'),
    ];
    const texts = (list: typeof forward) => tracesToEvents(list).map(({ text }) => text);
    expect(texts(forward)).toEqual(['甲', '乙', '丙']);
    expect(texts([...forward].reverse())).toEqual(['甲', '乙', '丙']);
  });

  it('give the newest line the overall status where lines have none of their own', () => {
    const Traces = [trace('2026-01-02 09:00:00', '揽收', ''), trace('2026-01-03 09:00:00', '已签收', '')];
    const { events } = replyToSnapshot(trackReply.parse({ Success: true, State: '3', Traces }), 'W1', 'ZTO');
    expect(events.map(({ status }) => status)).toEqual(['collected', 'signed']);
  });

  it('are always in order of time, whatever came', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 30 });
    fc.assert(
      fc.property(minutes, (list) => {
        const events = tracesToEvents(
          list.map((minute, index) =>
            trace(`2026-01-02 09:${String(minute).padStart(2, '0')}:00`, `${index}`),
          ),
        );
        expect(events).toHaveLength(list.length);
        events.forEach((event, index) => {
          expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0);
        });
      }),
      { seed: 5 },
    );
  });
});

describe('status codes', () => {
  it.each([
    ['0', 'none', ''],
    ['10', 'awaiting-collection', ''],
    ['1', 'collected', ''],
    ['201', 'destination', ''],
    ['205', 'destination', ''],
    ['202', 'delivering', ''],
    ['211', 'locker', ''],
    ['304', 'signed', ''],
    ['404', 'returning', 'refused'],
    ['406', 'returned', ''],
    ['413', 'returning', 'intercepted'],
    ['412', 'problem', 'locker-overdue'],
    ['421', 'problem', 'phone-wrong'],
    ['415', 'cancelled', 'sender-cancelled'],
    ['5', 'in-transit', ''],
    ['604', 'customs', 'customs-exception'],
    // Only of parcels across borders.
    ['220', 'in-transit', ''],
    ['222', 'destination', ''],
    ['223', 'destination', ''],
    ['306', 'signed', ''],
    ['424', 'problem', 'unclaimed'],
    ['426', 'problem', 'lost'],
    ['427', 'problem', 'violation'],
    ['430', 'cancelled', 'sender-cancelled'],
    ['605', 'customs', ''],
    ['606', 'customs', 'customs-fee'],
  ])('%s means %s', (code, state, exception) => {
    expect(statusFromWire(code)).toEqual({ state, exception });
  });

  it('count in their group when they are new, but never as signed', () => {
    expect(statusFromWire('299')?.state).toBe('in-transit');
    expect(statusFromWire('499')?.state).toBe('problem');
    expect(statusFromWire('399')).toBeNull();
    expect(statusFromWire('abc')).toBeNull();
    expect(statusFromWire('')).toBeNull();
  });
});

describe('a state nobody here knows', () => {
  const reply = (State: string, StateEx: string, Action = '2') =>
    trackReply.parse({
      Success: true,
      LogisticCode: 'YT1',
      State,
      StateEx,
      Traces: [{ AcceptTime: '2026-01-02 09:00:00', AcceptStation: '到了', Action }],
    });
  const told = (State: string, StateEx: string, Action?: string) =>
    replyToSnapshot(reply(State, StateEx, Action), 'YT1', 'YTO');

  it('is kept as the platform wrote it, while what is known of it counts', () => {
    expect(told('2', '288')).toMatchObject({ state: 'in-transit', rawState: '288' });
    expect(told('9', '')).toMatchObject({ state: 'in-transit', rawState: '9' });
    expect(told('3', '399')).toMatchObject({ state: 'signed', rawState: '399' });
  });

  it('is none where all codes are known, left out, or say nothing', () => {
    for (const snapshot of [told('2', '201'), told('2', '0'), told('', ''), told('3', '')])
      expect(snapshot.rawState).toBe('');
  });

  it('leaves out lines without a time, and says how many', () => {
    const { events, unreadableTimes } = replyToSnapshot(
      trackReply.parse({
        Success: true,
        State: '2',
        Traces: [
          { AcceptTime: '昨天', AcceptStation: '甲' },
          { AcceptTime: '2026-01-02 09:00:00', AcceptStation: '乙', Timezone: '-05:00' },
        ],
      }),
      'YT1',
      'YTO',
    );
    expect(events).toMatchObject([{ at: Date.parse('2026-01-02T14:00:00Z'), text: '乙' }]);
    expect(unreadableTimes).toBe(1);
  });
});

describe('how far a parcel is', () => {
  const traces = [
    trace('2026-01-02 09:00:00', '揽收', '1'),
    trace('2026-01-02 21:00:00', '离开', ''),
    trace('2026-01-03 08:00:00', '到达', ''),
  ];

  it('follows the state of the platform, however its lines are shuffled and doubled', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...traces, ...traces], { minLength: 1 }),
        fc.constantFrom('', '1', '2', '0'),
        (Traces, StateEx) => {
          const reply = trackReply.parse({ Success: true, LogisticCode: 'W1', State: '2', StateEx, Traces });
          expect(replyToSnapshot(reply, 'W1', 'ZTO').state).toBe('in-transit');
        },
      ),
    );
  });

  it('follows the finer code before its group', () => {
    const reply = trackReply.parse({ Success: true, LogisticCode: 'W1', State: '2', StateEx: '202' });
    expect(replyToSnapshot(reply, 'W1', 'ZTO').state).toBe('delivering');
  });
});
