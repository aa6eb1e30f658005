import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addAccount } from '../../../electron/usecases/accounts/accounts.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

interface Gateway {
  readonly url: string;
  readonly merchantId: string;
  readonly apiKey: string;
}

/** The platform’s double in a process of its own, so that it does not share our event loop. */
async function startGateway(): Promise<{ gateway: Gateway; stop(): void }> {
  const script = join(projectFolder, 'test/doubles/platforms/kdniaoServer.ts');
  const child = spawn(process.execPath, [script, '--latency', '80'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { gateway: JSON.parse(line) as Gateway, stop: () => void child.kill() };
}

async function planAll(workspace: Workspace, path: string, gateway: Gateway): Promise<number> {
  const account = await addAccount(workspace, {
    platform: 'kdniao',
    name: 'bench',
    merchantId: gateway.merchantId,
    secret: gateway.apiKey,
    endpoint: gateway.url,
    fields: {},
  });
  if (!account.ok) throw new Error(account.code);
  const imported = await importOrders(workspace, { path, minConfidence: 0.8, isDryRun: false });
  if (!imported.ok) throw new Error(imported.code);
  const planned = await planBookings(workspace, {
    orderIds: await workspace.store.read.orders.readyIds(100_000),
    accountId: account.value.id,
    carrier: 'ZTO',
    printerUri: null,
    sender: sampleBooking().sender,
  });
  if (!planned.ok) throw new Error(planned.code);
  return planned.value.planned;
}

/** The same workspace, with the time each durable step before a call takes written down. */
function watched(workspace: Workspace, durationsMs: number[]): Workspace {
  const { store, journal } = workspace;
  const timed = <T>(startedAt: number, value: T): T => {
    durationsMs.push(performance.now() - startedAt);
    return value;
  };
  return {
    ...workspace,
    store: {
      ...store,
      write: async (work) => {
        const startedAt = performance.now();
        return timed(startedAt, await store.write(work));
      },
    },
    journal: { ...journal, begin: (call) => timed(performance.now(), journal.begin(call)) },
  };
}

const [path = ''] = process.argv.slice(2);
const { gateway, stop } = await startGateway();
const { workspace, close } = await openBenchWorkspace(false);
const planned = await planAll(workspace, path, gateway);
const durableMs: number[] = [];
let booked = 0;
let lastAt = 0;
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const workers = await startWorkers(watched(workspace, durableMs), {
  onBooking: ({ kind }) => {
    if (kind === 'booked') booked++;
    lastAt = performance.now();
  },
  onBug: (error) => {
    throw error;
  },
});
await workers.booking.untilIdle(5_000);
const cpu = process.cpuUsage(cpuBefore);
await workers.stop();
const stats = (await (await fetch(`${gateway.url}/__stats`)).json()) as Record<
  string,
  { total: number; peakPerSecond: number }
>;
const peakPerSecond = Math.max(...Object.values(stats).map((one) => one.peakPerSecond));
report({
  planned,
  booked,
  durationMs: lastAt - startedAt,
  peakPerSecond,
  cpuMs: (cpu.user + cpu.system) / 1000,
  durableP50Ms: percentile(durableMs, 0.5),
  durableP99Ms: percentile(durableMs, 0.99),
});
await close();
stop();
