import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../runtime/runTool.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';

const folder = join(runtimeFolders.cache, 'installed');
const base = join(folder, 'base');
const archives = join(folder, 'archives');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly said: string;
  readonly seconds: number;
}

/** A Debian of its own, without anything of this machine but its kernel, its network and its X server. */
export interface CleanRoot {
  /** Where a path of it lies on this machine. */
  at(path: string): string;
  run(user: string, words: readonly string[], environment?: Readonly<Record<string, string>>): Ran;
  start(user: string, words: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess;
  close(): Promise<void>;
}

/** The smallest Debian of this machine's release, made once. Another mirror: SHIPDESK_DEBIAN_MIRROR. */
function makeBase(): void {
  if (existsSync(base)) return;
  const release = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';
  const half = `${base}.half`;
  rmSync(half, { recursive: true, force: true });
  const mirror = process.env.SHIPDESK_DEBIAN_MIRROR;
  const args = ['--variant=minbase', release, half, ...(mirror === undefined ? [] : [mirror])];
  runTool('debootstrap', args, { cwd: folder });
  renameSync(half, base);
}

/** Its mounts are in a name space of their own and end with it: nothing here ever stands in a folder that is deleted. */
const hold = (root: string): string => `set -e
mount -t proc proc ${root}/proc
mount --rbind /dev ${root}/dev
mount -t tmpfs tmpfs ${root}/dev/shm
mkdir -p ${root}/tmp/.X11-unix
mount --bind /tmp/.X11-unix ${root}/tmp/.X11-unix
mount --bind ${archives} ${root}/var/cache/apt/archives
echo ready
exec chroot ${root} sleep infinity`;

/** The process inside that `unshare` waits for, by its number out here. */
function holderOf(unshare: number): string {
  const children = readFileSync(`/proc/${unshare}/task/${unshare}/children`, 'utf8').trim();
  if (!/^\d+$/.test(children)) throw new Error(`the clean root has no process of its own: ${children}`);
  return children;
}

const plain = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', SHIPDESK_LANG: 'en' };

export async function openCleanRoot(): Promise<CleanRoot> {
  mkdirSync(join(archives, 'partial'), { recursive: true });
  makeBase();
  const root = join(folder, 'root');
  rmSync(root, { recursive: true, force: true });
  cpSync(base, root, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child'];
  const space = spawn('unshare', [...namespaces, 'sh', '-c', hold(root)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await Promise.race([once(space.stdout, 'data'), once(space, 'exit')]);
  if (!String(said[0]).startsWith('ready')) throw new Error('the clean root could not be entered');
  const holder = holderOf(space.pid ?? 0);
  const enter = (user: string, words: readonly string[], environment: Readonly<Record<string, string>>) => {
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const named = Object.entries({ ...plain, HOME: home, ...environment }).map(([k, v]) => `${k}=${v}`);
    const as = user === 'root' ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
    return [
      '--target',
      holder,
      '--mount',
      '--pid',
      '--root',

      'env',
      '-i',
      '--chdir=/tmp',
      ...named,
      ...as,
      ...words,
    ];
  };
  return {
    at: (path) => join(root, path),
    run(user, words, environment = {}) {
      const startedAt = performance.now();
      const run = spawnSync('nsenter', enter(user, words, environment), {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const seconds = (performance.now() - startedAt) / 1000;
      return { status: run.status, out: run.stdout, said: run.stderr, seconds };
    },
    start: (user, words, environment = {}) =>
      spawn('nsenter', enter(user, words, environment), { stdio: ['ignore', 'pipe', 'pipe'] }),
    async close() {
      const gone = once(space, 'exit');
      space.kill('SIGKILL');
      await gone;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
