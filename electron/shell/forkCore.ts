import { type MessagePortMain, utilityProcess } from 'electron';
import type { CoreProcess } from './coreProcess.ts';

/** Starts the core as a utility process: it has Node but no window, and its end does not take the windows with it. */
export function forkCore(file: string): CoreProcess<MessagePortMain> {
  const child = utilityProcess.fork(file, [], { serviceName: 'ShipDesk core', stdio: 'inherit' });
  return {
    send: (message, ports) => child.postMessage(message, ports === undefined ? undefined : [...ports]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
