import type {
  PackDesk,
  PackedParcelRow,
  PackedParcelView,
} from '../../../shared/contracts/packing/packing.ts';
import type { PackingRules } from '../../../shared/domain/packing/packing.ts';
import { type PackStop, stopFacts } from '../../../shared/domain/packing/packStops.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { phaseOf, piecesLeft } from '../../packing/benchParcel.ts';
import { weightRange } from '../../packing/judgeWeight.ts';
import { fetchableLink } from '../../packing/pictureLink.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import { overridesJson } from '../../store/packing/packingJson.ts';
import type { PackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { itemsOf, withoutPersons } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BenchBox, countsOf, readOpen } from './bench.ts';
import { goodsSetOfBox } from './effects.ts';
import { readPackingRules } from './rules.ts';
import { pendingNotice } from './takeOver.ts';

/** A parcel as lists show it. */
export function rowView({ id, orderNo, version, ...row }: PackedParcel): PackedParcelRow {
  const { orderId, carrier, waybillNo, parcelNo, parcelTotal, state, openedAt, openedBy } = row;
  const { closedAt, closedBy, reopened, weightGrams, slipCode, slipPrintedAt, slipState, slipError } = row;
  const numbers = { orderId, orderNo, shop: '', carrier, waybillNo, parcelNo, parcelTotal };
  const slip = { slipCode, slipPrintedAt, slipState, slipError };
  const times = { openedAt, openedBy, closedAt, closedBy, reopened, weightGrams };
  return { parcelId: id, ...numbers, state, version, ...times, ...slip };
}

export function stopView(kind: PackStop, params: ErrorParams, orderId: string) {
  const { code, weight, mayOverride } = stopFacts(kind);
  return { kind, weight, code, params, mayOverride, orderId };
}

/** When the last file of orders was read: since then nobody said that an order was refunded or changed. */
async function knownAt(read: Repositories, box: BenchBox): Promise<number> {
  const [last] = await read.imports.window({ offset: 0, limit: 1 });
  return Math.max(box.order.createdAt, last?.at ?? 0);
}

/** As people write it on an order. */
const fragile = /易碎|轻拿|轻放|fragile/i;

/** The open parcel with all that the bench says of it. */
export async function showParcel(
  read: Repositories,
  box: BenchBox,
  rules: PackingRules,
): Promise<PackedParcelView> {
  const { row, parcel, copies } = box;
  // The receiver's name stands on the label; what is shown and spoken here is heard by the whole hall.
  const order = withoutPersons(box.order);
  const named = itemsOf(order);
  const items = box.items.map((item, line) => named[line] ?? item);
  if (row === null) throw new Error('a parcel on the bench without its row');
  const counts = countsOf(row);
  const last = copies.at(-1);
  const set = goodsSetOfBox(box, row);
  return {
    ...rowView(row),
    shop: order.shop,
    waybillNo: box.waybillNo,
    parcelTotal: box.parcelTotal,
    phase: phaseOf(parcel, rules),
    isBooked: parcel.isBooked,
    lines: items.map(({ name, sku, skuCode, quantity, isGift = false, imageUrl = '' }, line) => ({
      name,
      sku,
      skuCode,
      quantity,
      counted: parcel.lines[line]?.counted ?? 0,
      elsewhere: parcel.lines[line]?.elsewhere ?? 0,
      countedBy: counts.find((one) => one.line === line)?.by ?? '',
      isByEye: parcel.lines[line]?.keys.length === 0,
      hasSerials: parcel.lines[line]?.hasSerials ?? false,
      isGift,
      hasPicture: rules.showsPictures && fetchableLink(imageUrl) !== null,
    })),
    piecesLeft: piecesLeft(parcel),
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    isFragile: fragile.test([order.buyerRemark, order.sellerRemark, order.goodsText].join(' ')),
    weightRange: set === '' ? null : weightRange(await read.packedGoods.weightsOf(set)),
    doubtfulGrams: row.doubtfulGrams,
    labelState: last?.state ?? null,
    labelSeenAt: row.labelSeenAt,
    labelCode: last?.errorCode ?? '',
    serialWanted: row.pendingKey,
    overrides: overridesJson.readOr(row.overridesJson, []),
    knownAt: await knownAt(read, box),
  };
}

/** The bench as it stands: what lies on it, the one before, and what was done today. */
export async function readDesk(workspace: Workspace): Promise<PackDesk> {
  const { read } = workspace.store;
  const rules = await readPackingRules(workspace);
  const open = await readOpen(read);
  const last = await read.packedParcels.lastClosed();
  const word = await pendingNotice(read, workspace.workstation);
  const midnight = startOfShopDay(workspace.clock.now());
  const closings = await read.packedParcels.closingsSince(midnight);
  const hours = new Map<string, PackDesk['hours'][number]>();
  for (const { closedBy: operator, closedAt } of closings) {
    const hour = Math.floor(((closedAt ?? midnight) - midnight) / hourMs);
    const key = `${hour} ${operator}`;
    hours.set(key, { operator, hour, parcels: (hours.get(key)?.parcels ?? 0) + 1 });
  }
  return {
    parcel: open === null ? null : await showParcel(read, open, rules),
    last: last === undefined ? null : rowView(last),
    taken:
      word === undefined || word.stop === ''
        ? null
        : stopView(word.stop, errorParamsOf(word.stopParamsJson), word.orderId),
    packedToday: closings.length,
    hours: [...hours.values()],
    aside: await read.packedParcels.asideCount(),
    lostSlips: await read.packedParcels.lostSlipCount(),
    rules,
  };
}

/** Packed since midnight, or waiting for their numbers. */
export async function listPacked(
  { store, clock }: Workspace,
  { list, ...window }: { readonly list: 'packed' | 'aside'; readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: PackedParcelRow[] }> {
  const { packedParcels } = store.read;
  if (list === 'aside')
    return {
      total: await packedParcels.asideCount(),
      rows: (await packedParcels.aside(window)).map(rowView),
    };
  const midnight = startOfShopDay(clock.now());
  return {
    total: await packedParcels.closedCountSince(midnight),
    rows: (await packedParcels.closedSince(midnight, window)).map(rowView),
  };
}
