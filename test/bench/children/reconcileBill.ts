import { readBill } from '../../../electron/usecases/insight/bills/readBills.ts';
import { reconcileBill } from '../../../electron/usecases/insight/bills/reconcileBill.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../doubles/workspace/sampleShipment.ts';
import { billedDay, billedWaybill } from '../kit/makeBillFile.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** A bill against a ledger of as many parcels as it has lines: read, matched, judged, stored encrypted. */
const [path = '', count = '100000'] = process.argv.slice(2);
const { workspace, close } = await openBenchWorkspace(false);
const { store } = workspace;
const total = Number(count);
for (let start = 0; start < total; start += 5_000) {
  await store.write(async (write) => {
    const numbers = Array.from({ length: Math.min(5_000, total - start) }, (_, index) => start + index);
    await write.orders.insertMany(numbers.map(orderOf));
    for (const no of numbers) await write.shipments.insert(shipmentOf(no));
  });
}
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
let longestTurnMs = 0;
let turnAt = performance.now();
const turns = setInterval(() => {
  longestTurnMs = Math.max(longestTurnMs, performance.now() - turnAt);
  turnAt = performance.now();
}, 5);
const reconciled = await reconcileBill(workspace, { path, carrier: 'ZTO' });
const durationMs = performance.now() - startedAt;
const cpu = process.cpuUsage(cpuBefore);
const cpuMs = (cpu.user + cpu.system) / 1000;
clearInterval(turns);
if (!reconciled.ok) throw new Error(reconciled.code);
const bill = await readBill(workspace, reconciled.value.id);
if (!bill.ok) throw new Error(bill.code);
const lines = bill.value.classes.reduce((sum, one) => sum + one.lines, 0);
report({ lines, durationMs, cpuMs, longestTurnMs, peakRssMb: peakRssMb() });
await close();

function orderOf(no: number) {
  return sampleOrder(no, {
    state: 'in-transit',
    shipmentId: `shipment-${no}`,
    waybillNo: billedWaybill(no),
    weightGrams: 900,
  });
}

function shipmentOf(no: number) {
  return sampleShipment({
    id: `shipment-${no}`,
    orderId: orderOf(no).id,
    orderCode: `code-${no}`,
    state: 'booked',
    waybillNo: billedWaybill(no),
    bookedAt: Date.UTC(2026, 10, billedDay(no, total), 4),
    freightFen: 300,
  });
}
