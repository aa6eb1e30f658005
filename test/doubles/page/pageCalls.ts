import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { CallFailure, CallRow, CallRun } from '../../../shared/contracts/insight/callLog.ts';
import { callClassOf, isUnavailable } from '../../../shared/errors/callMeaning.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type Order = PageWorld['orders'][number];

const minute = 60_000;

/** Bookings of the sample, an hour in which another platform was away, and questions about parcels: newest first. */
function madeCalls({ orders, now, options }: PageWorld): CallRow[] {
  if (options.isFresh) return [];
  const booked = orders.filter(({ shipmentState }) => shipmentState !== null);
  const calls = booked.map((row, index) => bookingCall(row, now() - (40 + index) * minute));
  const away = Array.from({ length: 9 }, (_, no) => ({
    ...bookingCall(booked[no % booked.length], now() - (12 + no / 4) * minute),
    id: `away-${String(no).padStart(2, '0')}`,
    platform: 'kuaidi100',
    accountId: 'a2',
    accountName: '快递100',
    errorCode: 'CARRIER_DOWN',
    certainty: 'unknown' as const,
    platformCode: '500',
    errorParams: { status: 500 },
    durationMs: 9_800,
  }));
  const asked = Array.from({ length: 5 }, (_, no) => ({
    ...bookingCall(undefined, now() - (3 + no) * minute),
    id: `asked-${no}`,
    interfaceName: 'track',
    durationMs: 90 + no,
  }));
  return [...asked, ...away, ...calls].sort((one, other) => other.at - one.at);
}

function bookingCall(row: Order | undefined, at: number): CallRow {
  // That an order is unsure is what followed from it; the call itself was not answered.
  const isUnsure = row?.errorCode === 'SHIPMENT_UNSURE';
  const errorCode = isUnsure ? 'NETWORK_TIMEOUT' : (row?.errorCode ?? '');
  return {
    id: `c${row?.id ?? at}`,
    at,
    platform: 'practice',
    accountId: 'a1',
    accountName: '练习账号',
    interfaceName: 'book',
    orderId: row?.id ?? '',
    orderNo: row?.orderNo ?? '',
    orderCode: row?.orderNo ?? '',
    waybillNo: row?.waybillNo ?? '',
    platformCode: errorCode === '' ? '100' : '105',
    requestId: `r-${row?.id ?? ''}`,
    errorCode,
    errorParams: {},
    certainty: isUnsure ? 'unknown' : errorCode === '' ? 'happened' : 'did-not-happen',
    durationMs: 214,
    attempt: 1,
  };
}

const runOf = (call: CallRow): CallRun => ({
  ...call,
  times: 1,
  firstId: call.id,
  firstAt: call.at,
  slowestMs: call.durationMs,
});

/** As the core does it: what ended alike next to each other is one. */
function runsOf(calls: readonly CallRow[]): CallRun[] {
  const runs: CallRun[] = [];
  for (const call of calls) {
    const last = runs.at(-1);
    const isAlike =
      last !== undefined &&
      last.accountId === call.accountId &&
      last.interfaceName === call.interfaceName &&
      last.errorCode === call.errorCode;
    if (isAlike)
      runs[runs.length - 1] = { ...last, times: last.times + 1, firstId: call.id, firstAt: call.at };
    else runs.push(runOf(call));
  }
  return runs;
}

function failuresOf(calls: readonly CallRow[]): CallFailure[] {
  const found = new Map<string, CallFailure>();
  for (const call of calls.filter(({ errorCode }) => errorCode !== '')) {
    const key = `${call.accountId} ${call.interfaceName} ${call.errorCode}`;
    const before = found.get(key);
    found.set(key, {
      platform: call.platform,
      accountId: call.accountId,
      accountName: call.accountName,
      interfaceName: call.interfaceName,
      code: call.errorCode,
      times: (before?.times ?? 0) + 1,
      isFault: callClassOf(call.errorCode) === 'fault',
      last: before?.last ?? call,
    });
  }
  return [...found.values()].sort(
    (one, other) => Number(other.isFault) - Number(one.isFault) || other.times - one.times,
  );
}

/** The call log of the page's double. */
export function pageCalls(os: Os, world: PageWorld) {
  const { fail } = world;
  const calls = () => madeCalls(world);
  return {
    runs: os.calls.runs.handler(({ input }) => {
      const { search = '', accountId, interfaceName, errorCode, isFailedOnly, away, within, before } = input;
      const all = calls();
      const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
      const [newest, first] = [within?.newestId, within?.firstId].map((of) =>
        all.findIndex(({ id }) => id === of),
      );
      const fitting = all
        .slice(within === undefined ? from : newest, within === undefined ? undefined : (first ?? 0) + 1)
        .filter(
          (call) =>
            `${call.orderNo} ${call.errorCode}`.includes(search) &&
            (accountId === undefined || call.accountId === accountId) &&
            (interfaceName === undefined || call.interfaceName === interfaceName) &&
            (errorCode === undefined || call.errorCode === errorCode) &&
            (isFailedOnly !== true || call.errorCode !== '') &&
            (away === undefined || (call.platform === away.platform && isUnavailable(call.errorCode))),
        );
      const runs = within === undefined && search === '' ? runsOf(fitting) : fitting.map(runOf);
      const page = runs.slice(0, input.limit);
      return { runs: page, next: runs.length > page.length ? (page.at(-1)?.firstId ?? '') : '' };
    }),
    failures: os.calls.failures.handler(({ input }) => ({
      failures: failuresOf(
        calls().filter((call) => input.accountId === undefined || call.accountId === input.accountId),
      ),
    })),
    detail: os.calls.detail.handler(({ input }) => {
      const call = calls().find(({ id }) => id === input.callId) ?? fail('CALL_NOT_FOUND');
      return { ...call, request: null, chain: [call] };
    }),
    supportText: os.calls.supportText.handler(({ input }) => ({ text: `call ${input.callId}` })),
  };
}
