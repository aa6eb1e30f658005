import { BrowserWindow, session } from 'electron';
import type { MessageFromCore, MessageToCore } from '../ipc/coreMessages.ts';
import { lockSession } from './lockPages.ts';

type PrintRequest = Extract<MessageFromCore, { kind: 'print-request' }>;
type PrintAnswer = Extract<MessageToCore, { kind: 'print-reply' }>['answer'];

const micrometresPerMm = 1_000;
const deadlineMs = 60_000;

/** One print at a time: windows that print beside each other share the system's print dialogue, shown or not. */
let lastPrint: Promise<unknown> = Promise.resolve();

/**
 * Prints pages through the driver of a printer of this system, without a dialogue: each page is one picture in its real
 * size. Written by Electron's documents of `webContents.print`; it was tried on no Windows.
 */
export function printPages(request: PrintRequest): Promise<PrintAnswer> {
  const printed = lastPrint.then(() => printAlone(request));
  lastPrint = printed;
  return printed;
}

async function printAlone(request: PrintRequest): Promise<PrintAnswer> {
  const window = openWindow();
  try {
    await window.loadURL(`data:text/html;base64,${Buffer.from(pageOf(request)).toString('base64')}`);
    return await Promise.race([print(window, request), late()]);
  } catch {
    // The page was never shown: nothing was given to a driver.
    return 'refused';
  } finally {
    window.destroy();
  }
}

/** From here on the driver may have it. */
function print(window: BrowserWindow, { queue, pages }: PrintRequest): Promise<PrintAnswer> {
  const [page] = pages;
  const size = (mm = 0): number => Math.round(mm * micrometresPerMm);
  return new Promise((resolve) => {
    const options = {
      silent: true,
      deviceName: queue,
      printBackground: true,
      color: false,
      copies: 1,
      margins: { marginType: 'none' as const },
      pageSize: { width: size(page?.widthMm), height: size(page?.heightMm) },
      scaleFactor: 100,
    };
    try {
      window.webContents.print(options, (isTaken, reason) =>
        resolve(isTaken ? 'taken' : isRefusal(reason) ? 'refused' : 'unknown'),
      );
    } catch {
      resolve('refused');
    }
  });
}

/** Words of Chromium for a job that no driver got. */
const isRefusal = (reason: string): boolean =>
  /invalid (device|printer)|no printers? available/i.test(reason);

function late(): Promise<PrintAnswer> {
  return new Promise((resolve) => setTimeout(() => resolve('unknown'), deadlineMs).unref());
}

/** The title is the job's name in the queue of the system, by which it is found there again. */
function pageOf({ title, pages }: PrintRequest): string {
  const [first] = pages;
  const pictures = pages.map(
    ({ png, widthMm, heightMm }) =>
      `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" ` +
      `style="width:${widthMm}mm;height:${heightMm}mm">`,
  );
  return (
    `<!doctype html><meta charset="utf-8"><title>${title}</title><style>` +
    `@page{size:${first?.widthMm ?? 0}mm ${first?.heightMm ?? 0}mm;margin:0}html,body{margin:0}` +
    `img{display:block;image-rendering:pixelated;break-after:page}</style>${pictures.join('')}`
  );
}

function openWindow(): BrowserWindow {
  const locked = session.fromPartition('driver-print');
  lockSession(locked);
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: locked,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
}
