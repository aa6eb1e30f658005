import { BrowserWindow, nativeTheme, screen } from 'electron';
import { startLanguageSwitch } from '../../shared/contracts/bridge.ts';
import type { Language } from '../../shared/text/describeError.ts';
import { fitBounds, type WindowMemory } from './windowMemory.ts';

/** The cheap screens of packing benches are 1366 × 768; below this width the tables no longer make sense. */
const smallest = { minWidth: 1024, minHeight: 640 } as const;
const usual = { width: 1366, height: 768 } as const;

const lightBackground = '#ffffff';
const darkBackground = '#141414';

interface WindowOptions {
  readonly preloadFile: string;
  readonly title: string;
  readonly hasDevTools: boolean;
  readonly language: Language;
}

/** The one window: sandboxed, isolated, without Node, shown when its first frame is painted. */
export function mainWindow({ preloadFile, title, hasDevTools, language }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...usual,
    ...smallest,
    title,
    show: false,
    webPreferences: {
      preload: preloadFile,
      additionalArguments: [`${startLanguageSwitch}${language}`],
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
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** Where it was the last time and in the theme it had, and again at the next start. Before it is shown. */
export function placeWindow(window: BrowserWindow, memory: WindowMemory): void {
  const { theme = 'system', bounds, isMaximized } = memory.last;
  nativeTheme.themeSource = theme;
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? darkBackground : lightBackground);
  if (bounds !== undefined) window.setBounds(fitBounds(bounds, screen.getDisplayMatching(bounds).workArea));
  if (isMaximized === true) window.maximize();
  window.on('close', () =>
    memory.save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
}
