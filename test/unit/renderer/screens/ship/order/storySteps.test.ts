import { describe, expect, test } from 'vitest';
import { storySteps } from '../../../../../../renderer/screens/ship/order/BookingStory.tsx';
import {
  bookingSituation,
  isUnsure,
} from '../../../../../../renderer/screens/ship/order/bookingSituation.ts';
import type { StoryCall, StoryShipment } from '../../../../../../shared/contracts/bookingHealth.ts';

const now = 1_000_000;

const call = (change: Partial<StoryCall> = {}): StoryCall => ({
  id: 'c',
  at: now - 60_000,
  interfaceName: 'book',
  accountName: '主账号',
  certainty: 'unknown',
  errorCode: 'NETWORK_TIMEOUT',
  platformCode: '',
  durationMs: 20_000,
  ...change,
});

const shipment = (change: Partial<StoryShipment> = {}): StoryShipment => ({
  id: 's',
  orderCode: 'SD1',
  platform: 'kdniao',
  accountName: '主账号',
  carrier: 'ZTO',
  state: 'unsure',
  waybillNo: '',
  errorCode: 'NETWORK_TIMEOUT',
  errorParams: {},
  plannedAt: now - 90_000,
  sentAt: now - 60_000,
  bookedAt: null,
  checksMade: 0,
  checksPlanned: 5,
  nextAt: now + 10_000,
  waitsForPerson: false,
  maySendAgain: true,
  calls: [call()],
  ...change,
});

describe('what a booking waits for', () => {
  test('a lost answer is asked about, and amber until it is known', () => {
    const situation = bookingSituation(shipment(), now);
    expect(situation).toBe('asking');
    expect(isUnsure(situation)).toBe(true);
  });

  test('a question that is due is being asked, not still to come', () => {
    expect(bookingSituation(shipment({ nextAt: now }), now)).toBe('asking-now');
    expect(bookingSituation(shipment({ nextAt: null }), now)).toBe('asking-now');
  });

  test('after the last question a person is asked', () => {
    expect(bookingSituation(shipment({ nextAt: null, waitsForPerson: true }), now)).toBe('person');
  });

  test('a network that is away is no unsure booking: nothing was sent', () => {
    const situation = bookingSituation(shipment({ state: 'planned', errorCode: 'NETWORK_DNS' }), now);
    expect(situation).toBe('delayed');
    expect(isUnsure(situation)).toBe(false);
    expect(bookingSituation(shipment({ state: 'planned', errorCode: '' }), now)).toBe('queued');
  });

  test('a number that was given, refused or given back waits for nothing', () => {
    for (const state of ['booked', 'refused', 'voided'] as const)
      expect(bookingSituation(shipment({ state }), now)).toBeNull();
  });
});

describe('the way of a booking', () => {
  const kinds = (story: StoryShipment) => storySteps(story, now).map(({ kind, tone }) => [kind, tone]);

  test('shows the lost answer and the question ahead in amber, with its number', () => {
    const story = shipment({ checksMade: 1, calls: [call(), call({ interfaceName: 'find' })] });
    expect(kinds(story)).toEqual([
      ['planned', 'done'],
      ['call', 'unsure'],
      ['call', 'unsure'],
      ['next', 'unsure'],
    ]);
    expect(storySteps(story, now).at(-1)).toMatchObject({ at: now + 10_000, check: 2 });
  });

  test('"no such order" is an answer; a question that got no answer stays amber', () => {
    const found = (errorCode: string) =>
      storySteps(
        shipment({ calls: [call({ interfaceName: 'find', certainty: 'did-not-happen', errorCode })] }),
        now,
      )[1];
    expect(found('CARRIER_NOT_FOUND')).toMatchObject({ tone: 'rest', check: 1 });
    expect(found('NETWORK_DNS')).toMatchObject({ tone: 'unsure' });
  });

  test('leaves out calls that decide nothing', () => {
    const story = shipment({
      state: 'booked',
      nextAt: null,
      calls: [call({ certainty: 'happened', errorCode: '' }), call({ interfaceName: 'track' })],
    });
    expect(kinds(story)).toEqual([
      ['planned', 'done'],
      ['call', 'done'],
    ]);
  });

  test('a call under way is shown as such, and at the end stands the person', () => {
    expect(kinds(shipment({ state: 'sending', nextAt: null, calls: [] }))).toEqual([
      ['planned', 'done'],
      ['sending', 'active'],
    ]);
    expect(kinds(shipment({ nextAt: null, waitsForPerson: true })).at(-1)).toEqual(['person', 'unsure']);
  });

  test('a new booking after a question counts its questions again', () => {
    const calls = [call(), call({ interfaceName: 'find' }), call(), call({ interfaceName: 'find' })];
    const checks = storySteps(shipment({ calls }), now).map((step) =>
      step.kind === 'call' ? step.check : null,
    );
    expect(checks.slice(1, 5)).toEqual([null, 1, null, 1]);
  });
});
