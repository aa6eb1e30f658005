import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountFacts,
  faultsLeftOpen,
  judgeAccounts,
  judgeLength,
  judgeShare,
} from '../../../../electron/insight/alarmRules.ts';
import type { AlarmKind } from '../../../../shared/domain/insight/alarm.ts';
import {
  type AlarmLimits,
  alarmLimitNames,
  alarmLimits,
} from '../../../../shared/domain/insight/alarmRules.ts';

const limits = Object.fromEntries(
  alarmLimitNames.map((name) => [name, alarmLimits[name].usual]),
) as AlarmLimits;

describe('the share of calls that go wrong', () => {
  it.each([
    [100, 1, 'clear'],
    [100, 2, 'fires'],
    [1_000, 10, 'clear'],
    [1_000, 11, 'fires'],
    [999, 10, 'fires'],
    [1_001, 10, 'clear'],
    [3_333_300, 33_333, 'clear'],
    [3_333_300, 33_334, 'fires'],
    [99, 99, 'holds'],
    [99, 0, 'clear'],
    [0, 0, 'holds'],
  ] as const)('%i calls, %i faults: %s', (calls, faults, verdict) => {
    expect(judgeShare({ calls, faults }, limits, false)).toBe(verdict);
  });

  it.each([
    [1_000, 11, 'fires'],
    [1_000, 10, 'holds'],
    [1_000, 6, 'holds'],
    [1_000, 5, 'clear'],
    [40, 3, 'holds'],
    [0, 0, 'holds'],
  ] as const)('a standing alarm at %i calls, %i faults: %s', (calls, faults, verdict) => {
    expect(judgeShare({ calls, faults }, limits, true)).toBe(verdict);
  });

  it('goes by a limit and a sample that were set', () => {
    const set = { errorPermille: 50, errorMinimumCalls: 20 };
    expect(judgeShare({ calls: 20, faults: 1 }, set, false)).toBe('clear');
    expect(judgeShare({ calls: 20, faults: 2 }, set, false)).toBe('fires');
  });

  it('fires exactly above the limit, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 5_000_000 }),
        fc.nat(5_000_000),
        fc.integer({ min: 1, max: 500 }),
        (calls, some, errorPermille) => {
          const faults = Math.min(some, calls);
          const verdict = judgeShare({ calls, faults }, { errorPermille, errorMinimumCalls: 100 }, false);
          expect(verdict === 'fires').toBe(BigInt(faults) * 1_000n > BigInt(calls) * BigInt(errorPermille));
        },
      ),
    );
  });
});

const quiet = { calls: 0, faults: 0, unavailable: 0, codes: [] };
const fine = { ...quiet, calls: 50 };
const account = (change: Partial<AccountFacts> = {}): AccountFacts => ({
  id: 'a1',
  name: '一号店',
  haltCode: '',
  breaker: 'closed',
  downMinutes: 1,
  waiting: 0,
  window: quiet,
  recent: fine,
  openFaults: [],
  balance: null,
  ...change,
});
const dead = {
  ...quiet,
  calls: 5,
  faults: 5,
  unavailable: 5,
  codes: [{ code: 'NETWORK_TIMEOUT', count: 5 }],
};
const faulty = { ...quiet, calls: 200, faults: 20, codes: [{ code: 'NETWORK_TIMEOUT', count: 20 }] };

function firing(accounts: readonly AccountFacts[], standing: readonly AlarmKind[] = []) {
  const judged = judgeAccounts(accounts, {
    limits,
    lowBalance: 100,
    isStanding: (kind) => standing.includes(kind),
  });
  return judged.filter(({ verdict }) => verdict === 'fires').map(({ kind, scope }) => `${kind} ${scope.id}`);
}
const verdictOf = (kind: AlarmKind, one: AccountFacts, standing: readonly AlarmKind[] = [kind]) =>
  judgeAccounts([one], { limits, lowBalance: 100, isStanding: (asked) => standing.includes(asked) }).find(
    (judged) => judged.kind === kind,
  )?.verdict;

describe('one account', () => {
  it.each([
    ['CARRIER_CREDENTIALS', 'signature'],
    ['CARRIER_PERMISSION', 'permission'],
    ['CARRIER_ARREARS', 'arrears'],
  ] as const)('%s raises %s at the first call, and nothing else', (code, kind) => {
    const recent = { ...fine, faults: 1, codes: [{ code, count: 1 }] };
    const openFaults = faultsLeftOpen([{ interfaceName: 'book', orderId: 'A', errorCode: code }]);
    expect(firing([account({ recent, openFaults })])).toEqual([`${kind} a1`]);
    expect(firing([account({ recent: quiet, haltCode: code })])).toEqual([`${kind} a1`]);
  });

  it('stays an alarm until a call has been answered without that fault', () => {
    expect(verdictOf('signature', account({ recent: quiet }))).toBe('holds');
    expect(verdictOf('signature', account({ recent: fine }))).toBe('clear');
  });

  const call = (interfaceName: string, errorCode = '', orderId = '') => ({
    interfaceName,
    errorCode,
    orderId,
  });

  it.each([
    ['a key that was refused, then taken by any interface', ['book CARRIER_CREDENTIALS', 'track'], []],
    ['a key refused after an answer', ['book', 'track CARRIER_CREDENTIALS'], ['CARRIER_CREDENTIALS']],
    ['no answer at all says nothing', ['book CARRIER_ARREARS', 'book NETWORK_TIMEOUT'], ['CARRIER_ARREARS']],
    ['nothing asked says nothing', ['book CARRIER_ARREARS', 'book TRACK_TOO_SOON'], ['CARRIER_ARREARS']],
    ['another interface answers', ['track CARRIER_PERMISSION', 'book'], ['CARRIER_PERMISSION']],
    ['the interface answers again', ['track CARRIER_PERMISSION', 'track'], []],
    [
      'a booking sent since lost its answer, and asking found its number',
      ['book CARRIER_BALANCE A', 'book NETWORK_TIMEOUT B', 'find  B'],
      [],
    ],
    [
      'asking found a number from before the money ran out',
      ['book NETWORK_TIMEOUT B', 'book CARRIER_BALANCE A', 'find  B'],
      ['CARRIER_BALANCE'],
    ],
    [
      'asking found another order’s number',
      ['book CARRIER_BALANCE A', 'book NETWORK_TIMEOUT B', 'find  C'],
      ['CARRIER_BALANCE'],
    ],
    [
      'asking does not find it',
      ['book CARRIER_ACCOUNT A', 'book NETWORK_TIMEOUT B', 'find CARRIER_NOT_FOUND B'],
      ['CARRIER_ACCOUNT'],
    ],
    ['it refuses one order, so it is asked', ['book CARRIER_ARREARS', 'book CARRIER_OUT_OF_RANGE'], []],
  ])('%s', (_, made, left) => {
    const calls = made.map((one) => call(...(one.split(' ') as [string])));
    expect(faultsLeftOpen(calls)).toEqual(left);
  });

  it('is down while the breaker is open, or when the last calls all failed', () => {
    expect(firing([account({ breaker: 'open', recent: quiet })])).toEqual(['platform-down a1']);
    expect(firing([account({ recent: dead })])).toEqual(['platform-down a1']);
    expect(firing([account({ recent: { ...dead, calls: 2, faults: 2, unavailable: 2 } })])).toEqual([]);
    expect(firing([account({ recent: { ...dead, calls: 6 } })])).toEqual([]);
  });

  it('is not healthy for being asked no more', () => {
    expect(verdictOf('platform-down', account({ breaker: 'half-open', recent: quiet }))).toBe('holds');
    expect(verdictOf('platform-down', account({ breaker: 'closed', recent: quiet }))).toBe('holds');
    expect(verdictOf('platform-down', account({ breaker: 'half-open', recent: fine }))).toBe('clear');
  });

  it('says its share of faults only where nothing plainer is wrong', () => {
    expect(firing([account({ window: faulty })])).toEqual(['error-rate a1']);
    expect(firing([account({ window: faulty, recent: dead })])).toEqual(['platform-down a1']);
    expect(firing([account({ window: faulty, haltCode: 'CARRIER_ARREARS' })])).toEqual(['arrears a1']);
    // While the plain one still stands, its share of the last hour is no news.
    expect(firing([account({ window: faulty, recent: quiet })], ['platform-down'])).toEqual([]);
  });

  it('has too little below the line, not at it, and nobody knows without an answer', () => {
    const balance = (total: number) => account({ balance: { total, unit: 'numbers' } });
    expect(firing([balance(99)])).toEqual(['balance a1']);
    expect(firing([balance(100)])).toEqual([]);
    expect(verdictOf('balance', account())).toBe('holds');
  });
});

describe('several accounts', () => {
  const second = (change: Partial<AccountFacts> = {}) => account({ id: 'a2', name: '二号店', ...change });

  it('are one alarm of the network when none answers', () => {
    expect(firing([account({ recent: dead }), second({ recent: dead })])).toEqual(['network-down ']);
    const idle = second({ id: 'a3', recent: quiet });
    expect(firing([account({ recent: dead }), second({ recent: dead }), idle])).toEqual(['network-down ']);
  });

  it('say of the network how long none of them has answered', () => {
    const lost = [account({ recent: dead, downMinutes: 90 }), second({ recent: dead, downMinutes: 7 })];
    const judged = judgeAccounts(lost, { limits, lowBalance: 100, isStanding: () => false });
    expect(judged.find(({ kind }) => kind === 'network-down')?.facts).toEqual({ minutes: 7 });
  });

  it('are an alarm each when another one answers', () => {
    expect(firing([account({ recent: dead }), second()])).toEqual(['platform-down a1']);
  });
});

it('fires above a length of time, and ends below half of it', () => {
  expect(judgeLength(180, 180, false)).toBe('clear');
  expect(judgeLength(181, 180, false)).toBe('fires');
  expect(judgeLength(120, 180, true)).toBe('holds');
  expect(judgeLength(90, 180, true)).toBe('clear');
});
