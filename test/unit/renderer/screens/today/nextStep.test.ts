import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../../../renderer/screens/today/nextStep.ts';
import { quietStatus } from '../../quietStatus.ts';

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
