import type { App } from 'electron';

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
    void core.stop(graceMs).finally(() => app.quit());
  });
}
