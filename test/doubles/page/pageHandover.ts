import type { implement } from '@orpc/server';
import type { Answered, Contract, contract } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { HandoverRow } from '../../../shared/contracts/packing/handover.ts';
import { type PackStop, stopFacts } from '../../../shared/domain/packing/packStops.ts';
import { packedBefore } from './packing/benchSample.ts';
import { liesPacked, type PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type OnList = Answered<'handover', 'list'>['rows'][number];

/** Lists for couriers in memory: every printed order of the double lies packed. What the book alone knows is asked in vain while it is away. */
export function pageHandover(os: Os, { orders, own, now, fail, tell, options }: PageWorld) {
  const isAway = options.server === 'away';
  const lists: HandoverRow[] = [];
  const onLists = new Map<string, OnList[]>();
  const listOf = (handoverId: string): HandoverRow =>
    lists.find((list) => list.handoverId === handoverId) ?? fail('HANDOVER_NOT_FOUND');
  const rowsOf = (handoverId: string): OnList[] => onLists.get(handoverId) ?? [];
  const counted = (list: HandoverRow): HandoverRow => ({ ...list, parcels: rowsOf(list.handoverId).length });
  const isOnAny = ({ waybillNo }: OrderRow): boolean =>
    [...onLists.values()].flat().some((one) => one.waybillNo === waybillNo);
  const packed = (): OrderRow[] => orders.filter((one) => liesPacked(one) && !isOnAny(one));
  // The newest stands first.
  const closedAt = new Map(packedBefore(packed(), now()).map((row) => [row.orderId, row.closedAt]));
  const put = (
    handoverId: string,
    { id, orderNo, waybillNo, receiver }: OrderRow,
    isScanned: boolean,
  ): void => {
    const row: OnList = {
      waybillNo,
      orderId: id,
      orderNo,
      parcelNo: 1,
      city: receiver.city,
      weightGrams: 1_120,
      at: now(),
      operator: own.actor().name,
      isScanned,
    };
    onLists.set(handoverId, [...rowsOf(handoverId), row]);
    tell('packing');
  };
  const open = (handoverId: string): HandoverRow => {
    const list = listOf(handoverId);
    return list.state === 'open' ? list : fail('HANDOVER_CLOSED', { handoverNo: list.no });
  };
  const begin = (carrier: string): HandoverRow => {
    const dayNo = lists.filter((list) => list.carrier === carrier).length + 1;
    const list: HandoverRow = {
      handoverId: `handover-${lists.length + 1}`,
      no: `H20261128-${carrier}-${isAway ? `7K3QP${dayNo}` : dayNo}`,
      carrier,
      state: 'open',
      version: 0,
      dayNo,
      createdAt: now(),
      createdBy: own.actor().name,
      closedAt: null,
      closedBy: '',
      courier: '',
      parcels: 0,
    };
    lists.unshift(list);
    tell('packing');
    return list;
  };
  const isLate = options.bench?.includes('late') === true;
  const [first] = [...packed()].sort((one, other) => one.carrier.localeCompare(other.carrier));
  if (isLate && first !== undefined) put(begin(first.carrier).handoverId, first, true);
  return {
    desk: os.handover.desk.handler(() => ({
      carriers: [
        ...new Set([...packed().map(({ carrier }) => carrier), ...lists.map(({ carrier }) => carrier)]),
      ]
        .sort()
        .map((carrier) => {
          const mine = lists.filter((list) => list.carrier === carrier).map(counted);
          const lying = packed().filter((order) => order.carrier === carrier);
          const closed = mine.filter(({ state }) => state === 'closed');
          return {
            carrier,
            packed: lying.length,
            oldestAt: closedAt.get(lying.at(-1)?.id ?? '') ?? null,
            open: mine.find(({ state }) => state === 'open') ?? null,
            closed,
            late: closed.length > 0 ? lying.length : 0,
            leftOver: carrier === 'ZTO' ? 3 : 0,
          };
        }),
    })),
    list: os.handover.list.handler(({ input: { handoverId } }) => ({
      ...counted(listOf(handoverId)),
      rows: rowsOf(handoverId),
    })),
    window: os.handover.window.handler(({ input }) => ({
      total: lists.length,
      rows: lists.map(counted).slice(input.offset, input.offset + input.limit),
    })),
    leftOver: os.handover.leftOver.handler(({ input }) => {
      const left = orders
        .filter(({ carrier, state }) => carrier === input.carrier && state === 'booked')
        .slice(0, 3);
      const rows = left.map(({ id, orderNo, waybillNo }) => ({
        orderId: id,
        orderNo,
        waybillNo,
        bookedAt: now() - 90_000_000,
      }));
      return { total: rows.length, rows };
    }),
    late: os.handover.late.handler(() =>
      isAway
        ? fail('SERVER_AWAY')
        : { stayed: isLate ? 2 : 0, unsigned: isLate ? 1 : 0, pickups: isLate ? 1 : 0 },
    ),
    stayed: os.handover.stayed.handler(() => {
      const rows = packed()
        .slice(0, 2)
        .map(({ id, orderNo, waybillNo, carrier }) => ({
          parcelId: `box ${id}`,
          orderId: id,
          orderNo,
          waybillNo,
          carrier,
          packedAt: now() - 9_000_000,
        }));
      return { total: rows.length, rows };
    }),
    unsigned: os.handover.unsigned.handler(() => {
      const rows = lists.filter(({ state }) => state === 'open').map(counted);
      return { total: rows.length, rows };
    }),
    latePickups: os.handover.latePickups.handler(() => {
      const rows = packed()
        .slice(0, 1)
        .map(({ id, orderNo, waybillNo, carrier }) => ({
          pickupId: `pickup ${id}`,
          orderId: id,
          orderNo,
          waybillNo,
          carrier,
          startAt: now() - 9_000_000,
          endAt: now() - 1_800_000,
        }));
      return { total: rows.length, rows };
    }),
    begin: os.handover.begin.handler(({ input: { carrier } }) => {
      const known = lists.find((list) => list.carrier === carrier && list.state === 'open');
      return known === undefined ? begin(carrier) : counted(known);
    }),
    scanOut: os.handover.scanOut.handler(({ input: { handoverId, code } }) => {
      const list = open(handoverId);
      const order = orders.find(({ waybillNo, orderNo }) => waybillNo === code || orderNo === code);
      const waybillNo = order?.waybillNo ?? '';
      const stopped = (kind: PackStop) => {
        const { code: errorCode, weight, mayOverride } = stopFacts(kind);
        const params = { code, waybillNo, orderNo: order?.orderNo ?? '', carrierCode: order?.carrier ?? '' };
        const stop = { kind, weight, code: errorCode, params, mayOverride, orderId: order?.id ?? '' };
        return { says: 'stopped' as const, stop, waybillNo, list: counted(list) };
      };
      if (order === undefined) return stopped('unknown');
      if (order.alarm === 'refund') return stopped('refunded');
      if (waybillNo === '') return stopped('no-number');
      if (order.carrier !== list.carrier) return stopped('other-carrier');
      const isRepeated = isOnAny(order);
      if (!isRepeated) put(handoverId, order, true);
      return {
        says: isRepeated ? ('repeated' as const) : ('out' as const),
        stop: null,
        waybillNo,
        list: counted(list),
      };
    }),
    takeAll: os.handover.takeAll.handler(({ input: { handoverId } }) => {
      const list = open(handoverId);
      const all = packed().filter(({ carrier }) => carrier === list.carrier);
      for (const order of all) put(handoverId, order, false);
      return { taken: all.length, refused: 0, list: counted(list) };
    }),
    takeOff: os.handover.takeOff.handler(({ input: { handoverId, waybillNo } }) => {
      onLists.set(
        handoverId,
        rowsOf(handoverId).filter((one) => one.waybillNo !== waybillNo),
      );
      tell('packing');
      return counted(open(handoverId));
    }),
    close: os.handover.close.handler(({ input: { handoverId, courier } }) => {
      const list = open(handoverId);
      if (rowsOf(handoverId).length === 0) return fail('HANDOVER_EMPTY', { handoverNo: list.no });
      const closed: HandoverRow = {
        ...list,
        state: 'closed',
        closedAt: now(),
        closedBy: own.actor().name,
        courier,
      };
      lists.splice(lists.indexOf(list), 1, closed);
      tell('packing');
      return counted(closed);
    }),
    print: os.handover.print.handler(() => ({ printed: 1 })),
  } satisfies Record<keyof Contract['handover'], unknown>;
}
