import { fileURLToPath } from 'node:url';
import { openStore } from '../../electron/store/openStore.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';

/** A large import of its own process that never ends: a line out is how many orders are committed. */
const [folder = '', keyHex = ''] = process.argv.slice(2);
const file = fileURLToPath(new URL('../../electron/logCopier.ts', import.meta.url));
const opened = await openStore(folder, Buffer.from(keyHex, 'hex'), 'may-create', undefined, {
  logCopier: { file, isBehind: false },
});
if (!opened.ok) throw new Error(opened.code);
const store = opened.value;

await store.storeMany(async ({ write, onStored }) => {
  for (let from = await store.read.orders.count({}); ; from += 2_000) {
    const orders = Array.from({ length: 2_000 }, (_, no) => sampleOrder(from + no));
    await write((repositories) => repositories.orders.insertMany(orders));
    process.stdout.write(`${from + orders.length}\n`);
    onStored(orders.length);
    // The core answers others between two batches.
    await new Promise(setImmediate);
  }
});
