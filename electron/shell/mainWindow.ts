import { BrowserWindow, nativeTheme, screen } from 'electron';
import { fitBounds, type WindowMemory } from './windowMemory.ts';

/** The cheap screens of packing benches are 1366 × 768; below this width the tables no longer make sense. */
const smallest = { minWidth: 1024, minHeight: 640 } as const;
const usual = { width: 1366, height: 768 } as const;

const lightBackground = '#ffffff';
const darkBackground = '#141414';

interface WindowOptions {
  readonly preloadFile: string;
  readonly title: string;
  readonly appVersion: string;
  readonly memory: WindowMemory;
  readonly hasDevTools: boolean;
}

/** The one window: sandboxed, isolated, without Node, shown when its first frame is painted. */
export function mainWindow({
  preloadFile,
  title,
  appVersion,
  memory,
  hasDevTools,
}: WindowOptions): BrowserWindow {
  nativeTheme.themeSource = memory.last.theme ?? 'system';
  const { bounds, isMaximized } = memory.last;
  const place = bounds === undefined ? usual : fitBounds(bounds, screen.getDisplayMatching(bounds).workArea);
  const window = new BrowserWindow({
    ...place,
    ...smallest,
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? darkBackground : lightBackground,
    webPreferences: {
      preload: preloadFile,
      additionalArguments: [`--shipdesk-version=${appVersion}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      devTools: hasDevTools,
      navigateOnDragDrop: false,
    },
  });
  if (isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () =>
    memory.save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  return window;
}
