import { isWholeMatrix } from './triedWays.ts';

/** How large a hall of benches is that is broken. */
interface HallSize {
  readonly benches: number;
  readonly orders: number;
  /** Benches killed, connections cut or delayed, the server stopped. */
  readonly breaks: number;
}

/** `npm run test:hall`: at the pace of one account 20,000 orders alone take 17 minutes. */
const isLong = process.env.SHIPDESK_HALL === '1';
const matrix: HallSize = { benches: 8, orders: 2_000, breaks: 40 };
const long: HallSize = { benches: 8, orders: 20_000, breaks: 200 };

/** Three times what each takes beside other work: a hall that stands still is told of while somebody still waits. */
export const hallTimeoutMs = isLong ? 6 * 60 * 60_000 : isWholeMatrix ? 600_000 : 240_000;

/** The given one with every change; `SHIPDESK_BENCHES`, `SHIPDESK_BENCH_ORDERS` and `SHIPDESK_BREAKS` ask for others. */
export function hallSize(withEveryChange: HallSize): HallSize {
  const usual = isLong ? long : isWholeMatrix ? matrix : withEveryChange;
  const { SHIPDESK_BENCHES, SHIPDESK_BENCH_ORDERS, SHIPDESK_BREAKS } = process.env;
  return {
    benches: Number(SHIPDESK_BENCHES ?? usual.benches),
    orders: Number(SHIPDESK_BENCH_ORDERS ?? usual.orders),
    breaks: Number(SHIPDESK_BREAKS ?? usual.breaks),
  };
}
