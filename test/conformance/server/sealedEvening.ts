import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '../../../electron/store/schema.ts';
import { acceptTogether } from '../../../electron/usecases/correcting/correctAddresses.ts';
import { raiseAlarm } from '../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import type { TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { unclearOrder } from '../../doubles/workspace/unclearOrder.ts';
import { orderFile, orderNo, planted, type Run, runOn } from './sealedDay.ts';

/** Behind any time that personal data is kept. */
const longAfter = '2040-01-01T00:00:00Z';

/** What a day leaves: a number given back, a newer file, what a correction teaches, a bill of the carrier, alarms. */
export async function workTheEvening(workspace: TestWorkspace): Promise<void> {
  const run = runOn(workspace);
  const given = await workspace.store.read.orders.byOrderNo(orderNo(3));
  await run('orders cancel', [orderNo(3)]);
  await run('orders cancel', [orderNo(6)]);
  await run('import', [orderFile(workspace.folder, '夏侯的新订单', planted.changedRemark)]);
  await learnAddress(workspace);
  await reconcile(workspace, run, given);
  await beAlarmed(workspace, run);
}

/** Nothing of the newer file is wanted, and what has ended is forgotten: how many orders. */
export async function forgetPeople(workspace: TestWorkspace): Promise<number> {
  const run = runOn(workspace);
  const { changes } = (await run('orders changes', [])).json as { changes: readonly { id: string }[] };
  await run('orders changes', ['reject', ...changes.map(({ id }) => id)]);
  const { erased } = (await run('retention run', ['--now', longAfter])).json as { erased: number };
  return erased;
}

/** Somebody decides what a text in doubt says: the next order with it is read so. */
async function learnAddress(workspace: TestWorkspace): Promise<void> {
  const order = unclearOrder(900, `${planted.unclear} ${planted.unclearPhone} 西安${planted.unclearStreet}`);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  const accepted = await acceptTogether(workspace, {
    together: 1,
    orderId: order.id,
    version: order.version,
    receiver: {
      name: planted.unclear,
      phone: planted.unclearPhone,
      extension: '',
      province: '陕西省',
      city: '西安市',
      district: '雁塔区',
      town: '',
      detail: planted.unclearStreet,
    },
  });
  if (!accepted.ok) throw new Error(accepted.code);
}

/** The carrier bills a number that was given back to it. */
async function reconcile(workspace: TestWorkspace, run: Run, given: Order | undefined): Promise<void> {
  const { waybillNo = '', bookedCarrier = '' } = given ?? {};
  const path = join(workspace.folder, `${planted.billFile}.csv`);
  const rows = [
    ['运单号', '揽收日期', '计费重量', '金额', '目的地'],
    [waybillNo, '2026-11-29', '3', '5', planted.billPlace],
  ];
  writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\n')}\n`);
  await run('reconcile', [path, '--carrier', bookedCarrier]);
  const [bill] = await workspace.store.read.bills.window({ offset: 0, limit: 1 });
  const claim = ['--waybill', waybillNo, '--to', 'sent', '--amount-fen', '100', '--note', planted.claimNote];
  await run('bills claim', [bill?.id ?? '', ...claim]);
}

async function beAlarmed(workspace: TestWorkspace, run: Run): Promise<void> {
  const url = 'url=http://127.0.0.1:9/group?key=wk';
  await run('alarms add-channel', ['wecom', planted.channel], [url]);
  const { alarm } = await raiseAlarm(workspace, {
    kind: 'printer',
    scope: { kind: 'printer', id: 'tcp://1', name: planted.alarmScope },
    facts: { minutes: 6, waiting: 12 },
  });
  await run('alarms acknowledge', [alarm.id]);
}
