import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  type BrowserWindow,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron';
import type { LanguageChoice, ThemeChoice } from '../shared/contracts/bridge.ts';
import { failure } from '../shared/errors/outcome.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataFolder, resourceFolder } from './platform/folders.ts';
import { takeSecrets } from './platform/passphraseFile.ts';
import { answerPage } from './shell/answerPage.ts';
import { appMenu } from './shell/appMenu.ts';
import { askWork } from './shell/askWork.ts';
import { closingQuestion } from './shell/closing.ts';
import { coreSupervisor } from './shell/coreSupervisor.ts';
import { drawHtml } from './shell/drawHtml.ts';
import { forkEarly, quitWhenCoreIsDone } from './shell/forkCore.ts';
import { handedFiles } from './shell/handedFiles.ts';
import { launchOptions, setProfileFolder } from './shell/launchOptions.ts';
import { lockContents, lockSession, sandboxEverything } from './shell/lockPages.ts';
import { mainWindow, placeWindow } from './shell/mainWindow.ts';
import { onUserAway } from './shell/onUserAway.ts';
import { osKeyStore } from './shell/osKeyStore.ts';
import { openFirst } from './shell/ownPage.ts';
import { pagePorts } from './shell/pagePorts.ts';
import { printPages } from './shell/printPages.ts';
import { refusedStartOf, stripEnvironment } from './shell/refusedStart.ts';
import { registerPageScheme, servePages } from './shell/servePages.ts';
import { chooseLanguage, shellText, systemLocale } from './shell/shellText.ts';
import { showNotice } from './shell/showNotice.ts';
import { endWith, showRefusal } from './shell/showRefusal.ts';
import { autostartOf } from './shell/system/autostart.ts';
import { openDiskImage } from './shell/updates/openDiskImage.ts';
import { replacementOf } from './shell/updates/replacement.ts';
import { watchUpgrade } from './shell/upgrade/watchUpgrade.ts';
import { windowMemory } from './shell/windowMemory.ts';

const builtFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const { dataFolder } = launchOptions(process.argv.slice(1), process.env);

const refused = refusedStartOf(app);
stripEnvironment(process.env);
takeSecrets(process.env);

// Ours is made once the language is known; Electron would make one of its own before.
Menu.setApplicationMenu(null);
sandboxEverything(app);
registerPageScheme();
lockContents(app);
const profile = refused ?? setProfileFolder(app, dataFolder ?? defaultDataFolder());

if (!profile.ok) endWith(app, ['zh-CN', 'en'], profile);
else if (!app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(start).catch(endWithBug);

function endWithBug(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  endWith(app, [startLanguage()], failure('INTERNAL'));
}

/** Of a window nobody has chosen a language for. */
const startLanguage = () =>
  chooseLanguage(process.env.SHIPDESK_LANG, systemLocale(app.getLocale(), process.platform, process.env));

function bringForward(window: BrowserWindow, closing: ReturnType<typeof closingQuestion>): void {
  closing.shown();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** What the window is drawn in, also before the page is there at the next start. */
const keptTheme = (memory: ReturnType<typeof windowMemory>) => (theme: ThemeChoice) => {
  nativeTheme.themeSource = theme;
  memory.save({ theme });
};

/** What menu and dialogs speak: chosen in the window, else that of the start. */
function spokenLanguage(memory: ReturnType<typeof windowMemory>) {
  let language = memory.last.language ?? startLanguage();
  const text = () => shellText(language);
  const showMenu = () => Menu.setApplicationMenu(appMenu(text(), !app.isPackaged));
  showMenu();
  return {
    language: () => language,
    text,
    choose(chosen: LanguageChoice): void {
      memory.save({ language: chosen });
      if (chosen === language) return;
      language = chosen;
      showMenu();
    },
  };
}

/** Shown first: the process of its page comes up while the rest is made, all of it before the page is heard. */
function firstWindow() {
  const window = mainWindow({
    preloadFile: join(builtFolder, 'preload/index.cjs'),
    title: 'ShipDesk 发货台',
    hasDevTools: !app.isPackaged,
    language: startLanguage(),
  });
  const opened = openFirst(window.webContents);
  const memory = windowMemory(join(app.getPath('userData'), 'window.json'));
  placeWindow(window, memory);
  return { window, opened, memory };
}

async function start(): Promise<void> {
  const fork = forkEarly(join(builtFolder, 'main/startCore.cjs'));
  const keyStore = await osKeyStore(safeStorage, process.platform);
  const allowCamera = lockSession(session.defaultSession);
  servePages(protocol, join(builtFolder, 'renderer'));
  const { window, opened, memory } = firstWindow();
  const spoken = spokenLanguage(memory);
  const closing = closingQuestion({
    workInHand: () => core.work(),
    ask: (work) => askWork(window, spoken.text(), work),
    hide: () => window.hide(),
    quit: () => app.quit(),
  });
  window.on('close', closing.close);
  app.on('before-quit', closing.quitting);
  const showWindow = (): void => bringForward(window, closing);
  const files = handedFiles(systemClock);
  const core = coreSupervisor({
    fork,
    start: {
      kind: 'start',
      version: app.getVersion(),
      dataFolder,
      resourceFolder: resourceFolder(builtFolder, process.resourcesPath),
      keyStore: { isAvailable: keyStore.isAvailable(), backend: keyStore.backend },
    },
    keyStore,
    files,
    clock: systemClock,
    drawHtml,
    printPages,
    ...replacementOf(app, openDiskImage),
    onState: (state) => ports.tellState(state),
    onForked: () => ports.renew(),
    onPortClosed: (because) => (because === 'left' ? ports.renew() : ports.throwAway()),
    onWork: closing.tell,
    onUpgrade: watchUpgrade(systemClock, (progress) => ports.tellUpgrade(closing.upgrading(progress))),
    onCamera: allowCamera,
    onNotice: (notice) => showNotice(Notification, notice, showWindow),
    onRefused: async (code, params) => {
      if ((await showRefusal(window, spoken.language(), code, params)) === 'retry') core.start();
      else app.quit();
    },
  });
  const ports = pagePorts(window, files, systemClock, (port) => core.handOver(port));
  answerPage(window, {
    text: spoken.text,
    dataFolder: dataFolder ?? defaultDataFolder(),
    files,
    autostart: autostartOf(app, dataFolder),
    setTheme: keptTheme(memory),
    setLanguage: spoken.choose,
    starting: closing.clicked,
  });
  quitWhenCoreIsDone(app, core);
  app.on('second-instance', showWindow);
  onUserAway(powerMonitor, core.sendAway);
  core.start();
  await opened;
}
