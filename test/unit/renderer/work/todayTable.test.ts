import { describe, expect, test } from 'vitest';
import { nextStep, todayItems } from '../../../../renderer/work/todayTable.ts';
import { quietStatus } from '../quietStatus.ts';

describe('what Today lists', () => {
  test('nothing with a count of zero', () => {
    expect(todayItems(quietStatus)).toEqual({ wrong: [], waiting: [] });
  });

  test('unsure is amber and leads to its own filter', () => {
    const { wrong } = todayItems({ ...quietStatus, queue: { waiting: 0, sending: 0, unsure: 2, failed: 1 } });
    expect(wrong.map(({ id, tone, focus }) => [id, tone, focus.filter])).toEqual([
      ['bookingUnsure', 'unsure', 'unsure'],
      ['bookingFailed', 'failed', 'failed'],
    ]);
  });

  test('a printer out of paper and labels that wait for a word lead to Print; a printer nobody can ask is no alarm', () => {
    const { wrong } = todayItems({
      ...quietStatus,
      print: { waiting: 3, unsure: 0, failed: 0, held: 2 },
      printers: [
        { name: '1', state: 'paper-out', why: 'device-says' },
        { name: '2', state: 'unknown', why: 'silent' },
        { name: '3', state: 'ready', why: 'device-says' },
      ],
    });
    expect(wrong.map(({ id, count, screen }) => [id, count, screen])).toEqual([
      ['printer', 1, 'print'],
      ['printHeld', 2, 'print'],
    ]);
  });

  test('a booked order that was refunded comes before everything else that is wrong, and leads to its filter', () => {
    const { wrong } = todayItems({
      ...quietStatus,
      alarms: 1,
      pendingChanges: 3,
      watchFailed: 2,
      openCases: 1,
      queue: { waiting: 0, sending: 0, unsure: 1, failed: 1 },
    });
    expect(wrong.map(({ id }) => id)).toEqual([
      'alarm',
      'bookingUnsure',
      'bookingFailed',
      'tracking',
      'changes',
      'watch',
    ]);
    expect(wrong[0]).toMatchObject({ tone: 'failed', screen: 'ship', focus: { filter: 'alarm' } });
  });

  test('the health of booking is listed: refused account first, the question for a person apart from those asked by itself', () => {
    const status = { ...quietStatus, queue: { waiting: 0, sending: 0, unsure: 5, failed: 0 } };
    const { wrong, waiting } = todayItems(status, {
      stoppedAccounts: 1,
      brokenAccounts: 2,
      unsureForPerson: 3,
      byHand: 4,
      overdue: 0,
      unshipped: 6,
    });
    expect(wrong.map(({ id, count }) => [id, count])).toEqual([
      ['accountStopped', 1],
      ['bookingPerson', 3],
      ['bookingUnsure', 2],
      ['accountBroken', 2],
    ]);
    expect(waiting.map(({ id, focus }) => [id, focus.section])).toEqual([
      ['byHand', 'manual'],
      ['unshipped', 'unshipped'],
    ]);
  });

  test('changes lead to their page, files that failed to the folder in Settings, held orders to their filter', () => {
    const status = { ...quietStatus, pendingChanges: 3, watchFailed: 2, held: 4 };
    const { wrong, waiting } = todayItems(status);
    expect([...wrong, ...waiting].map(({ count, screen, focus }) => [count, screen, focus])).toEqual([
      [3, 'import', { section: 'changes' }],
      [2, 'settings', { section: 'watch' }],
      [4, 'ship', { filter: 'held' }],
    ]);
  });
});

describe('the next step', () => {
  test('a parcel that was refunded after booking is stopped before anything else is done', () => {
    const status = {
      ...quietStatus,
      alarms: 2,
      ready: 90,
      print: { waiting: 0, unsure: 1, failed: 0, held: 0 },
    };
    expect(nextStep(status)).toMatchObject({
      id: 'alarm',
      count: 2,
      screen: 'ship',
      focus: { filter: 'alarm' },
    });
  });

  test('what a newer file says is decided before orders are booked, a file that failed waits until they are out', () => {
    expect(nextStep({ ...quietStatus, pendingChanges: 3, review: 4, ready: 5 }).id).toBe('changes');
    expect(nextStep({ ...quietStatus, watchFailed: 1, unprinted: 5 }).id).toBe('unprinted');
    expect(nextStep({ ...quietStatus, watchFailed: 1 })).toMatchObject({ id: 'watch', screen: 'settings' });
  });

  test('a label that may lie in a printer comes before what blocks orders', () => {
    const status = {
      ...quietStatus,
      review: 50,
      ready: 90,
      print: { waiting: 0, unsure: 1, failed: 3, held: 0 },
    };
    expect(nextStep(status)).toMatchObject({ id: 'printUnsure', count: 1, screen: 'print' });
  });

  test('orders that are ready need a sender and an account first', () => {
    expect(nextStep({ ...quietStatus, ready: 5, hasSender: false }).id).toBe('sender');
    expect(nextStep({ ...quietStatus, ready: 5, hasAccount: false }).id).toBe('account');
    expect(nextStep({ ...quietStatus, ready: 5 }).id).toBe('ready');
  });

  test('an empty workspace is set up before orders are imported', () => {
    expect(nextStep({ ...quietStatus, hasSender: false, hasPrinter: false }).id).toBe('sender');
    expect(nextStep({ ...quietStatus, hasPrinter: false }).id).toBe('printer');
    expect(nextStep(quietStatus).id).toBe('import');
  });
});
