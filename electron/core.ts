import { availableParallelism } from 'node:os';
import { RPCHandler } from '@orpc/server/message-port';
import { createChangeFeed } from './ipc/changeFeed.ts';
import { connectToMain, type MainPort, type PagePort } from './ipc/connectToMain.ts';
import { pageLine } from './ipc/pagePort.ts';
import { router } from './ipc/router.ts';
import { Session } from './ipc/session.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataFolder, threadFile } from './platform/folders.ts';
import { readReleaseMark } from './updates/installed.ts';
import type { WorkspaceParts } from './usecases/workspace/open.ts';
import { buildParts } from './usecases/workspace/parts.ts';
import { productVersion } from './usecases/workspace/productVersion.ts';

/** Composition root of the core: a utility process without windows. It may die at any moment; main starts it again. */
const mainPort = (process as NodeJS.Process & { readonly parentPort: MainPort }).parentPort;
const handler = new RPCHandler(router);
const changes = createChangeFeed(systemClock);
let session: Session | null = null;
const waitingPages: PagePort[] = [];

/** A bug ends the process: main restarts it, and work in progress is recovered as after any crash. */
function onBug(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
// Newer runtimes only warn of an unhandled rejection; here it is a bug like any other.
process.on('unhandledRejection', onBug);

const line = pageLine({
  clock: systemClock,
  upgrade(port) {
    if (session === null) throw new Error('a page was served before there is a session');
    handler.upgrade(port, { context: { session } });
  },
  onClosed: (because) => main.portClosed(because),
});

/**
 * One each for the page, the process that draws its frames, this thread and the one that reads a file. With fewer, an import gives way to
 * the page, and no thread copies the log.
 */
const enoughProcessors = 4;

let reportedWork = '';

/** `isAsked`: main waits for the answer, even if nothing has changed. */
async function reportWork(workSession: Session, isAsked: boolean): Promise<void> {
  const work = await workSession.workInHand();
  const now = JSON.stringify(work);
  if (isAsked || now !== reportedWork) main.work(work);
  reportedWork = now;
}

/** Reports the work in progress to main at each change. */
async function followWork(workSession: Session): Promise<void> {
  for await (const _ of changes.subscribe(undefined)) await reportWork(workSession, false);
}

/** Opened after the page has its first answers: programs outside can wait longer than the page. */
async function openDoor(served: Session): Promise<void> {
  await line.untilServed();
  const { AutomationDoor } = await import('./door/http/automationDoor.ts');
  const { keepDoor } = await import('./door/http/keepDoor.ts');
  const lend: Session['lend'] = (work) => served.lend(work);
  const door = new AutomationDoor({ clock: systemClock, version: productVersion, lend, onBug });
  const { subscribe, publish } = changes;
  const keeping = {
    door,
    folder: served.folder,
    clock: systemClock,
    lend,
    changes: subscribe,
    tell: publish,
  };
  await keepDoor(keeping, new AbortController().signal);
}

/** Commands of other programs are also taken only once the page is served. */
async function openLine(opened: Session, parts: WorkspaceParts): Promise<{ close(): void } | null> {
  await line.untilServed();
  const { takeCommands } = await import('./commands/beside/takeCommands.ts');
  const { commandsFor } = await import('./commands/main/list.ts');
  return takeCommands({
    folder: opened.folder,
    keyStore: opened.keyStore,
    parts,
    commandsFor,
    lend: (work) => opened.lend(work),
    onDone: () => opened.wake(),
    onBug,
  });
}

const main = connectToMain(mainPort, productVersion, {
  start({
    dataFolder,
    resourceFolder,
    keyStore,
    htmlRenderer,
    driverPrinter,
    files,
    installed,
    replace,
    heldKey,
    isLockedByHand,
  }) {
    const parts = buildParts({
      resourceFolder,
      orderReaderFile: threadFile(import.meta.filename, 'orderReader'),
      backupMaker: { file: threadFile(import.meta.filename, 'backupMaker'), as: 'thread' },
      changed: changes.publish,
      ...(availableParallelism() < enoughProcessors
        ? { giveWay: line.giveWay }
        : { logCopierFile: threadFile(import.meta.filename, 'logCopier') }),
      onUpgrade: main.upgrade,
      htmlRenderer,
      driverPrinter,
      program: {
        version: productVersion,
        arch: process.arch,
        ...readReleaseMark(import.meta.filename),
        form: installed,
        replace,
      },
    });
    const folder = dataFolder ?? process.env.SHIPDESK_DATA ?? defaultDataFolder();
    session = new Session({
      folder,
      keyStore,
      parts,
      changes,
      version: productVersion,
      files,
      onBug,
      heldKey,
      isLockedByHand,
      onKey: main.holdKey,
      onLeft: line.leave,
      untilServed: line.untilServed,
      onNotice: main.notice,
      async takeGuests(opened) {
        const taking = openLine(opened, parts).catch(onBug);
        return { close: async () => (await taking)?.close() };
      },
      onCamera: main.camera,
    });
    session.resume().catch(onBug);
    void openDoor(session).catch(onBug);
    void followWork(session).catch(onBug);
    for (const port of waitingPages.splice(0)) line.serve(port);
    main.ready();
  },
  servePage(port) {
    if (session === null) waitingPages.push(port);
    else line.serve(port);
  },
  away() {
    void session?.autoLock?.away();
  },
  tellWork() {
    if (session === null) main.work({ bookings: 0, labels: 0, isStarting: false, isMoving: false });
    else void reportWork(session, true).catch(onBug);
  },
  stop() {
    void (session?.close() ?? Promise.resolve()).finally(() => process.exit(0));
  },
});
