import { describe, expect, test } from 'vitest';
import { lackOf, todayItems, wrongItems } from '../../../../renderer/work/todayTable.ts';
import type { StatusView } from '../../../../shared/contracts/session.ts';
import { quietStatus } from '../quietStatus.ts';

const printing = { waiting: 0, unsure: 0, failed: 0, held: 0 };
const booking = { waiting: 0, sending: 0, unsure: 0, failed: 0 };
const idsOf = (status: StatusView) => todayItems(status).now.map(({ id }) => id);

describe('what Today lists', () => {
  test('nothing with a count of zero', () => {
    expect(todayItems(quietStatus)).toEqual({ now: [], running: [] });
  });

  test('unsure is amber, is asked for automatically, and leads to its own filter', () => {
    const items = todayItems({ ...quietStatus, queue: { ...booking, unsure: 2, failed: 1 } });
    expect(items.running.map(({ id, tone, focus }) => [id, tone, focus.filter])).toEqual([
      ['bookingUnsure', 'unsure', 'unsure'],
    ]);
    expect(items.now.map(({ id, tone, focus }) => [id, tone, focus.filter])).toEqual([
      ['bookingFailed', 'failed', 'failed'],
    ]);
    expect(wrongItems(items).map(({ id }) => id)).toEqual(['bookingFailed', 'bookingUnsure']);
  });

  test('a printer out of paper and labels that wait for a word lead to Print; a printer nobody can ask is no alarm', () => {
    const { now } = todayItems({
      ...quietStatus,
      print: { ...printing, waiting: 3, held: 2 },
      printers: [
        { name: '1', state: 'paper-out', why: 'device-says' },
        { name: '2', state: 'unknown', why: 'silent' },
        { name: '3', state: 'ready', why: 'device-says' },
      ],
    });
    expect(now.map(({ id, count, screen }) => [id, count, screen])).toEqual([
      ['printer', 1, 'print'],
      ['printHeld', 2, 'print'],
    ]);
  });

  test('a parcel put aside whose number has come leads to the bench', () => {
    expect(todayItems({ ...quietStatus, numberedAside: 2 }).now).toMatchObject([
      { id: 'numberedAside', count: 2, screen: 'pack', focus: { tab: 'aside' } },
    ]);
  });

  test('what couriers have left, or not signed for, or did not fetch leads to the list of it', () => {
    const late = { stayed: 3, unsigned: 1, pickups: 2 };
    expect(todayItems({ ...quietStatus, late }).now).toMatchObject([
      { id: 'unsignedLists', count: 1, screen: 'pack', focus: { tab: 'handover', filter: 'unsigned' } },
      { id: 'stayed', count: 3, screen: 'pack', focus: { tab: 'handover', filter: 'stayed' } },
      { id: 'latePickups', count: 2, screen: 'pack', focus: { tab: 'handover', filter: 'pickups' } },
    ]);
  });

  test('one order of urgency: what may leave or lie in a printer, what blocks, what must be right before booking, then the work', () => {
    expect(
      idsOf({
        ...quietStatus,
        alarms: 1,
        pendingChanges: 3,
        review: 50,
        ready: 90,
        unprinted: 5,
        held: 1,
        watchFailed: 2,
        openCases: 1,
        unownedReturns: 2,
        queue: { ...booking, failed: 1 },
        print: { ...printing, unsure: 1, failed: 3 },
        printers: [{ name: '1', state: 'paper-out', why: 'device-says' }],
      }),
    ).toEqual([
      'alarm',
      'printUnsure',
      'printer',
      'changes',
      'review',
      'bookingFailed',
      'printFailed',
      'ready',
      'unprinted',
      'tracking',
      'returns',
      'watch',
      'held',
    ]);
  });

  test('no order stands in two lines: a rejected one is only rejected, a label that failed is only that', () => {
    const { now } = todayItems({
      ...quietStatus,
      review: 7,
      ready: 0,
      unprinted: 92,
      queue: { ...booking, failed: 39 },
      print: { ...printing, held: 92 },
      unprintedInPrint: 92,
    });
    expect(now.map(({ id, count }) => [id, count])).toEqual([
      ['printHeld', 92],
      ['review', 7],
      ['bookingFailed', 39],
    ]);
  });

  test('the health of booking is listed: refused account first, the question for a person apart from those asked automatically', () => {
    const status = { ...quietStatus, queue: { ...booking, unsure: 5 } };
    const items = todayItems(status, {
      stoppedAccounts: 1,
      brokenAccounts: 2,
      unsureForPerson: 3,
      byHand: 4,
      overdue: 0,
      unshipped: 6,
    });
    expect(items.now.map(({ id, count, focus }) => [id, count, focus.section])).toEqual([
      ['accountStopped', 1, 'accounts'],
      ['bookingPerson', 3, undefined],
      ['byHand', 4, 'manual'],
      ['unshipped', 6, 'unshipped'],
    ]);
    expect(items.running.map(({ id, count }) => [id, count])).toEqual([
      ['accountBroken', 2],
      ['bookingUnsure', 2],
    ]);
  });

  test('changes lead to their page, files that failed to the folder in Settings, held orders to their filter', () => {
    const { now } = todayItems({ ...quietStatus, pendingChanges: 3, watchFailed: 2, held: 4 });
    expect(now.map(({ count, screen, focus }) => [count, screen, focus])).toEqual([
      [3, 'import', { section: 'changes' }],
      [2, 'settings', { section: 'watch' }],
      [4, 'ship', { filter: 'held' }],
    ]);
  });
});

describe('what a workspace lacks', () => {
  const lack = (change: Partial<StatusView>) => {
    const status = { ...quietStatus, ...change };
    return lackOf(status, todayItems(status));
  };

  test('comes before orders that are ready: nothing is booked without sender and account', () => {
    expect(lack({ ready: 5, hasSender: false })).toBe('sender');
    expect(lack({ ready: 5, hasAccount: false })).toBe('account');
    expect(lack({ ready: 5, hasPrinter: false })).toBe(null);
    expect(lack({ ready: 5 })).toBe(null);
  });

  test('waits while something else is more urgent', () => {
    expect(lack({ review: 5, ready: 5, hasSender: false })).toBe(null);
  });

  test('is asked for in an empty workspace, the printer too', () => {
    expect(lack({ hasSender: false, hasPrinter: false })).toBe('sender');
    expect(lack({ hasPrinter: false })).toBe('printer');
    expect(lack({})).toBe(null);
  });
});
