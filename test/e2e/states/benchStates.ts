import { type PackStop, packStops } from '../../../shared/domain/packing/packStops.ts';
import { sampleOrders } from '../../doubles/page/pageSample.ts';
import { scan } from '../page/scan/scan.ts';
import {
  bench,
  click,
  clickNth,
  clickText,
  inTurn,
  nothing,
  press,
  type State,
  seenAt,
} from './stateActs.ts';

/** Orders of the sample for the bench: one with a number and no label yet, one without a number. */
const sample = sampleOrders(600, 0);
const toPack = sample.filter(({ state, printState }) => state === 'booked' && printState === null)[1];
const [booked, waybill] = [toPack?.orderNo ?? '', toPack?.waybillNo ?? ''];
const unbooked = sample.find(({ state }) => state === 'ready')?.orderNo ?? '';
/** Of the first carrier's pile, and one of another. */
const out = sample.filter(({ state, printState }) => state === 'booked' && printState === 'confirmed');
const firstCarrier = [...new Set(out.map(({ carrier }) => carrier))].sort()[0];
const printed = out
  .filter(({ carrier }) => carrier === firstCarrier)
  .map(({ waybillNo }) => waybillNo)
  .slice(1);
const otherCarrier = out.filter(({ carrier }) => carrier !== firstCarrier).at(-1)?.waybillNo ?? '';
/** Every piece of it. */
const packed = ['COFFEE-500', 'COFFEE-500', '6901234567892', 'SHIPDESK-CONFIRM'];

const withNothingOpen: readonly PackStop[] = [
  'nothing-open',
  'no-order',
  'list-done',
  'unknown',
  'several',
  'not-here',
];
const withoutNumber: readonly PackStop[] = ['no-number', 'masked', 'unsure'];
const whileWeighing: readonly PackStop[] = [
  'no-weight',
  'weight-moving',
  'weight-old',
  'weight-carried',
  'weight-off',
];

/** What lies on the bench when it stops so. */
function beforeStop(kind: PackStop): readonly string[] {
  if (withNothingOpen.includes(kind)) return [];
  if (withoutNumber.includes(kind)) return [unbooked, 'COFFEE-500'];
  return whileWeighing.includes(kind) ? [booked, ...packed] : [booked, 'COFFEE-500'];
}

const begun = clickText(/^(开始交接|Begin the list)/);
const allOn = inTurn(clickText(/^(全部放上|Put all on it)/), seenAt('.table-body .row'));

/** The packing bench: each parcel, each stop, today's parcels, those aside, and the piles for the couriers. */
export const benchStates: readonly State[] = [
  { name: 'bench', act: bench() },
  { name: 'bench-fresh', query: nothing, act: bench() },
  { name: 'bench-open', query: 'bench=weighs', act: bench(booked, 'COFFEE-500') },
  { name: 'bench-weigh', query: 'bench=weighs', act: bench(booked, ...packed) },
  {
    name: 'bench-scale',
    query: 'bench=weighs,scale',
    act: inTurn(bench(booked, ...packed), (page) => page.evaluate("window.page.setScale('moving', 730)")),
  },
  {
    name: 'bench-scale-silent',
    query: 'bench=weighs,scale',
    act: inTurn(bench(booked, ...packed), (page) => page.evaluate("window.page.setScale('silent', null)")),
  },
  { name: 'bench-label', act: bench(booked, ...packed) },
  { name: 'bench-packed', act: bench(booked, ...packed, waybill) },
  { name: 'bench-slip', act: bench(unbooked) },
  { name: 'bench-slip-aside', act: bench(unbooked, ...packed) },
  { name: 'bench-many', query: 'bench=many', act: bench(booked, 'GOODS-01', 'GOODS-03', 'GOODS-03') },
  { name: 'bench-serial', query: 'bench=serials,old', act: bench(booked, 'CAM-4K') },
  { name: 'bench-lost', query: 'bench=lost', act: bench(booked, ...packed) },
  ...packStops.map((kind) => ({
    name: `bench-stop-${kind}`,
    query: 'bench=weighs',
    act: bench(...beforeStop(kind), `STOP-${kind}`.toUpperCase()),
  })),
  { name: 'bench-stop-empty', act: bench('STOP-REFUNDED') },
  { name: 'bench-reason', act: inTurn(bench(booked), press('h')) },
  {
    name: 'bench-left',
    query: 'left=1',
    act: inTurn(bench(booked, ...packed), press('p'), seenAt('.dialog'), press('1'), press('Enter')),
  },
  { name: 'bench-weight', query: 'bench=weighs', act: inTurn(bench(booked, ...packed), press('Enter')) },
  { name: 'bench-help', act: bench('SHIPDESK-HELP') },
  { name: 'bench-printers', act: inTurn(bench(booked), clickText(/^打印机$|^Printers$/), seenAt('.dialog')) },
  {
    name: 'bench-today',
    act: inTurn(bench(), clickNth('.tabs button', 1), click('.table-body .row')),
  },
  { name: 'bench-aside', act: inTurn(bench(unbooked, ...packed), clickNth('.tabs button', 2)) },
  { name: 'bench-handover', act: inTurn(bench(), clickNth('.tabs button', 3)) },
  {
    name: 'bench-handover-scanned',
    act: inTurn(
      bench(),
      clickNth('.tabs button', 3),
      (page) => scan(page, printed[0] ?? ''),
      (page) => scan(page, printed[1] ?? ''),
    ),
  },
  {
    name: 'bench-handover-wrong',
    act: inTurn(bench(), clickNth('.tabs button', 3), (page) => scan(page, otherCarrier)),
  },
  {
    name: 'bench-handover-all',
    act: inTurn(bench(), clickNth('.tabs button', 3), begun, allOn),
  },
  {
    name: 'bench-handover-close',
    act: inTurn(bench(), clickNth('.tabs button', 3), begun, allOn, press('v'), seenAt('.dialog')),
  },
  {
    name: 'bench-handover-signed',
    act: inTurn(
      bench(),
      clickNth('.tabs button', 3),
      (page) => scan(page, printed[0] ?? ''),
      seenAt('.table-body .row'),
      press('v'),
      press('Enter'),
    ),
  },
  ...[1, 2, 3].map((chip) => ({
    name: `bench-late-${chip}`,
    query: 'bench=late',
    act: inTurn(bench(), clickNth('.tabs button', 3), clickNth('.filter-chip', chip)),
  })),
  { name: 'bench-far', act: bench('SHIPDESK-FR') },
  { name: 'bench-far-open', query: 'bench=weighs', act: bench('SHIPDESK-FR', booked, 'COFFEE-500') },
  { name: 'bench-far-many', query: 'bench=many', act: bench('SHIPDESK-FR', booked, 'GOODS-01') },
  { name: 'bench-far-stop', act: bench('SHIPDESK-FR', booked, 'STOP-REFUNDED') },
  { name: 'bench-camera', query: 'bench=camera', act: bench(booked) },
  {
    name: 'bench-teach',
    act: inTurn(bench(booked, '6901028075780'), press('t')),
  },
  { name: 'bench-handover-fresh', query: nothing, act: inTurn(bench(), clickNth('.tabs button', 3)) },
  {
    name: 'bench-handover-away',
    query: 'server=away',
    act: inTurn(
      bench(),
      clickNth('.tabs button', 3),
      (page) => scan(page, printed[0] ?? ''),
      (page) => scan(page, printed[1] ?? ''),
    ),
  },
  { name: 'bench-broken', query: 'fails=packing', act: press('Alt+6') },
  { name: 'bench-right', query: 'fails=packing.scan', act: bench(booked) },
];
