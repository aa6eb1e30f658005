import { spawnSync } from 'node:child_process';

/** Debian packages of the tests on Windows, which say that they were not run where these cannot be had. */
const windowsPackages: readonly (readonly string[])[] = [['wine'], ['wine64'], ['cups'], ['cups-client']];

/** Debian packages of the tests of the installed program. */
const installedPackages: readonly (readonly string[])[] = [['debootstrap'], ['xvfb'], ['x11-utils']];

/** Debian packages of the window tests. Two names: the one that is wanted first, then what an older Debian has. */
const packages: readonly (readonly string[])[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libxss1'],
  ['xvfb'],
  ['xauth'],
  ['chromium-headless-shell', 'chromium'],
  ['fonts-noto-cjk'],
  ['gnome-keyring'],
  ['libsecret-1-0'],
  ['dbus-x11'],
  ['zbar-tools'],
  ['cups'],
  ['cups-client'],
  ['socat'],
  ['g++'],
  ['make'],
  ['python3'],
];

function run(command: string, args: readonly string[]): { readonly isDone: boolean; readonly said: string } {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return { isDone: status === 0, said: stdout ?? '' };
}

function isInstalled(name: string): boolean {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder
  const { isDone, said } = run('dpkg-query', ['-W', '-f', '${db:Status-Status}', name]);
  return isDone && said.startsWith('installed');
}

/** Empty when we may call apt ourselves, `sudo -n` when it lets us without a password, null when neither. */
function rightToInstall(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  return run('sudo', ['-n', 'true']).isDone ? ['sudo', '-n'] : null;
}

function install(prefix: readonly string[], wanted: readonly (readonly string[])[]): boolean {
  const apt = (args: readonly string[]) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2] }).status === 0;
  };
  apt(['update']);
  const names = wanted.map(
    (choices) => choices.find((name) => run('apt-cache', ['show', name]).isDone) ?? choices[0] ?? '',
  );
  return apt(['install', '-y', '--no-install-recommends', ...names]);
}

/** Installs what is missing when it may, otherwise names it in one line. */
function main(wanted: readonly (readonly string[])[]): number {
  const missing = wanted.filter((choices) => !choices.some(isInstalled));
  if (missing.length === 0) return 0;
  const prefix = rightToInstall();
  if (prefix !== null && install(prefix, missing)) return 0;
  process.stderr.write(`Missing Debian packages: ${missing.map(([name]) => name).join(' ')}\n`);
  return 1;
}

function wanted(words: readonly string[]): readonly (readonly string[])[] {
  if (words.includes('--windows')) return windowsPackages;
  return words.includes('--installed') ? installedPackages : packages;
}

process.exitCode = main(wanted(process.argv));
