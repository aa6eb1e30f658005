import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';

/**
 * Chromium's profile lies inside the workspace, so that two workspaces are two programs (the single-instance lock
 * belongs to the profile) and nothing of one is kept outside its folder. Before the app is ready.
 */
export function setProfileFolder(app: App, dataFolder: string | null): Outcome<null> {
  if (dataFolder === null) return done(null);
  const profile = join(dataFolder, 'window');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
  } catch {
    return failure('WORKSPACE_NOT_WRITABLE', { folder: dataFolder });
  }
  app.setPath('userData', profile);
  return done(null);
}
