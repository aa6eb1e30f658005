import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount } from '../../../electron/usecases/accounts/accounts.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { openBenchFolder } from '../kit/openBenchFolder.ts';
import { report } from '../kit/runChild.ts';

/**
 * Fills a workspace with bookings that wait, then starts this script once more on it and takes the time from the start of
 * that process until it hands the first booking to the network. Run it built, as the product is.
 */
const [first = '', folder = ''] = process.argv.slice(2);

async function fill(orderFile: string, path: string): Promise<number> {
  const { workspace, close } = await openBenchFolder(path);
  const account = await addAccount(workspace, {
    platform: 'kdniao',
    name: 'bench',
    merchantId: 'bench1234567',
    secret: 'bench',
    // Nobody listens there: only the moment of the call counts.
    endpoint: 'http://127.0.0.1:9',
    fields: {},
  });
  if (!account.ok) throw new Error(account.code);
  const imported = await importOrders(workspace, { path: orderFile, minConfidence: 0.8, isDryRun: false });
  if (!imported.ok) throw new Error(imported.code);
  const planned = await planBookings(workspace, {
    orderIds: await workspace.store.read.orders.readyIds(100_000),
    accountId: account.value.id,
    carrier: 'ZTO',
    printerUri: null,
    sender: sampleBooking().sender,
  });
  if (!planned.ok) throw new Error(planned.code);
  await close();
  return planned.value.planned;
}

async function resume(path: string): Promise<void> {
  const { workspace, close } = await openBenchFolder(path);
  const called = new Promise<number>((resolve) => {
    const begin = workspace.journal.begin;
    const journal = {
      ...workspace.journal,
      begin: (call: Parameters<typeof begin>[0]) => {
        const refused = begin(call);
        resolve(performance.now());
        return refused;
      },
    };
    void startWorkers({ ...workspace, journal }, { onBug: (error) => Promise.reject(error as Error) }).then(
      (workers) => called.then(() => workers.stop()).then(close),
    );
  });
  process.stdout.write(`${String(await called)}\n`);
}

async function startAnew(path: string): Promise<number> {
  const child = spawn(process.execPath, [import.meta.filename, 'resume', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(path, 'compiled') },
  });
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) output += String(text);
  return Number(output.trim().split('\n').at(-1));
}

async function main(): Promise<void> {
  if (first === 'resume') return resume(folder);
  const path = mkdtempSync(join(benchFolder, 'resume-'));
  const waiting = await fill(first, path);
  // As every start but the first after an update: what V8 made of the program is kept.
  await startAnew(path);
  const firstCallMs = await startAnew(path);
  rmSync(path, { recursive: true, force: true });
  report({ open: waiting, firstCallMs });
}

void main();
