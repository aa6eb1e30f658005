import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { z } from 'zod';
import { type Failure, failure } from '../../shared/errors/outcome.ts';

/**
 * Switches by which another program drives this one, reads what it sends, weakens its pages or puts code into it. Nothing of ours
 * goes through Chromium's network, so that its proxies and host rules have no use here either.
 */
const refused: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'unsafely-treat-insecure-origin-as-secure',
  'ssl-key-log-file',
  'log-net-log',
  'net-log-capture-mode',
  'js-flags',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'single-process',
  'load-extension',
  'disable-extensions-except',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
];
/** Node's: `inspect`, `inspect-brk`, `inspect-port` … */
const refusedFamily = /^inspect(?:-|$)/;
/** It would make the program a plain Node, had its fuse not been taken out. */
const refusedVariable = 'ELECTRON_RUN_AS_NODE';
/** Read by Node or Chromium whenever a process starts; our own are started without them. */
const strippedVariables = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SSLKEYLOGFILE'] as const;

interface Start {
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** As Chromium read them, whatever the system lets be before a switch. */
  readonly hasSwitch: (name: string) => boolean;
  /** Chromium's sandbox does not run under root. */
  readonly isRoot: boolean;
}

/** The first thing in a start that the released program does not accept; null: nothing. */
export function refusedStart({ args, environment, hasSwitch, isRoot }: Start): Failure | null {
  const names = args.flatMap(
    (arg) => /^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(arg)?.[1]?.toLowerCase() ?? [],
  );
  const isGiven = (name: string) => hasSwitch(name) || names.includes(name);
  const found =
    refused.find((name) => isGiven(name) && !(isRoot && name === 'no-sandbox')) ??
    names.find((name) => refusedFamily.test(name)) ??
    ['inspect', 'inspect-brk', 'inspect-port'].find(hasSwitch);
  if (found !== undefined) return failure('START_SWITCH_REFUSED', { name: `--${found}` });
  if ((environment[refusedVariable] ?? '') === '') return null;
  return failure('START_SWITCH_REFUSED', { name: refusedVariable });
}

/** Takes out of the environment what would weaken the processes that are started from now on. */
export function stripEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of strippedVariables) delete environment[name];
}

/** Was this program packaged to be driven by tests? No released configuration says so; what is packaged cannot be changed. */
function isDrivenByTests(app: App): boolean {
  const metadata = z.object({ isDrivenByTests: z.literal(true) });
  try {
    const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
    return metadata.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** The same for this program as it was started; a checkout may be driven as one likes. */
export function refusedStartOf(app: App): Failure | null {
  if (!app.isPackaged) return null;
  const start = refusedStart({
    args: process.argv.slice(1),
    environment: process.env,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    isRoot: process.getuid?.() === 0,
  });
  return start === null || isDrivenByTests(app) ? null : start;
}
