import { shopMinute } from '../../../shared/rules/shopTime.ts';
import { stopOfOpening } from '../../packing/judgeOpening.ts';
import type { Order } from '../../store/schema.ts';
import {
  asAnew,
  type BenchBox,
  carriersOf,
  factsOf,
  missingPieces,
  readBenchBox,
  readOpen,
} from './bench.ts';
import { type Bench, type GestureResult, judge, messageOnly, stoppedBy } from './gesture.ts';
import type { Meaning } from './meaning.ts';
import { isAtOtherBench, shownBench } from './takeOver.ts';

type ParcelMeaning = Omit<Extract<Meaning, { readonly kind: 'parcel' }>, 'kind'>;

/**
 * How a parcel comes to be opened. `passed`: somebody with the right lets pass what speaks against it · `taken-over`: whoever packs here
 * takes it from another bench, and whatever else speaks against it still does.
 */
type Taking = 'scanned' | 'passed' | 'taken-over';

/** A label, a waybill, a slip or an order number: of the open parcel, or of another one. */
export async function takeParcel(
  bench: Bench,
  meaning: ParcelMeaning,
  taking: Taking = 'scanned',
): Promise<GestureResult> {
  const { open, context } = bench;
  const { order, parcelNo, isByLabel } = meaning;
  const isOwn = open?.order.id === order.id && (parcelNo === null || parcelNo === open.parcelNo);
  if (isOwn) return judge(bench, { kind: isByLabel ? 'own-label' : 'own-order' });
  const closed = open === null && isByLabel ? await justClosed(bench, meaning) : null;
  if (closed !== null) return messageOnly('closed', closed);
  const found = await readBenchBox(context.write, order, parcelNo);
  const box = isAtOtherBench(found.row, context.workspace.workstation) ? asAnew(found) : found;
  const known = await factsOf(context.write, box, isByLabel);
  const facts = taking === 'taken-over' ? { ...known, isOpenElsewhere: false } : known;
  const { parcel } = box;
  const params = {
    ...(open === null ? {} : { otherNo: order.orderNo, left: missingPieces(open) || '' }),
    ...(known.isOpenElsewhere ? await holderOf(bench, box) : {}),
  };
  const came = await judge(
    bench,
    { kind: 'other', facts, parcel, isPassed: taking === 'passed', orderNo: order.orderNo },
    { taken: box, params },
  );
  if (came.stop === 'regrouped')
    return { ...came, params: { ...came.params, numbers: await carriersOf(context.write, order) } };
  // The unfinished parcel is the one the packer is shown.
  const isAboutOpen = came.stop === 'unfinished' || came.stop === 'wrong-label';
  return isAboutOpen && open !== null
    ? {
        ...came,
        orderId: open.order.id,
        parcelNo: open.parcelNo,
        params: { ...came.params, orderNo: open.order.orderNo },
      }
    : came;
}

/** A gun held a moment too long reads a label once more. */
const repeatMs = 2_000;

/** The parcel that the gesture before this one has closed by the same label; null: it was none, or longer ago. */
async function justClosed({ context }: Bench, { order, parcelNo }: ParcelMeaning) {
  const last = await context.write.bench.lastGesture();
  if (last?.says !== 'closed' || last.orderId !== order.id || last.parcelNo !== parcelNo) return null;
  const agoMs = context.workspace.clock.now() - last.at;
  const { orderId, parcelId } = last;
  return agoMs >= 0 && agoMs <= repeatMs ? { orderId, parcelId, parcelNo: last.parcelNo } : null;
}

/** Who has it open at another bench, where, and since when. */
async function holderOf({ context: { write } }: Bench, { row }: BenchBox) {
  if (row === null) return {};
  const benchName = await shownBench(write, row.workstationId);
  return { benchName, operator: row.openedBy || '—', at: shopMinute(row.openedAt) };
}

type GoodsMeaning = Omit<Extract<Meaning, { readonly kind: 'goods' }>, 'kind'>;

/** One piece into the open parcel. */
export async function countOne(
  bench: Bench,
  code: string,
  { key, unit }: GoodsMeaning,
): Promise<GestureResult> {
  const isUnitUsed = unit !== '' && (await bench.context.write.bench.unit(unit)) !== undefined;
  const own = bench.open?.parcel.lines.filter(({ keys }) => keys.includes(key)) ?? [];
  const quantity = own.reduce((sum, line) => sum + line.quantity, 0);
  const judged = { unit, goodsKey: key, params: { code, quantity } };
  return judge(bench, { kind: 'goods', key, unit, isUnitUsed }, judged);
}

/** As many orders are looked at for one piece of goods. */
const lookedAt = 50;

/** Goods on the empty bench: they open the smallest, oldest order that wants them, and count as its first piece. */
export async function takeByGoods(bench: Bench, code: string, meaning: GoodsMeaning): Promise<GestureResult> {
  const { rules, context } = bench;
  if (!rules.opensBySku) return stoppedBy('nothing-open');
  const order = await orderWanting(bench, meaning.key);
  if (order === null) return stoppedBy('no-order', { code });
  const opened = await takeParcel(bench, { order, parcelNo: null, isByLabel: false });
  if (opened.says === 'stopped') return opened;
  const open = await readOpen(context.write);
  if (open === null) return opened;
  const counted = await countOne({ ...bench, open }, code, meaning);
  return {
    ...counted,
    says: counted.says === 'counted' ? 'opened' : counted.says,
    stop: counted.stop ?? opened.stop,
    params: counted.stop === null ? opened.params : counted.params,
    isPrinting: opened.isPrinting || counted.isPrinting,
  };
}

async function orderWanting({ context, rules }: Bench, key: string): Promise<Order | null> {
  const { write } = context;
  for (const id of await write.packedGoods.ordersWanting(key, lookedAt)) {
    const order = await write.orders.byId(id);
    if (order === undefined) continue;
    const box = await readBenchBox(write, order, null);
    const isBegun = box.row !== null && box.row.state !== 'dropped';
    const facts = await factsOf(write, box, false);
    if (!isBegun && box.parcel.label === 'none' && stopOfOpening(facts, rules) === null) return order;
  }
  return null;
}
