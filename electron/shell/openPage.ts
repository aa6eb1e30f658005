import type { WebContents } from 'electron';
import { pageUrl } from './pageUrl.ts';

/** Chromium's net error for a load that gave way to another one or to the window's end. */
const abortedCode = -3;

/** Loads our page. Rejects when it cannot be loaded, not when the window was closed meanwhile. */
export async function openPage(contents: WebContents): Promise<void> {
  try {
    await contents.loadURL(pageUrl);
  } catch (error) {
    const isAborted = error instanceof Error && 'errno' in error && error.errno === abortedCode;
    if (!isAborted && !contents.isDestroyed()) throw error;
  }
}
