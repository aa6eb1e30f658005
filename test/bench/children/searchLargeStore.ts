import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';
import { bookJob, bookOrder, bookSearches, timed } from '../kit/sampleBook.ts';

/** How long the claim of one job and one search of the order book take among `count` orders with 5,000 open jobs. */
const [count = '1000000', jobCount = '5000'] = process.argv.slice(2);
const total = Number(count);

const { workspace, close } = await openBenchWorkspace(false);
const { store } = workspace;
for (let start = 0; start < total; start += 10_000) {
  const orders = Array.from({ length: Math.min(10_000, total - start) }, (_, index) =>
    bookOrder(start + index),
  );
  await store.write((write) => write.orders.insertMany(orders));
}
await store.write(async (write) => {
  for (let no = 0; no < Number(jobCount); no++) await write.jobs.insert(bookJob(no));
});

const page = { offset: 0, limit: 100 };
const claims = await timed(300, () =>
  store.write((write) => write.jobs.claim(['book', 'find'], 1, 1_000_000)),
);
const found: Record<string, number> = {};
for (const [kind, draw] of Object.entries(bookSearches(total))) {
  const durations = await timed(100, () => store.read.orders.window({ search: draw() }, page));
  found[kind] = percentile(durations, 0.95);
}
report({ total, claimP95Ms: percentile(claims, 0.95), searchP95Ms: found });
await close();
