import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from './benchFolders.ts';

/** They stand for the command line; the day for the core, which lives on with less room for what is young. */
const likeCommandLine: readonly string[] = ['importOrders', 'shipPractice', 'workDay'];
const likeCore: Readonly<Record<string, readonly string[]>> = { workDay: ['--max-semi-space-size=8'] };

/** What the product's own script gives Node. */
function commandLineFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly shipdesk: string };
  };
  return scripts.shipdesk.split(' ').filter((word) => word.startsWith('--'));
}

/** Runs one measurement in a process of its own, so that no memory or warm code of another is counted. */
export function runChild<T>(name: string, ...words: string[]): Promise<T> {
  return runScript(name, join(projectFolder, 'test/bench/children', `${name}.ts`), words);
}

/** The same from the file that `buildChild` made. */
export function runBuiltChild<T>(file: string, ...words: string[]): Promise<T> {
  return runScript(basename(file, '.cjs'), file, words);
}

function runScript<T>(name: string, script: string, words: readonly string[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const flags = likeCommandLine.includes(name) ? commandLineFlags() : [];
    const child = spawn(process.execPath, [...flags, ...(likeCore[name] ?? []), script, ...words], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}

/** What a child says at its end: one line of JSON. */
export function report(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** Peak of memory this process used, from Linux: `maxRSS` would begin with that of the process it was forked from. */
export function peakRssMb(): number {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round(Number(peak) / 1024);
}
