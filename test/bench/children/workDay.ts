import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createChangeFeed } from '../../../electron/ipc/changeFeed.ts';
import { Session } from '../../../electron/ipc/session.ts';
import { createBackupThread } from '../../../electron/store/backup/backupMaker.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { scanAtBench } from '../../../electron/usecases/packing/scan.ts';
import { readDesk } from '../../../electron/usecases/packing/show.ts';
import { takePush } from '../../../electron/usecases/tracking/push.ts';
import { refreshTracking } from '../../../electron/usecases/tracking/refreshTracking.ts';
import { readStatus } from '../../../electron/usecases/workspace/status.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { handClock } from '../../doubles/handClock.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { benchParts } from '../kit/benchParts.ts';
import { type DayCounts, dayPlatform, dayWaybillNo } from '../kit/day/dayPlatform.ts';
import { benchPassphrase } from '../kit/openBenchFolder.ts';
import { report } from '../kit/runChild.ts';

/** `workDay <folder> <start> <orders> <questions> <followed>`: eight hours of the core at full speed; memory every half hour of them. */
const [folder = '', ...figures] = process.argv.slice(2);
const [dayStart = 0, orders = 20_000, questions = 100_000, followed = 60_000] = figures.map(Number);
const hours = 8;
const tickMs = 60_000;
const ticks = (hours * 3_600_000) / tickMs;
/** An import every ten minutes, a sample every half hour. */
const ticksOfImport = 10;
const ticksOfSample = 30;
const imports = ticks / ticksOfImport;
const pushesOfTick = 40;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function of<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
interface Desk {
  readonly workspace: Workspace;
  readonly accountId: string;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

const clock = handClock(dayStart);
const counts: DayCounts = { questions: 0, booked: 0 };
const changes = createChangeFeed(clock);
const platform = dayPlatform(dayStart, () => clock.now(), counts);
let notices = 0;
const session = new Session({
  folder,
  keyStore: noKeyStore,
  parts: {
    ...benchParts(),
    clock,
    platforms: [platform],
    backupWorks: createBackupThread(join(projectFolder, 'out/main/backupMaker.cjs')),
    changed: changes.publish,
  },
  changes,
  version: '0',
  files: { find: async () => ({ ok: true, value: [] }), hand: async () => [] },
  onBug: (error) => {
    throw error;
  },
  heldKey: null,
  isLockedByHand: false,
  onKey: () => undefined,
  onLeft: () => undefined,
  onNotice: () => void notices++,
});
const samples: { readonly heapMb: number; readonly outsideMb: number; readonly rssMb: number }[] = [];
function sample(): void {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  const [heapMb = 0, outsideMb = 0, rssMb = 0] = [heapUsed, external, rss].map(
    (bytes) => Math.round((bytes / 1_048_576) * 10) / 10,
  );
  samples.push({ heapMb, outsideMb, rssMb });
  process.stderr.write(`${samples.length / 2} h: heap ${heapMb}, outside ${outsideMb}, rss ${rssMb} MB\n`);
}

let orderNo = 0;
async function importSome({ workspace, accountId }: Desk): Promise<void> {
  const rows = Array.from({ length: Math.ceil(orders / imports) }, () => {
    const no = ++orderNo;
    const phone = `138${String(10_000_000 + no).slice(-8)}`;
    return `36${String(no).padStart(17, '0')},样例,${phone},广东省深圳市南山区粤海街道样板路${no}号,样品绿茶,1`;
  });
  const path = join(folder, '..', 'orders.csv');
  writeFileSync(path, ['订单号,收货人,手机,收货地址,商品名称,数量', ...rows].join('\n'));
  of(await importOrders(workspace, { path, minConfidence: 0.8, isDryRun: false }));
  const { sender } = sampleBooking();
  const orderIds = await workspace.store.read.orders.readyIds(10_000);
  of(await planBookings(workspace, { orderIds, accountId, carrier: 'YTO', printerUri: null, sender }));
  session.wake();
}

/** The queue runs by the hand clock: it is moved on until nothing is in hand. */
async function untilDone(kind: 'bookings' | 'labels'): Promise<void> {
  while ((await session.workInHand())[kind] > 0) {
    await nextTurn();
    await clock.advance(1);
  }
}

/** What waits for its turn by the hand clock while it is done. */
async function whileTimeGoes<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await nextTurn();
    await clock.advance(1);
  }
  return done;
}

let gestures = 0;
let packed = 0;
async function scan({ workspace }: Desk, code: string): Promise<string> {
  const answer = await scanAtBench(workspace, { gestureId: `gesture-${++gestures}`, code });
  return of(answer).says;
}

async function packSome(desk: Desk): Promise<void> {
  const { workspace } = desk;
  const most = Math.ceil(orders / ticks) + 2;
  const waiting = await workspace.store.read.orders.window({ state: 'booked' }, { offset: 0, limit: most });
  for (const order of waiting) {
    await scan(desk, order.orderNo);
    await scan(desk, 'SHIPDESK-CONFIRM');
    session.wake();
    await untilDone('labels');
    if ((await scan(desk, order.waybillNo)) === 'closed') packed += 1;
    await readDesk(workspace);
  }
}

let pushes = 0;
async function takeSome({ workspace, accountId }: Desk, tick: number): Promise<void> {
  for (let no = 0; no < pushesOfTick; no++) {
    const body = dayWaybillNo((tick * pushesOfTick + no) % followed);
    of(await takePush(workspace, { accountId, body, channel: 'command' }));
    pushes += 1;
  }
  const wanted = Math.floor((questions * tick) / ticks) - counts.questions;
  if (wanted <= 0) return;
  const waybillNos = Array.from({ length: wanted }, (_, no) => dayWaybillNo((tick * 977 + no) % followed));
  await whileTimeGoes(refreshTracking(workspace, { waybillNos }));
}

async function openDesk(): Promise<Desk> {
  const wish = { passphrase: benchPassphrase, isPracticeWanted: false, whenMissing: 'refuse' } as const;
  const refused = await session.open(wish);
  if (refused !== null) throw new Error(refused.code);
  const workspace = of(session.workspace());
  return { workspace, accountId: (await workspace.store.read.accounts.all())[0]?.id ?? '' };
}

async function workDay(): Promise<void> {
  const desk = await openDesk();
  for (let tick = 1; tick <= ticks; tick++) {
    // Somebody works here: an idle workspace would be locked.
    session.autoLock?.touch();
    await clock.advance(tickMs);
    if (tick % ticksOfImport === 1) await importSome(desk);
    await untilDone('bookings');
    await packSome(desk);
    await takeSome(desk, tick);
    await readStatus(desk.workspace, session.knowledge);
    if (tick % ticksOfSample === 0) sample();
  }
  report({ samples, packed, pushes, notices, gestures, ...counts });
  await session.close();
}

// A built child is a script, which cannot wait at its top.
void workDay().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
