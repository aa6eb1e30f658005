import { type App, type MessagePortMain, utilityProcess } from 'electron';
import type { CoreProcess } from './coreSupervisor.ts';

/** Starts the core as a utility process: it has Node but no window, and its end does not take the windows with it. */
function forkCore(file: string): CoreProcess<MessagePortMain> {
  const child = utilityProcess.fork(file, [], { serviceName: 'ShipDesk core', stdio: 'inherit' });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    send: (message, ports) => child.postMessage(message, ports === undefined ? undefined : [...ports]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => void gone.then(listener),
    kill: () => child.kill(),
  };
}

/**
 * What forks cores. The first one reads its program while key store and window are made. It says nothing before it is spoken to, and
 * whoever listens late is still told that it has ended.
 */
export function forkEarly(file: string): () => CoreProcess<MessagePortMain> {
  let first: CoreProcess<MessagePortMain> | null = forkCore(file);
  return () => {
    const core = first ?? forkCore(file);
    first = null;
    return core;
  };
}

/** Long enough to finish or park the order in hand; after it the core is killed, which loses nothing either. */
const graceMs = 5_000;

interface StoppableCore {
  stop(graceMs: number): Promise<void>;
}

/** The last window closed means the end; the end waits for the core. */
export function quitWhenCoreIsDone(app: App, core: StoppableCore): void {
  let isStopping = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isStopping) return;
    isStopping = true;
    event.preventDefault();
    // Not before this event is over, as where no core runs: a quit asked for within it is passed over, and the program stays without a window.
    void core.stop(graceMs).finally(() => setImmediate(() => app.quit()));
  });
}
