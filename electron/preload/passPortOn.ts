import type { IpcRenderer } from 'electron';
import { portMessageKind } from '../../shared/contracts/bridge.ts';
import { bridgeChannels } from '../../shared/contracts/bridgeChannels.ts';

/** A MessagePort cannot cross the context bridge, a message of the window to itself can carry it. */
export function passPortOn(ipc: IpcRenderer): void {
  ipc.on(bridgeChannels.port, ({ ports }) => {
    const [port] = ports;
    if (port !== undefined) window.postMessage({ kind: portMessageKind }, window.location.origin, [port]);
  });
}
