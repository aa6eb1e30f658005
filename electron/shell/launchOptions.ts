import { resolve } from 'node:path';

export interface LaunchOptions {
  /** Absolute; null: the per-user default. */
  readonly dataFolder: string | null;
}

/** Reads `--data DIR`, `--data=DIR` and `SHIPDESK_DATA`, as the command line does. Unknown arguments are Chromium's. */
export function launchOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LaunchOptions {
  const joined = args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length);
  const position = args.indexOf('--data');
  const separate = position === -1 ? undefined : args[position + 1];
  const folder = joined ?? separate ?? env.SHIPDESK_DATA ?? '';
  return { dataFolder: folder === '' ? null : resolve(folder) };
}
