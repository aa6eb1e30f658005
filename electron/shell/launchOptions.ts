import { join, resolve } from 'node:path';
import type { App } from 'electron';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { makeFolders } from '../platform/ownerOnlyFiles.ts';
import { judgeWorkspaceFolder } from '../platform/workspaceFolder.ts';

interface LaunchOptions {
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

/**
 * Chromium's profile lies inside the workspace, so that two workspaces are two programs (the single-instance lock
 * belongs to the profile) and nothing of one is kept outside its folder. Before the app is ready.
 */
export function setProfileFolder(app: App, dataFolder: string): Outcome<null> {
  const folder = judgeWorkspaceFolder(dataFolder);
  if (!folder.ok) return folder;
  const profile = join(folder.value, 'window');
  try {
    makeFolders(profile);
  } catch {
    return failure('WORKSPACE_NOT_WRITABLE', { folder: dataFolder });
  }
  app.setPath('userData', profile);
  return done(null);
}
