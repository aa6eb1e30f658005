import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { endElectron, tryLaunch } from '../../e2e/launchElectron.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { linkRuntime } from '../../runtime/linkRuntime.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { benchFolder, projectFolder } from '../kit/benchFolders.ts';
import { report } from '../kit/runChild.ts';

const rounds = 5;
const workspace = join(benchFolder, 'window-workspace');
const emptyRuntime = join(benchFolder, 'electron-empty');

/** The least an Electron program can be: one window with one line of text. */
const emptyMain = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<p id=usable>empty'));
app.on('window-all-closed', () => app.quit());
`;

/** Asked at each frame: a locator looks again only after up to half a second. */
async function untilShown(app: ElectronApplication, selector: string): Promise<void> {
  const page = await app.firstWindow();
  await page.waitForFunction((shown) => document.querySelector(shown) !== null, selector, { polling: 'raf' });
}

/** From the start of the process until it is usable; a launch that the driver missed is no measure of it and is made anew. */
async function timeStart(executablePath: string, args: readonly string[], usable: string): Promise<number> {
  const options = { executablePath, args: ['--no-sandbox', ...args] };
  let startedAt = performance.now();
  let app = await tryLaunch(options);
  if (app === null) {
    startedAt = performance.now();
    app = await tryLaunch(options);
  }
  if (app === null)
    throw new Error(`${executablePath} was launched twice, and neither was a window to attach to`);
  await untilShown(app, usable);
  const durationMs = performance.now() - startedAt;
  await endElectron(app);
  return durationMs;
}

const startEmpty = () => timeStart(join(emptyRuntime, 'electron'), [], '#usable');
/** Usable: Today shows what is next, read from the opened workspace. The app was assembled before. */
const startOurs = () => timeStart(runtimeFolders.executable, [`--data=${workspace}`], '.today-next');

function prepare(): void {
  assembleApp();
  rmSync(workspace, { recursive: true, force: true });
  const sample = join(projectFolder, 'resources/samples/orders.xlsx');
  const words = [join(projectFolder, 'out/cli/cli.cjs'), 'ship', sample, '--practice', '--data', workspace];
  spawnSync(process.execPath, words, { stdio: 'ignore' });
  linkRuntime(emptyRuntime);
  const app = join(emptyRuntime, 'resources/app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'main.js'), emptyMain);
  writeFileSync(join(app, 'package.json'), '{"name":"empty","main":"main.js"}');
}

prepare();
const [empty, ours]: [number[], number[]] = [[], []];
// In turn, after one start of each that does not count: the machine's speed drifts.
for (let round = 0; round <= rounds; round++) {
  const pair = [await startEmpty(), await startOurs()] as const;
  if (round === 0) continue;
  empty.push(pair[0]);
  ours.push(pair[1]);
}
report({ empty, ours });
