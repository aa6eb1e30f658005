import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Chromium's profile lies inside the workspace, so that two workspaces are two programs (the single-instance lock
 * belongs to the profile) and nothing of one is kept outside its folder. Before the app is ready.
 */
export function setProfileFolder(app: App, dataFolder: string | null): void {
  if (dataFolder === null) return;
  const profile = join(dataFolder, 'window');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
}
