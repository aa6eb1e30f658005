import type { implement } from '@orpc/server';
import { maskReply } from '../../../electron/privacy/maskReply.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import {
  type PersonView,
  personViewSchema,
  type RetentionView,
} from '../../../shared/contracts/retention/retention.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** What is chosen on the page's double, and whether its clock is believed. */
export interface SampleRetention extends Pick<RetentionView, 'days' | 'isChosen'> {
  readonly isClockAhead: boolean;
  readonly isSwept: boolean;
}

export const sampleRetention = ({ retention }: Pick<PageCoreOptions, 'retention'>): SampleRetention => ({
  days: 90,
  isChosen: retention !== 'unchosen',
  isClockAhead: retention === 'clock',
  isSwept: false,
});

/** A shorter time lets more go. */
const ended = 1_280;
const dueAfter = (days: number): number => Math.max(0, ended - days * 12);

function viewOf(
  { days, isChosen, isClockAhead, isSwept }: SampleRetention,
  { now, isClockRight = false }: { readonly now: number; readonly isClockRight?: boolean | undefined },
): RetentionView {
  const isProven = !isClockAhead || isClockRight;
  const due = days === null || isSwept || !isProven ? 0 : dueAfter(days);
  return {
    days,
    isChosen,
    now: isProven ? now : now - 400 * dayMs,
    isProven,
    due,
    fileCount: due > 0 ? 3 : 0,
    waiting:
      days === null
        ? []
        : [
            { reason: 'not-sent', orders: 214 },
            { reason: 'not-delivered', orders: 126 },
            { reason: 'recent', orders: ended - due },
            { reason: 'cod-open', orders: 2 },
          ],
  };
}

/** Two orders of one person, one of them still under way. */
const samplePerson = (phone: string, now: number): PersonView => ({
  code: '5F0C19A2',
  phone,
  total: 2,
  free: 1,
  orders: [
    {
      orderNo: 'TB20261128000017',
      name: '林晓',
      state: 'in-transit',
      createdAt: now - 3 * dayMs,
      keptFor: 'not-delivered',
      until: now + 177 * dayMs,
    },
    {
      orderNo: 'TB20260911000004',
      name: '林晓',
      state: 'delivered',
      createdAt: now - 80 * dayMs,
      keptFor: null,
      until: null,
    },
  ],
  otherExtensions: 0,
  named: 1,
  namedKept: [],
  addresses: 1,
  drafts: 0,
  labels: 2,
  results: ['orders-20261128.xlsx'],
  erasedAt: null,
  backups: [
    {
      name: 'auto-3F9C21-2026-11-30-090000.sdbackup',
      place: 'own',
      madeAt: now - dayMs,
      goesBy: now + 62 * dayMs,
    },
    { name: 'before-move.sdbackup', place: 'own', madeAt: now - 20 * dayMs, goesBy: null },
  ],
  isOnServer: false,
  setAside: 0,
  otherBenches: 0,
  exports: 2,
});

const maskedPerson = (view: PersonView): PersonView => maskReply(personViewSchema, view) as PersonView;

/** Retention of the page's double: nothing is erased. */
export function pageRetention(os: Os, { own, now, tell, fail }: PageWorld) {
  return {
    get: os.retention.get.handler(({ input: { days, isClockRight } }) => {
      const view = viewOf(days === undefined ? own.retention : { ...own.retention, days }, {
        now: now(),
        isClockRight,
      });
      return { ...view, days: own.retention.days };
    }),
    set: os.retention.set.handler(({ input: { days } }) => {
      own.retention = { ...own.retention, days, isChosen: true };
      tell('settings');
      return viewOf(own.retention, { now: now() });
    }),
    findPerson: os.retention.findPerson.handler(({ input: { phone } }) =>
      phone.replace(/\D/g, '').length < 5
        ? fail('PERSON_PHONE_UNREADABLE')
        : maskedPerson(samplePerson(phone, now())),
    ),
    erasePerson: os.retention.erasePerson.handler(({ input: { phone } }) => {
      const before = maskedPerson(samplePerson(phone, now()));
      const left = before.orders.filter(({ keptFor }) => keptFor !== null);
      tell('orders');
      return {
        erased: 1,
        addresses: 1,
        drafts: 0,
        changed: 1,
        files: 3,
        left: {
          ...before,
          total: 1,
          free: 0,
          orders: left,
          named: 0,
          addresses: 0,
          labels: 0,
          erasedAt: now(),
        },
      };
    }),
    run: os.retention.run.handler(async function* ({ input: { isClockRight } }) {
      const { due, fileCount } = viewOf(own.retention, { now: now(), isClockRight });
      yield { kind: 'progress' as const, erased: Math.min(200, due) };
      own.retention = { ...own.retention, isSwept: true };
      tell('orders');
      yield { kind: 'finished' as const, erased: due, files: fileCount };
    }),
  };
}

/** Delivered orders go on a day, one of them has gone, a cancelled one waits for a decision. */
export function samplePersonalData(
  { state, orderNo }: OrderRow,
  { days, isChosen }: SampleRetention,
  now: number,
) {
  const nothing = { erasedAt: null, goesAt: null, keptFor: null };
  if (!isChosen || days === null) return nothing;
  if (state === 'cancelled') return { ...nothing, keptFor: 'change-open' as const };
  if (state !== 'delivered') return nothing;
  return orderNo.endsWith('7')
    ? { ...nothing, erasedAt: now - dayMs }
    : { ...nothing, goesAt: now + days * dayMs };
}
