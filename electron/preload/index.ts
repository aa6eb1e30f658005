import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './createBridge.ts';
import { passPortOn } from './passPortOn.ts';

passPortOn(ipcRenderer);
contextBridge.exposeInMainWorld('shipdesk', createBridge(ipcRenderer, webUtils));
