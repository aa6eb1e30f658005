import type { IpcRenderer, WebUtils } from 'electron';
import type { CoreState, ShipdeskBridge } from '../../shared/contracts/bridge.ts';
import { coreStates } from '../../shared/contracts/bridge.ts';
import { bridgeChannels } from '../../shared/contracts/bridgeChannels.ts';
import { runtimeInfo } from './runtimeInfo.ts';

/** `webUtils` came with Electron 29; before, a `File` carried its path itself. */
export function createBridge(ipc: IpcRenderer, webUtils: WebUtils | undefined): ShipdeskBridge {
  return {
    runtime: runtimeInfo(process),
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
    chooseFiles: (purpose) => ipc.invoke(bridgeChannels.chooseFiles, purpose),
    pathForFile(file) {
      if (!(file instanceof File)) return '';
      return webUtils?.getPathForFile(file) ?? (file as File & { readonly path?: string }).path ?? '';
    },
    copyText: (text) => ipc.invoke(bridgeChannels.copyText, text),
    openExternal: (url) => ipc.invoke(bridgeChannels.openExternal, url),
    showFile: (path) => ipc.invoke(bridgeChannels.showFile, path),
    setTheme: (theme) => ipc.invoke(bridgeChannels.setTheme, theme),
  };
}

function isCoreState(value: unknown): value is CoreState {
  return coreStates.some((state) => state === value);
}
