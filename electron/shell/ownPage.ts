import type { WebContents, WebFrameMain } from 'electron';

/** The one scheme and host a page of ours can have. */
export const pageScheme = 'app';
const pageHost = 'shipdesk';
export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** Is this address a page of ours? Parsed, never matched by its beginning: `app://shipdesk.evil/` is a stranger. */
export function isPageUrl(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === '';
  } catch {
    return false;
  }
}

/** Did this come from the top frame of our own window, showing our own page? Asked for every message of a page. */
export function isOwnFrame(
  sender: WebContents,
  frame: WebFrameMain | null,
  own: WebContents,
): frame is WebFrameMain {
  return frame !== null && sender === own && frame.parent === null && isPageUrl(frame.url);
}

/** Chromium's net error for a load that gave way to another one or to the window's end. */
const abortedCode = -3;

/** Loads our page. Rejects when it cannot be loaded, not when the window was closed meanwhile. */
async function openPage(contents: WebContents): Promise<void> {
  try {
    await contents.loadURL(pageUrl);
  } catch (error) {
    const isAborted = error instanceof Error && 'errno' in error && error.errno === abortedCode;
    if (!isAborted && !contents.isDestroyed()) throw error;
  }
}

/**
 * Brings the own window back to its page: after `about:blank`, the one navigation Chromium starts without asking
 * anybody, and after the page's process died.
 */
function keepOnPage(contents: WebContents): void {
  const goHome = () => void openPage(contents);
  contents.on('did-navigate', (_event, url) => {
    if (!isPageUrl(url)) goHome();
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    // `killed` and `clean-exit` come from quitting.
    if (reason === 'crashed' || reason === 'oom') goHome();
  });
}

/** Loads our page into its window for the first time; from then on the window stays on it. */
export function openFirst(contents: WebContents): Promise<void> {
  keepOnPage(contents);
  return openPage(contents);
}
