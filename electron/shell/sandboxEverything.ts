import type { App } from 'electron';

/**
 * Sandboxes every page process, whatever a window asks for. Before the app is ready. An unpackaged run may keep
 * `--no-sandbox`, which Chromium demands from root (containers, build machines); our window has `sandbox: true` anyway.
 */
export function sandboxEverything(app: App): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
