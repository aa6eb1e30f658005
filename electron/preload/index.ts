import { contextBridge, type IpcRenderer, ipcRenderer, type WebUtils, webUtils } from 'electron';
import {
  bridgeChannels,
  type CoreState,
  coreStates,
  languageChoices,
  portMessageKind,
  type ShipdeskBridge,
  startLanguageSwitch,
  type UpgradeProgress,
} from '../../shared/contracts/bridge.ts';

function createBridge(ipc: IpcRenderer, webUtils: WebUtils | undefined): ShipdeskBridge {
  return {
    connect: () => ipc.send(bridgeChannels.connect),
    onCoreState(listener) {
      // The page gets the value, never Electron's event object.
      const pass = (_event: unknown, state: unknown) => {
        if (isCoreState(state)) listener(state);
      };
      ipc.on(bridgeChannels.coreState, pass);
      return () => {
        ipc.removeListener(bridgeChannels.coreState, pass);
      };
    },
    onUpgrade(listener) {
      const pass = (_event: unknown, progress: unknown) => listener(progress as UpgradeProgress | null);
      ipc.on(bridgeChannels.upgrade, pass);
      return () => {
        ipc.removeListener(bridgeChannels.upgrade, pass);
      };
    },
    chooseFiles: (purpose) => ipc.invoke(bridgeChannels.chooseFiles, purpose),
    handFiles(files) {
      const paths = files.map((file) => pathOf(file, webUtils)).filter((path) => path !== '');
      return paths.length === 0 ? Promise.resolve([]) : ipc.invoke(bridgeChannels.handFiles, paths);
    },
    copyText: (text) => ipc.invoke(bridgeChannels.copyText, text),
    openExternal: (url) => ipc.invoke(bridgeChannels.openExternal, url),
    showFile: (fileToken) => ipc.invoke(bridgeChannels.showFile, fileToken),
    reportStarting: (isStarting) => ipc.send(bridgeChannels.starting, isStarting),
    setTheme: (theme) => ipc.invoke(bridgeChannels.setTheme, theme),
    startLanguage: startLanguage(process.argv),
    setLanguage: (language) => ipc.invoke(bridgeChannels.setLanguage, language),
    autostart: () => ipc.invoke(bridgeChannels.autostart),
    setAutostart: (isOn) => ipc.invoke(bridgeChannels.setAutostart, isOn),
  };
}

/**
 * Where a dropped file lies: the system's word, never the page's. `webUtils` came with Electron 29; before, a `File`
 * carried its path itself, in the preload's world under a name that the page's world cannot set.
 */
function pathOf(file: unknown, webUtils: WebUtils | undefined): string {
  if (!(file instanceof File)) return '';
  return webUtils?.getPathForFile(file) ?? (file as File & { readonly path?: string }).path ?? '';
}

function startLanguage(argv: readonly string[]): ShipdeskBridge['startLanguage'] {
  return languageChoices.find((language) => argv.includes(`${startLanguageSwitch}${language}`)) ?? 'zh-CN';
}

function isCoreState(value: unknown): value is CoreState {
  return coreStates.some((state) => state === value);
}

/** A MessagePort cannot cross the context bridge, a message of the window to itself can carry it. */
function passPortOn(ipc: IpcRenderer): void {
  ipc.on(bridgeChannels.port, ({ ports }) => {
    const [port] = ports;
    if (port !== undefined) window.postMessage({ kind: portMessageKind }, window.location.origin, [port]);
  });
}

passPortOn(ipcRenderer);
contextBridge.exposeInMainWorld('shipdesk', createBridge(ipcRenderer, webUtils));
