import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '../../../electron/store/schema.ts';
import {
  type ImportReport,
  type ImportRequest,
  importOrders,
} from '../../../electron/usecases/intake/importOrders.ts';
import { type ListedChange, listChanges } from '../../../electron/usecases/orders/changes/list.ts';
import { orderSheet, type SheetOrder, sheetHeader } from '../files/orderSheet.ts';
import { openTestWorkspace, type TestWorkspace } from './openTestWorkspace.ts';

export interface DeskOrder extends SheetOrder {
  /** Status word of the platform; a desk that names one for any order writes the column. */
  readonly status?: string;
  /** Word of the platform under 售后状态, beside the status; absent from all: there is no such column. */
  readonly afterSale?: string;
}

/** A workspace somebody drops order files on, with the questions tests ask of its order book. */
export interface IntakeDesk {
  readonly workspace: TestWorkspace;
  /** Imports the orders as a file written at this moment of the workspace's clock. */
  take(
    orders: readonly DeskOrder[],
    change?: Partial<ImportRequest> & { readonly writtenAt?: number },
  ): Promise<ImportReport>;
  order(orderNo: string): Promise<Order>;
  orders(): Promise<Order[]>;
  changes(): Promise<readonly ListedChange[]>;
  close(): Promise<void>;
}

export async function openIntakeDesk(
  options: Parameters<typeof openTestWorkspace>[0] = {},
): Promise<IntakeDesk> {
  const workspace = await openTestWorkspace(options);
  const { read } = workspace.store;
  return {
    workspace,
    async take(orders, { writtenAt = workspace.clock.now(), ...change } = {}) {
      const path = change.path ?? join(workspace.folder, 'in.csv');
      writeFileSync(path, deskSheet(orders));
      const seconds = writtenAt / 1000;
      utimesSync(path, seconds, seconds);
      const report = await importOrders(workspace, { minConfidence: 0.7, isDryRun: false, ...change, path });
      if (!report.ok) throw new Error(report.code);
      return report.value;
    },
    async order(orderNo) {
      const order = await read.orders.byOrderNo(orderNo);
      if (order === undefined) throw new Error(`no order ${orderNo}`);
      return order;
    },
    orders: () => read.orders.window({}, { offset: 0, limit: 100_000 }),
    async changes() {
      return (await listChanges(workspace, {}, { offset: 0, limit: 1_000 })).rows;
    },
    close: () => workspace.close(),
  };
}

function deskSheet(orders: readonly DeskOrder[]): string {
  if (orders.every(({ status }) => status === undefined)) return orderSheet(orders);
  const [, ...rows] = orderSheet(orders).trimEnd().split('\r\n');
  const hasAfterSale = orders.some(({ afterSale }) => afterSale !== undefined);
  const lines = rows.map((row, index) => {
    const { status = '待发货', afterSale = '无售后' } = orders[index] ?? {};
    return [row, status, ...(hasAfterSale ? [afterSale] : [])].join(',');
  });
  const header = `${sheetHeader},订单状态${hasAfterSale ? ',售后状态' : ''}`;
  return `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
}
