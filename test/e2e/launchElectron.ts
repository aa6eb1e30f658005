import { _electron, type ElectronApplication, errors } from 'playwright-core';

type Options = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Ten times what attaching to the window takes on a busy machine. */
const attachMs = 20_000;

/**
 * Attached in the very moment in which the window goes to its page, the driver misses that and waits for ever for a page that is drawn
 * (one launch of 40 on a busy machine, by its own protocol): then it is launched anew, once.
 */
export async function launchElectron(options: Options): Promise<ElectronApplication> {
  return (await tryLaunch(options)) ?? _electron.launch(options);
}

/** The same for whoever measures a launch and begins again; null: the driver missed the window, and it was ended. */
export async function tryLaunch(options: Options): Promise<ElectronApplication | null> {
  try {
    return await _electron.launch({ ...options, timeout: attachMs });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return null;
  }
}

/** Four times what the program itself waits for a core that does not end. */
const endMs = 45_000;

/**
 * An Electron that hangs at its very end is told of and ended: what was found until then is not lost with it. Seen once, in a
 * process of Chromium that draws without a graphics card; so its whole group goes.
 */
export async function endElectron(app: ElectronApplication, patienceMs = endMs): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write(`an Electron did not end within ${patienceMs / 1_000} s and was killed\n`);
    const { pid } = app.process();
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  }, patienceMs);
  await app.close();
  clearTimeout(late);
}
