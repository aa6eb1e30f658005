import type { App } from 'electron';

/**
 * Sandboxes every page process, whatever a window asks for. Before the app is ready. Only a checkout, and root, under
 * whom Chromium's sandbox does not run at all, may keep `--no-sandbox`; our window has `sandbox: true` anyway.
 */
export function sandboxEverything(app: App): void {
  const mayOptOut = !app.isPackaged || process.getuid?.() === 0;
  if (!mayOptOut || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
