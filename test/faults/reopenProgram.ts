import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createChangeFeed } from '../../electron/ipc/changeFeed.ts';
import { Session } from '../../electron/ipc/session.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { scanAtBench } from '../../electron/usecases/packing/scan.ts';
import { buildParts } from '../../electron/usecases/workspace/parts.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';

/** The core of a window in a process of its own: a line in is a scan, a line out what it came to. */
interface CoreWords {
  readonly folder: string;
}

const { folder } = JSON.parse(process.argv[2] ?? '') as CoreWords;

function onBug(error: unknown): void {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(3);
}
process.on('unhandledRejection', onBug);

const tell = (said: object): boolean => process.stdout.write(`${JSON.stringify(said)}\n`);

const changes = createChangeFeed(systemClock);
const parts = buildParts({
  resourceFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
  orderReaderFile: '',
  changed: changes.publish,
});
const session = new Session({
  folder,
  keyStore: noKeyStore,
  parts,
  changes,
  version: '0',
  files: { find: async () => ({ ok: true, value: [] }), hand: async () => [] },
  onBug,
  heldKey: null,
  isLockedByHand: false,
  onKey: () => undefined,
  onNotice: () => undefined,
  onLeft: () => undefined,
});

/** As the gate does it: at the book, or at what the bench keeps. */
async function scan(words: { readonly gestureId: string; readonly code: string }): Promise<object> {
  await session.settled();
  const opened = session.workspace();
  if (!opened.ok) return { says: opened.code, stop: '', isAway: false };
  const { away } = session;
  if (away === null) throw new Error('the book lies here');
  const answer = await away.gesture(opened.value, (there) => scanAtBench(there, words));
  session.wake();
  const isAway = session.away?.isAway === true;
  if (!answer.ok) return { says: answer.code, stop: '', isAway };
  return { says: answer.value.says, stop: answer.value.stop?.kind ?? '', isAway };
}

async function work(): Promise<void> {
  const refused = await session.resume();
  await session.settled();
  if (refused !== null) return void tell({ isReady: true, refused: refused.code });
  // The copy of what it has to pack is whole.
  while (session.away?.knowledge.knownAt == null) await systemClock.sleep(20);
  tell({ isReady: true, isAway: session.away.isAway });
  for await (const line of createInterface({ input: process.stdin })) {
    const said = JSON.parse(line) as { readonly gestureId: string; readonly code: string };
    tell(
      said.code === ''
        ? { says: session.state(), stop: session.closedBecause, isAway: session.away?.isAway === true }
        : await scan(said),
    );
  }
}

work().catch(onBug);
