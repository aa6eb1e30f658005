import { randomUUID } from 'node:crypto';
import { BrowserWindow, type NativeImage, type Session, session } from 'electron';
import type { MessageFromCore } from '../ipc/coreMessages.ts';
import { type Ink, inkOfPixels } from './inkOfPixels.ts';
import { lockSession } from './lockPages.ts';

type HtmlRequest = Extract<MessageFromCore, { kind: 'html-request' }>;
type Drawn = Ink | { readonly fault: 'slow' | 'navigated' | 'failed' };

const scheme = 'carrier-label';
/** A CSS pixel is 1/96 inch by definition. */
const cssPixelsPerInch = 96;
/** A quarter more than the sheet is looked at: ink out there means that the label does not fit. */
const marginShare = 1.25;
const deadlineMs = 10_000;
/** The first one also starts the parts of Chromium that draw, which takes seconds on a busy PC. */
const firstDeadlineMs = 30_000;
/** A window nobody sees may skip a picture: then it is told to redraw. */
const pictureMs = 1_000;
/** Two pictures in a row that are the same: fonts and pictures inside the markup have been drawn. */
const settleMs = 60;

const hiddenScrollbars = 'html{background:#fff}::-webkit-scrollbar{display:none}';

let locked: Session | null = null;
/** One window at a time, however many labels wait. */
let lastDrawn: Promise<unknown> = Promise.resolve();
let hasDrawn = false;
const waiting = new Map<string, string>();

/**
 * Draws markup that came from outside: in a window nobody sees, with a session of its own, without script, network,
 * storage, frames or navigation, for one picture; then the window is gone. Slow pages are given up after ten seconds, the
 * first after thirty.
 */
export function drawHtml(request: HtmlRequest): Promise<Drawn> {
  const drawn = lastDrawn.then(() => drawAlone(request));
  lastDrawn = drawn;
  return drawn;
}

async function drawAlone(request: HtmlRequest): Promise<Drawn> {
  const token = randomUUID();
  waiting.set(token, request.html);
  const window = openWindow(request);
  const patience = new AbortController();
  const slow = after<Drawn>(hasDrawn ? deadlineMs : firstDeadlineMs, { fault: 'slow' }, patience.signal);
  hasDrawn = true;
  try {
    return await Promise.race([draw(window, `${scheme}://label/${token}`, request), slow]);
  } catch {
    return { fault: 'failed' };
  } finally {
    patience.abort();
    waiting.delete(token);
    window.destroy();
  }
}

async function draw(window: BrowserWindow, url: string, request: HtmlRequest): Promise<Drawn> {
  const { webContents } = window;
  let hasLeft = false;
  webContents.on('did-start-navigation', (event) => {
    // Frames are refused by the policy; only the page itself going elsewhere spoils the picture.
    if (event.isMainFrame && event.url !== url) hasLeft = true;
  });
  await window.loadURL(url);
  await webContents.insertCSS(hiddenScrollbars, { cssOrigin: 'user' });
  const picture = await settledPicture(webContents);
  if (hasLeft || webContents.getURL() !== url) return { fault: 'navigated' };
  const { width, height } = picture.getSize();
  return inkOfPixels({ bgra: picture.toBitmap(), width, height }, request);
}

/** Looks until two pictures are the same, or the window is gone: a busy PC may take seconds for the first one. */
async function settledPicture(contents: BrowserWindow['webContents']): Promise<NativeImage> {
  let before: Buffer | null = null;
  for (;;) {
    await after(settleMs, null);
    const picture = await Promise.race([contents.capturePage(), after(pictureMs, null)]);
    if (picture === null) {
      contents.invalidate();
      continue;
    }
    const pixels = picture.toBitmap();
    if (pixels.byteLength > 0 && before?.equals(pixels)) return picture;
    before = pixels;
  }
}

/** Waits and answers; `signal` only forgets the timer. */
function after<T>(delayMs: number, answer: T, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(answer), delayMs);
    signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function openWindow({ widthDots, heightDots, dpi }: HtmlRequest): BrowserWindow {
  return new BrowserWindow({
    show: false,
    frame: false,
    useContentSize: true,
    enableLargerThanScreen: true,
    width: Math.ceil(widthDots * marginShare),
    height: Math.ceil(heightDots * marginShare),
    backgroundColor: '#ffffff',
    webPreferences: {
      session: lockedSession(),
      offscreen: true,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      zoomFactor: dpi / cssPixelsPerInch,
    },
  });
}

/** One session for all of them, in memory only. It reaches no network: even a connection opened in advance ends at home. */
function lockedSession(): Session {
  if (locked !== null) return locked;
  locked = session.fromPartition(scheme);
  lockSession(locked);
  locked.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !details.url.startsWith(`${scheme}:`) && !details.url.startsWith('data:') }),
  );
  // Port 9 of this machine (discard): nothing answers there, and no name is ever looked up.
  void locked.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  locked.protocol.handle(scheme, ({ url }) => {
    const html = waiting.get(url.slice(`${scheme}://label/`.length));
    return html === undefined
      ? new Response(null, { status: 404 })
      : new Response(html, { headers: { ...carrierLabelHeaders } });
  });
  return locked;
}

/** Nothing but markup, its own styles, and pictures and fonts that are inside it. No script, no frame, no form, no network. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');

const carrierLabelHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
