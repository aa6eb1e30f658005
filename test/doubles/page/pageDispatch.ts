import type { implement } from '@orpc/server';
import type { GoLiveChecklist } from '../../../shared/contracts/accounts.ts';
import type { PreflightRow } from '../../../shared/contracts/booking.ts';
import type { AccountHealth, UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import {
  goLiveSteps,
  type PreflightName,
  preflightNames,
  preflightOfAccount,
} from '../../../shared/domain/booking.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { type PageWorld, shows } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Pre-flight, lanes, go-live tests and the call log of the page's double. */
export function pageDispatch(os: Os, world: PageWorld) {
  const { own, orders, now, fail, slice, selected, count, find, tell, options } = world;
  const lanes = new Map<string, Partial<AccountHealth>>();
  const passed = new Set<string>();
  const accounts = () => own.accounts.map((account) => laneOf(account, lanes, world));
  const change = (accountId: string, patch: Partial<AccountHealth>) => {
    lanes.set(accountId, { ...lanes.get(accountId), ...patch });
    tell('settings', 'status');
    return accounts();
  };
  const checklist = (accountId: string) => {
    const account =
      own.accounts.find(({ id }) => id === accountId) ?? fail('ACCOUNT_NOT_FOUND', { name: '' });
    return checklistOf(account, passed.has(accountId), now());
  };
  return {
    preflight: {
      check: os.preflight.check.handler(({ input }) => {
        const rows = selected(input.selection).filter((row) => shows(row, 'ready', undefined));
        const left = input.selection.exceptChanged === true ? 2 : 0;
        const ready = rows.length - left;
        // Few enough that nothing in them looks like another.
        const isClean = options.isAllClean === true || ready < 3;
        const shares = input.accountId === null ? own.accounts.slice(0, 2) : [];
        return {
          accounts: shares.map(({ id, name }) => ({
            accountId: id,
            accountName: name,
            verdict: 'go' as const,
            orders: Math.floor(ready / shares.length),
            bookable: Math.floor(ready / shares.length),
            expectedSeconds: Math.ceil(ready / 20 / shares.length),
            findings: preflightOfAccount.map((of) => findingOf(of, ready, [])),
          })),
          verdict: isClean ? ('go' as const) : ('look' as const),
          orders: ready,
          bookable: ready,
          expectedSeconds: Math.ceil(ready / 20),
          checkedAt: now(),
          findings: preflightNames.map((name) =>
            isClean
              ? plainFinding(name)
              : findingOf(
                  name,
                  ready,
                  name === 'changes' && left > 0 ? [] : rows.map(({ orderNo }) => orderNo),
                ),
          ),
        };
      }),
    },
    bookingHealth: {
      accounts: os.bookingHealth.accounts.handler(accounts),
      clock: os.bookingHealth.clock.handler(() => ({
        skewMs: 1_200,
        samples: 12,
        measuredAt: now() - 60_000,
        limitMs: 300_000,
      })),
      summary: os.bookingHealth.summary.handler(() => ({
        stoppedAccounts: count(accounts(), ({ lane }) => lane === 'stopped'),
        brokenAccounts: count(accounts(), ({ lane }) => lane === 'broken'),
        standing: accounts()
          .filter(({ lane }) => lane === 'broken')
          .map(({ accountId, name, retryAt, counts }) => ({
            accountId,
            name,
            retryAt,
            waiting: counts.waiting,
          })),
        lockedAccounts: count(accounts(), ({ lock }) => lock === 'locked'),
        unsureForPerson: count(orders, ({ shipmentState }) => shipmentState === 'unsure'),
        byHand: 0,
        overdue: 0,
        unshipped: unshippedOf(world).length,
      })),
      setFallback: os.bookingHealth.setFallback.handler(({ input }) =>
        change(input.accountId, { fallback: input.fallback, backupAccountId: input.backupAccountId }),
      ),
      raiseRate: os.bookingHealth.raiseRate.handler(({ input }) =>
        change(input.accountId, {
          rate: {
            perSecond: input.raise?.perSecond ?? 20,
            ownPerSecond: 20,
            raisedUntil: input.raise?.until ?? null,
          },
        }),
      ),
      resume: os.bookingHealth.resume.handler(({ input }) =>
        change(input.accountId, { lane: 'working', since: null, retryAt: null, errorCode: '' }),
      ),
      renewJournal: os.bookingHealth.renewJournal.handler(() => {
        world.own.journal = { isBroken: false, gap: { since: world.now() - 3_600_000, until: world.now() } };
        world.tell('status');
        return { asked: 2 };
      }),
      unshipped: os.bookingHealth.unshipped.handler(({ input }) => {
        const rows = unshippedOf(world);
        return { ...slice(rows, input), days: input.days ?? 3, byAge: [{ days: 4, total: rows.length }] };
      }),
      askNow: os.bookingHealth.askNow.handler(({ input }) => ({ asked: input.orderIds.length })),
      answerNotThere: os.bookingHealth.answerNotThere.handler(({ input }) => {
        world.change(find(input.orderId).id, { shipmentState: 'planned', errorCode: '' });
        return { planned: 1 };
      }),
      answerVoid: os.bookingHealth.answerVoid.handler(({ input }) => {
        const state = input.answer === 'cancelled' ? ('cancelled' as const) : ('booked' as const);
        const shipmentState = input.answer === 'cancelled' ? ('voided' as const) : ('booked' as const);
        world.change(find(input.orderId).id, { state, shipmentState, errorCode: '' });
        return { state };
      }),
    },
    goLive: {
      list: os.goLive.list.handler(() => own.accounts.map(({ id }) => checklist(id))),
      run: os.goLive.run.handler(({ input }) => {
        passed.add(input.accountId);
        change(input.accountId, { lock: 'unlocked' });
        return checklist(input.accountId);
      }),
    },
  };
}

type Account = PageWorld['own']['accounts'][number];

function laneOf(
  account: Account,
  lanes: Map<string, Partial<AccountHealth>>,
  world: PageWorld,
): AccountHealth {
  const isFirst = world.own.accounts[0]?.id === account.id;
  const inState = (state: string) =>
    isFirst ? world.count(world.orders, ({ shipmentState }) => shipmentState === state) : 0;
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: account.platform === 'practice' ? 'none' : account.endpoint === null ? 'locked' : 'test',
    lane: 'idle',
    since: null,
    retryAt: null,
    errorCode: '',
    errorParams: {},
    breakers: [],
    rate: { perSecond: 20, ownPerSecond: 20, raisedUntil: null },
    counts: { waiting: inState('planned'), sending: 0, unsure: inState('unsure'), voiding: 0 },
    bookedLastMinute: 0,
    expectedFinishAt: null,
    fallback: 'wait',
    backupAccountId: null,
    balance: null,
    week: { calls: 1_240, failures: 1 },
    ...(isFirst && world.own.isKeyRefused
      ? { lane: 'stopped' as const, since: world.now() - 60_000, errorCode: 'CARRIER_CREDENTIALS' }
      : {}),
    ...lanes.get(account.id),
  };
}

/** What a finding that is fine says of itself. */
const fineParams: Readonly<Partial<Record<PreflightName, Record<string, string | number>>>> = {
  health: { calls: 1_240 },
  balance: { available: 3_600 },
  clock: { seconds: 1 },
  queue: { waiting: 18, perSecond: 20 },
};

const plainFinding = (name: PreflightName): PreflightRow => ({
  name,
  state: 'ok',
  code: '',
  params: fineParams[name] ?? {},
  total: 0,
  orderNos: [],
});

/** Two findings are warnings, one is not known, so that a page shows all kinds. */
function findingOf(name: PreflightName, labels: number, orderNos: readonly string[]): PreflightRow {
  const plain = plainFinding(name);
  if (name === 'printer') return { ...plain, state: 'unknown' };
  if (name === 'duplicates' && orderNos.length > 2)
    return {
      ...plain,
      state: 'warn',
      code: 'PREFLIGHT_DUPLICATES',
      params: { count: 2 },
      total: 2,
      orderNos: orderNos.slice(0, 2),
    };
  if (name === 'changes' && orderNos.length > 2)
    return {
      ...plain,
      state: 'warn',
      code: 'PREFLIGHT_CHANGES',
      params: { count: 2 },
      total: 2,
      orderNos: orderNos.slice(0, 2),
    };
  if (name !== 'paper' || labels < 3) return plain;
  return { ...plain, state: 'warn', code: 'PREFLIGHT_PAPER', params: { labels, rolls: 2, minutes: 9 } };
}

function unshippedOf({ orders, now }: PageWorld): UnshippedRow[] {
  return orders
    .filter(({ state }) => state === 'booked')
    .slice(0, 12)
    .map((row) => ({
      orderId: row.id,
      orderNo: row.orderNo,
      waybillNo: row.waybillNo,
      carrier: row.carrier,
      accountName: '练习账号',
      bookedAt: now() - 4 * dayMs,
      ageDays: 4,
      refundDaysLeft: 3,
      isPrinted: row.printState === 'confirmed',
    }));
}

function checklistOf(account: Account, isPassed: boolean, at: number): GoLiveChecklist {
  const isEmbedded = account.platform === 'practice';
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: isEmbedded ? 'none' : account.endpoint !== null ? 'test' : isPassed ? 'unlocked' : 'locked',
    untried: [],
    hasTestAddress: false,
    testEndpoint: '',
    steps: goLiveSteps.map((step) => ({
      step,
      state: isPassed ? ('passed' as const) : ('open' as const),
      at: isPassed ? at : null,
      durationMs: isPassed ? 180 : 0,
      errorCode: '',
      errorParams: {},
      note: '',
    })),
  };
}
