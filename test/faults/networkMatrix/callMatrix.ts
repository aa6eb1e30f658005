import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../electron/platform/nodeHttp.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { FaultProxy } from '../../doubles/faultProxy.ts';
import { sampleAccount, sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import type { FaultRecord } from './faultRecord.ts';
import type { MatrixBench, MatrixDouble } from './matrixBench.ts';
import { bookingCases, type MatrixCase, matrixCases, type Sureness } from './matrixCases.ts';
import { openStrangers, type Strangers } from './strangers.ts';

const calls = ['book', 'find', 'void', 'track'] as const;
type Call = (typeof calls)[number];

/** Instead of the product's 10 and 30 s. */
const connectTimeoutMs = 400;
const replyTimeoutMs = 400;

interface Ground {
  readonly bench: MatrixBench;
  readonly double: MatrixDouble;
  readonly proxy: FaultProxy;
  readonly proxyUrl: string;
  readonly strangers: Strangers;
  readonly account: PlatformAccount;
  serial: number;
}

/** Every call against every fault: how sure it says to be, and how many waybills there are afterwards. */
export async function runCallMatrix(bench: MatrixBench, record: FaultRecord): Promise<void> {
  const double = await bench.open();
  const proxy = new FaultProxy(double.url);
  const strangers = await openStrangers(double.url);
  const account = sampleAccount({ ...bench.account, endpoint: double.url });
  const ground: Ground = {
    bench,
    double,
    proxy,
    proxyUrl: await proxy.listen(),
    strangers,
    account,
    serial: 0,
  };
  try {
    for (const call of calls) {
      const { longestRequestBytes, longestReplyBytes } = await measure(ground, call);
      for (const one of matrixCases(bench, longestRequestBytes, longestReplyBytes))
        await runCase(ground, call, one, record);
    }
    for (const one of bookingCases(bench)) await runCase(ground, 'book', one, record);
  } finally {
    strangers.close();
    await proxy.close();
    await double.close();
  }
}

function freshOrder(ground: Ground): BookingRequest {
  ground.serial += 1;
  const orderCode = `NET-${String(ground.serial).padStart(6, '0')}`;
  return sampleBooking({ orderCode, carrier: ground.bench.carrier });
}

/** A connection of its own for each case: nothing is left over from the one before. */
async function withPorts<T>(
  trustedRoots: string | undefined,
  work: (ports: PlatformPorts) => Promise<T>,
): Promise<T> {
  const http = nodeHttp({ connectTimeoutMs, ...(trustedRoots === undefined ? {} : { trustedRoots }) });
  const send: typeof http.send = (request) => http.send({ ...request, timeoutMs: replyTimeoutMs });
  try {
    return await work({ http: { send }, clock: systemClock });
  } finally {
    http.close();
  }
}

/** One call through the unbroken road tells how long its messages are. */
async function measure(ground: Ground, call: Call): Promise<FaultProxy> {
  const { proxy, proxyUrl, bench, account } = ground;
  const request = freshOrder(ground);
  const earlier =
    call === 'book'
      ? null
      : await withPorts(undefined, (ports) => bench.platform.book(request, account, ports));
  Object.assign(proxy, { longestRequestBytes: 0, longestReplyBytes: 0 });
  const reply = await withPorts(undefined, (ports) =>
    callOnce(ground, call, request, earlier, { ...account, endpoint: proxyUrl }, ports),
  );
  if (!reply.ok) throw new Error(`${call} fails on a sound road: ${reply.code}`);
  return proxy;
}

async function runCase(ground: Ground, call: Call, one: MatrixCase, record: FaultRecord): Promise<void> {
  const { bench, double, proxy, account } = ground;
  const request = freshOrder(ground);
  const well = (work: (ports: PlatformPorts) => Promise<PlatformReply<Booking>>) =>
    withPorts(undefined, work);
  const earlier =
    call === 'book' ? null : await well((ports) => bench.platform.book(request, account, ports));
  const { endpoint, trustedRoots } = prepare(ground, one);
  const before = double.requestCount();
  const reply = await withPorts(trustedRoots, (ports) =>
    callOnce(ground, call, request, earlier, { ...account, endpoint }, ports),
  );
  const asked = double.requestCount() - before;
  double.clear();
  proxy.fault = null;
  const wanted = sureOf(call, one.sureness, bench.looksBeforeVoid);
  const said = reply.ok ? 'done' : reply.certainty;
  record.add(`${one.row}, ${call}`, [
    !agrees(said, wanted) && `says ${said} ${reply.ok ? '' : reply.code} instead of ${wanted}`,
    one.row.startsWith('24') && asked !== 1 && `sent ${asked} requests after a redirect`,
    ...(call === 'book' || call === 'find' ? await settled(ground, request, reply, well) : []),
  ]);
}

/** Points the fault at the next call and says where that call goes. */
function prepare(
  { double, proxy, proxyUrl, strangers }: Ground,
  { place }: MatrixCase,
): { readonly endpoint: string; readonly trustedRoots?: string } {
  switch (place.at) {
    case 'double':
      double.add(place.fault);
      return { endpoint: double.url };
    case 'road':
      proxy.fault = place.fault;
      return { endpoint: proxyUrl };
    case 'address':
      return strangers.addressOf(place.stranger);
  }
}

function callOnce(
  { bench: { platform } }: Ground,
  call: Call,
  request: BookingRequest,
  earlier: PlatformReply<Booking> | null,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<unknown>> {
  const { orderCode, carrier } = request;
  const booking = earlier?.ok ? earlier.value : null;
  const waybillNo = booking?.waybillNo ?? '';
  switch (call) {
    case 'book':
      return platform.book(request, account, ports);
    case 'find':
      return platform.find(request, account, ports);
    case 'void': {
      const platformRef = booking?.platformRef ?? '';
      return platform.void({ orderCode, carrier, waybillNo, platformRef }, account, ports);
    }
    case 'track':
      return platform.track({ waybillNo, carrier, phoneTail: '8000', bookedAt: null }, account, ports);
  }
}

function agrees(said: Sureness, wanted: Sureness): boolean {
  return wanted === 'not-done' ? said !== 'done' : said === wanted;
}

/** A failed question did nothing; a failed question for a booking leaves it as unknown as it was. */
function sureOf(call: Call, sureness: Sureness, looksBeforeVoid: boolean): Sureness {
  if (sureness === 'done' || call === 'book') return sureness;
  if (call === 'find') return 'unknown';
  return call === 'track' || looksBeforeVoid ? 'did-not-happen' : sureness;
}

/** Asked over an unbroken road: the ledger's one waybill, or a sure no where there is none. Never two. */
async function settled(
  { bench, double, account }: Ground,
  request: BookingRequest,
  reply: PlatformReply<unknown>,
  well: (work: (ports: PlatformPorts) => Promise<PlatformReply<Booking>>) => Promise<PlatformReply<Booking>>,
): Promise<(string | false)[]> {
  const given = double.waybillsOf(request.orderCode);
  const found = await well((ports) => bench.platform.find(request, account, ports));
  const afterwards = double.waybillsOf(request.orderCode);
  const isSureNo = !reply.ok && reply.certainty === 'did-not-happen';
  return [
    afterwards.length > 1 && `${afterwards.length} waybills`,
    isSureNo && given.length > 0 && 'says certainly not, and was booked',
    given.length === 1 && (!found.ok || found.value.waybillNo !== given[0]) && 'the waybill was not found',
    !found.ok && found.certainty !== 'did-not-happen' && 'asking over a good road left it unknown',
  ];
}
