import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { WatchView } from '../../../shared/contracts/intake.ts';
import type { OrderChangeRow } from '../../../shared/contracts/orders.ts';
import { type PageWorld, shows } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Changes, merging and splitting of the page's double: one changed order, one refunded one, one pair to merge. */
export function pageRepeats(os: Os, world: PageWorld) {
  const { orders, options, now, find, change, slice, tell, fail, extraOf } = world;
  const changes: OrderChangeRow[] = options.isFresh ? [] : sampleChanges(world);
  const merged = new Map<string, string[]>();

  const settle = (choice: { changeIds: string[] } | { importId: string }, state: 'accepted' | 'rejected') => {
    const refused = [];
    let settled = 0;
    for (const row of changes) {
      const isChosen = 'changeIds' in choice ? choice.changeIds.includes(row.id) : true;
      if (!isChosen || row.state !== 'pending') continue;
      if (state === 'accepted' && row.isAlarm) {
        refused.push({ changeId: row.id, orderNo: row.orderNo, code: row.code, params: {} });
        continue;
      }
      changes[changes.indexOf(row)] = { ...row, state, settledAt: now() };
      settled++;
    }
    tell('orders', 'status');
    return { settled, refused };
  };
  const pair = () => orders.filter(({ state }) => state === 'ready').slice(0, 2);

  const writtenBack = new Set<string>();
  const chosen = ({ orderIds, again }: { orderIds?: string[] | undefined; again: boolean }) =>
    orders.filter(
      ({ id, waybillNo }) =>
        waybillNo !== '' &&
        (orderIds === undefined || orderIds.includes(id)) &&
        (again || !writtenBack.has(id)),
    );
  const standing = ({ isAlarm, state }: { isAlarm: boolean; state: string }) =>
    Number(isAlarm && state === 'pending');
  return {
    changes: {
      list: os.changes.list.handler(({ input }) =>
        slice(
          changes
            .filter(
              (row) =>
                (input.filter.state ?? row.state) === row.state &&
                (input.filter.kind ?? row.kind) === row.kind,
            )
            .sort((a, b) => standing(b) - standing(a)),
          input,
        ),
      ),
      counts: os.changes.counts.handler(() => {
        const pending = changes.filter(({ state }) => state === 'pending');
        return { pending: pending.length, alarms: pending.filter(({ isAlarm }) => isAlarm).length };
      }),
      accept: os.changes.accept.handler(({ input }) => settle(input, 'accepted')),
      reject: os.changes.reject.handler(({ input }) => settle(input, 'rejected')),
    },
    out: {
      preview: os.out.preview.handler(({ input }) => {
        const fresh = chosen(input);
        return {
          numbers: fresh.length,
          platforms: [...new Set(fresh.map(({ source }) => source))].map((source) => ({
            source,
            count: fresh.filter((row) => row.source === source).length,
          })),
          rows: fresh.slice(0, 20).map(({ orderNo, carrier, waybillNo, source }) => ({
            orderNo,
            carrierCode: carrier,
            waybillNo,
            source,
          })),
          skipped: [],
          skippedCount: 0,
        };
      }),
      writeBack: os.out.writeBack.handler(({ input }) => {
        const fresh = chosen(input);
        for (const { id } of fresh) writtenBack.add(id);
        const written = { fileToken: 'writeback', name: 'writeback-generic.xlsx' };
        const file = { ...written, rowCount: fresh.length, template: 'generic' };
        return { files: [file], written: fresh.length, skipped: [] };
      }),
      exportOrders: os.out.exportOrders.handler(({ input: { filter, isRevealed } }) => ({
        fileToken: isRevealed ? 'orders-revealed' : 'orders',
        name: isRevealed ? 'orders-revealed.xlsx' : 'orders.xlsx',
        rowCount: orders.filter((row) => shows(row, filter.state, filter.search)).length,
      })),
    },
    watch: pageWatch(os, world),
    merging: {
      hints: os.merging.hints.handler(() => {
        const group = pair();
        return group.length < 2
          ? { total: 0, groups: [] }
          : { total: 1, groups: [{ id: 'g1', orders: group }] };
      }),
      merge: os.merging.merge.handler(({ input }) => {
        const [lead, ...others] = input.members.map(({ orderId }) => find(orderId));
        if (lead === undefined || others.length === 0) return fail('MERGE_TOO_FEW');
        for (const member of [lead, ...others]) change(member.id, { state: 'merged' });
        const whole = { ...lead, id: `m${now()}`, orderNo: `${lead.orderNo}+${others.length}`, version: 0 };
        orders.unshift(whole);
        merged.set(whole.id, [lead.id, ...others.map(({ id }) => id)]);
        return whole;
      }),
      undo: os.merging.undo.handler(({ input }) => {
        const members = merged.get(input.orderId) ?? fail('MERGE_NOTHING_TO_UNDO', { orderNo: '' });
        orders.splice(orders.indexOf(find(input.orderId)), 1);
        return { orders: members.map((id) => change(id, { state: 'ready' })) };
      }),
      split: os.merging.split.handler(({ input }) => {
        const order = find(input.orderId);
        change(order.id, { state: 'split' });
        const parcels = [...input.parcels, []].map((_parcel, index) => ({
          ...order,
          id: `${order.id}-p${index + 1}`,
          orderNo: `${order.orderNo}-P${index + 1}`,
        }));
        orders.unshift(...parcels);
        return { orders: parcels };
      }),
      family: os.merging.family.handler(({ input }) => ({
        origins: (merged.get(input.orderId) ?? []).map((id) => {
          const { orderNo, shop, goodsText } = find(id);
          return { orderId: id, orderNo, shop, goodsText };
        }),
        parcels: [],
        extras: orders.filter(({ id }) => extraOf.get(id) === input.orderId),
        extraOf: orders.filter(({ id }) => id === extraOf.get(input.orderId)),
      })),
    },
  };
}

function pageWatch(os: Os, { own, tell }: PageWorld) {
  const put = (change: Partial<WatchView>): WatchView => {
    own.watch = { ...own.watch, ...change };
    tell('imports', 'settings', 'status');
    return own.watch;
  };
  return {
    get: os.watch.get.handler(() => own.watch),
    set: os.watch.set.handler(({ input: { setting } }) => {
      if (setting === null) return put({ setting });
      const { folderToken, ...chosen } = setting;
      const folderName = folderToken?.split('/').at(-1) ?? own.watch.setting?.folderName ?? '';
      return put({ setting: { folderName, ...chosen } });
    }),
    seen: os.watch.seen.handler(() =>
      put({
        failed: 0,
        files: own.watch.files.map((file) =>
          file.state === 'failed' ? { ...file, state: 'seen' as const } : file,
        ),
      }),
    ),
  };
}

function sampleChanges({ orders, now }: PageWorld): OrderChangeRow[] {
  const at = now() - 1_800_000;
  const common = {
    state: 'pending' as const,
    importId: 'h0',
    file: '订单 11-25.xlsx',
    at,
    informationAt: at - 600_000,
    settledAt: null,
  };
  const about = (state: string) => orders.find((order) => order.state === state);
  const [open, booked] = [about('ready'), about('booked')];
  return [
    ...(open === undefined
      ? []
      : [
          {
            ...common,
            id: 'c1',
            orderId: open.id,
            orderNo: open.orderNo,
            kind: 'content' as const,
            isAlarm: false,
            code: 'ORDER_CONTENT_CHANGED',
            orderState: open.state,
            waybillNo: '',
            rowNumber: 13,
            fields: [{ field: 'quantity', before: '1', after: '2' }],
          },
        ]),
    ...(booked === undefined
      ? []
      : [
          {
            ...common,
            id: 'c2',
            orderId: booked.id,
            orderNo: booked.orderNo,
            kind: 'stop' as const,
            isAlarm: true,
            code: 'ORDER_REFUNDED_AFTER_BOOKING',
            orderState: booked.state,
            waybillNo: booked.waybillNo,
            rowNumber: 21,
            fields: [],
          },
        ]),
  ];
}
