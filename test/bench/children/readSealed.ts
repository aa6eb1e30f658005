import { Client } from 'pg';
import { openServerStore } from '../../../electron/store/server/openServerStore.ts';
import type { Store } from '../../../electron/store/store.ts';
import type { ResealPlace } from '../../../electron/store/workspace/personalTextRepository.ts';
import { createBookKeys, newBookKeys } from '../../../electron/vault/bookKeys.ts';
import { createTextSeal } from '../../../electron/vault/sealedText.ts';
import { startPostgres } from '../../doubles/servers/postgresServer.ts';
import { report } from '../kit/runChild.ts';
import { bookOrder, bookSearches } from '../kit/sampleBook.ts';

/** The same book on a server with plain and with sealed personal columns, in turns: processor time of this process and wall time. */
const total = Number(process.argv[2] ?? '50000');
const chunk = 2_000;
const page = { offset: 0, limit: 100 };

const server = await startPostgres({ isDurable: true });
if (server === null) throw new Error('no PostgreSQL is installed here');
const place = { host: '127.0.0.1', port: server.port, user: server.user };
const admin = new Client({ ...place, database: 'postgres' });
await admin.connect();
const keys = createBookKeys(newBookKeys());
const personal = createTextSeal(keys);
const names = ['plain', 'sealed'] as const;
const stores = {} as Record<(typeof names)[number], Store>;
for (const name of names) {
  await admin.query(`create database ${name}`);
  const made = await openServerStore({ ...place, database: name }, name === 'sealed' ? { personal } : {});
  if (!made.ok) throw new Error(made.code);
  stores[name] = made.value;
}

interface Cost {
  cpuMs: number;
  wallMs: number;
}
const costs: Record<string, Record<string, Cost>> = {};
function costOf(what: string, name: string): Cost {
  const ofAct = costs[what] ?? {};
  costs[what] = ofAct;
  const cost = ofAct[name] ?? { cpuMs: 0, wallMs: 0 };
  ofAct[name] = cost;
  return cost;
}

async function inTurns(what: string, times: number, act: (store: Store, turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < times; turn++)
    for (const name of turn % 2 === 0 ? names : [...names].reverse()) {
      const cost = costOf(what, name);
      const [cpu, wall] = [process.cpuUsage(), performance.now()];
      await act(stores[name], turn);
      const used = process.cpuUsage(cpu);
      cost.cpuMs += (used.user + used.system) / 1000 / times;
      cost.wallMs += (performance.now() - wall) / times;
    }
}

const orders = (turn: number) => Array.from({ length: chunk }, (_, index) => bookOrder(turn * chunk + index));
await inTurns(`store ${chunk} orders`, total / chunk, (store, turn) => {
  const rows = orders(turn);
  return store.write((write) => write.orders.insertMany(rows));
});
const { waybill, tail } = bookSearches(total) as Record<string, () => string>;
await inTurns('list of 100', 200, ({ read }, turn) =>
  read.orders.window({ state: 'ready' }, { ...page, offset: (turn % 50) * 100 }),
);
await inTurns('scan of a waybill', 300, ({ read }) => read.bench.orderOfWaybill(waybill?.() ?? ''));
await inTurns('search by waybill', 100, ({ read }) =>
  read.orders.window({ search: waybill?.() ?? '' }, page),
);
await inTurns('first search for a name', 1, ({ read }) => read.orders.window({ search: '王' }, page));
await inTurns('search for the beginning of a name', 20, ({ read }) =>
  read.orders.window({ search: '王小' }, page),
);
await inTurns('search for a fragment of a name', 20, ({ read }, turn) =>
  read.orders.window({ search: `小${turn}` }, page),
);
await inTurns('search for four digits of a phone', 50, ({ read }) =>
  read.orders.window({ search: tail?.() ?? '' }, page),
);
await inTurns('ready orders of shared phones', 3, ({ read }) => read.orders.readyOfSharedPhones());
const sizes: Record<string, number> = {};
for (const name of names) {
  const { rows } = await admin.query('select pg_database_size($1) as size', [name]);
  sizes[name] = Number(rows[0].size);
}

// Another key for the book: everything personal is sealed again, in transactions of some rows.
keys.learn(keys.renewed());
const transactions = { total: 0, longestMs: 0 };
await inTurns('seal all of it again', 1, async (store) => {
  if (store !== stores.sealed) return;
  for (let at: ResealPlace | null = null; ; ) {
    const [from, begun]: [ResealPlace | null, number] = [at, performance.now()];
    at = await store.write(({ personalTexts }) => personalTexts.reseal(from));
    transactions.total += 1;
    transactions.longestMs = Math.max(transactions.longestMs, performance.now() - begun);
    if (at === null) return;
  }
});
report({ total, costs, sizes, transactions });
for (const name of names) await stores[name].close();
await admin.end();
await server.close();
