import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CupsServer {
  readonly host: string;
  readonly port: number;
  /** Adds a raw queue onto a loopback socket. */
  addQueue(name: string, devicePort: number): void;
  /** Adds a queue that prints through a driver (a PPD file) onto a loopback socket. */
  addDriverQueue(name: string, devicePort: number, driverFile: string): void;
  /** `cupsdisable`, `cupsenable`, `cancel` … against this server. */
  run(program: string, ...args: string[]): string;
  /** Ends the print service and starts it anew with what lay in its queues. */
  restart(): Promise<void>;
  /** Ends it for now; `restart` brings it back. */
  halt(): Promise<void>;
  stop(): Promise<void>;
}

const programs = '/usr/sbin:/usr/bin:/sbin:/bin';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function writeConfiguration(folder: string, port: number): { conf: string; files: string } {
  for (const name of ['root', 'cache', 'state', 'spool', 'temp', 'log']) mkdirSync(join(folder, name));
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'temp'), 0o1777);
  const files = join(folder, 'cups-files.conf');
  writeFileSync(
    files,
    [
      `ServerRoot ${folder}/root`,
      'ServerBin /usr/lib/cups',
      'DataDir /usr/share/cups',
      `CacheDir ${folder}/cache`,
      `StateDir ${folder}/state`,
      `RequestRoot ${folder}/spool`,
      `TempDir ${folder}/temp`,
      `AccessLog ${folder}/log/access`,
      `ErrorLog ${folder}/log/error`,
      `PageLog ${folder}/log/page`,
      '',
    ].join('\n'),
  );
  const conf = join(folder, 'cupsd.conf');
  writeFileSync(
    conf,
    [
      `Listen 127.0.0.1:${port}`,
      'WebInterface No',
      'Browsing No',
      'DefaultAuthType None',
      'PreserveJobHistory Yes',
      'ErrorPolicy stop-printer',
      '<Location />',
      'Order allow,deny',
      'Allow all',
      '</Location>',
      '<Location /admin>',
      'Order allow,deny',
      'Allow all',
      '</Location>',
      '<Policy default>',
      '<Limit All>',
      'Order deny,allow',
      'Allow all',
      '</Limit>',
      '</Policy>',
      '',
    ].join('\n'),
  );
  return { conf, files };
}

function runAgainst(port: number, program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, ['-h', `127.0.0.1:${port}`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: programs, LC_ALL: 'C' },
  });
  if (error !== undefined || status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
  return stdout;
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`cupsd ended with ${child.exitCode}`);
    try {
      if (runAgainst(port, 'lpstat', ['-r']).includes('is running')) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('cupsd did not answer');
}

/** A real CUPS of its own: private folder and port, no daemon. Without the Debian package `cups` the tests fail by name. */
export async function startCups(): Promise<CupsServer> {
  if (!existsSync('/usr/sbin/cupsd'))
    throw new Error('cupsd is not installed: these tests need the packages cups and cups-client');
  const folder = mkdtempSync(join(tmpdir(), 'cups-'));
  const port = await freePort();
  const { conf, files } = writeConfiguration(folder, port);
  let child: ChildProcess | null = null;
  const halt = async () => {
    const old = child;
    child = null;
    if (old === null || old.exitCode !== null || old.signalCode !== null) return;
    await new Promise((resolve) => old.once('exit', resolve).kill('SIGTERM'));
  };
  const start = async () => {
    child = spawn('/usr/sbin/cupsd', ['-f', '-c', conf, '-s', files], { stdio: 'ignore' });
    await untilReady(port, child);
  };
  const stop = async () => {
    await halt();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    host: '127.0.0.1',
    port,
    addQueue: (name, devicePort) => {
      const device = `socket://127.0.0.1:${devicePort}/?waiteof=false`;
      runAgainst(port, 'lpadmin', ['-p', name, '-E', '-v', device, '-m', 'raw']);
    },
    addDriverQueue: (name, devicePort, driverFile) => {
      const device = `socket://127.0.0.1:${devicePort}/?waiteof=false`;
      runAgainst(port, 'lpadmin', ['-p', name, '-E', '-v', device, '-P', driverFile]);
    },
    run: (program, ...args) => runAgainst(port, program, args),
    async restart() {
      await halt();
      await start();
    },
    halt,
    stop,
  };
}
