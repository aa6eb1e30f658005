/**
 * `npm run -s smoke [-- FOLDER]`: is the installed program whole? Its command line says its version and ships the sample to the virtual printer, its window opens and
 * prints a label for a command beside it. Needs nothing but Node: it runs on machines where the program alone was installed. FOLDER: where it lies.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';

const opensWithinMs = 60_000;
const pollMs = 200;

interface Installed {
  readonly window: string;
  readonly resources: string;
  /** null: this system's package has none. */
  readonly command: string | null;
}

function installed(folder: string | undefined): Installed {
  if (process.platform === 'darwin') {
    const contents = join(folder ?? '/Applications/ShipDesk.app', 'Contents');
    return {
      window: join(contents, 'MacOS/ShipDesk'),
      resources: join(contents, 'Resources'),
      command: null,
    };
  }
  const isWindows = process.platform === 'win32';
  const usual = isWindows
    ? join(process.env.LOCALAPPDATA ?? homedir(), 'Programs', 'shipdesk')
    : '/opt/ShipDesk';
  const base = folder ?? usual;
  const resources = join(base, 'resources');
  return {
    window: join(base, isWindows ? 'ShipDesk.exe' : 'shipdesk'),
    resources,
    command: join(resources, 'bin', isWindows ? 'shipdesk.cmd' : 'shipdesk'),
  };
}

/** The words of the command line, run to the end; its document. Throws unless it ends with `status`. */
function run(command: string, words: readonly string[], status: number): unknown {
  const isScript = command.endsWith('.cmd');
  const asked = isScript ? `"${command}"` : command;
  const ended = spawnSync(asked, [...words, '--json'], { encoding: 'utf8', shell: isScript });
  if (ended.status !== status)
    throw new Error(`shipdesk ${words[0]} ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout);
}

function expectThat(what: string, isTrue: boolean): void {
  if (!isTrue) throw new Error(`it is not so: ${what}`);
  process.stdout.write(`${what}\n`);
}

const labelsIn = (data: string): number =>
  existsSync(join(data, 'labels'))
    ? readdirSync(join(data, 'labels')).filter((name) => name.endsWith('.png')).length
    : 0;

/** Runs `act` beside the open window. `mark`: what it writes when it is open. */
async function besideWindow(window: string, data: string, mark: string, act: () => void): Promise<void> {
  // Chromium's sandbox does not run under root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(window, [`--data=${data}`, ...asRoot], { stdio: 'ignore' });
  const isOpen = (): boolean => existsSync(join(data, mark));
  try {
    for (let waitedMs = 0; !isOpen() && waitedMs < opensWithinMs; waitedMs += pollMs) await wait(pollMs);
    expectThat('the window opened', isOpen() && child.exitCode === null);
    act();
  } finally {
    child.kill();
  }
}

async function main(folder: string | undefined): Promise<void> {
  const { window, resources, command } = installed(folder === undefined ? undefined : resolve(folder));
  expectThat(
    `the program lies in ${resources}`,
    existsSync(window) && existsSync(join(resources, 'LICENCES.txt')),
  );
  const data = mkdtempSync(join(tmpdir(), 'shipdesk-smoke-'));
  const sample = join(resources, 'shipdesk/samples/orders.xlsx');
  const order = join(data, 'one.csv');
  writeFileSync(order, orderSheet([sheetOrder(1)]));
  const workspace = join(data, 'workspace');
  try {
    if (command !== null) {
      const own = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
      const said = run(command, ['version'], 0) as { version?: unknown };
      expectThat(`its command line says ${own.version}`, said.version === own.version);
      run(command, ['ship', sample, '--practice', '--data', workspace], 3);
      expectThat('the sample came out on the virtual printer', labelsIn(workspace) > 0);
    }
    // Without a command line nobody has made a workspace yet: then its page is asked for.
    const mark = command === null ? 'window/Local Storage' : 'command-line.json';
    await besideWindow(window, workspace, mark, () => {
      if (command === null) return;
      const before = labelsIn(workspace);
      run(command, ['ship', order, '--practice', '--data', workspace], 0);
      expectThat('the window printed one more for a command beside it', labelsIn(workspace) === before + 1);
    });
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  }
}

await main(process.argv[2]);
