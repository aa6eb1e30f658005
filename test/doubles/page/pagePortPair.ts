import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { PagePort } from '../../../electron/ipc/connectToMain.ts';

/** Node's port dressed as Electron's: an emitter whose `message` carries `{ data }`, silent until started. */
function asPagePort(port: MessagePort): PagePort {
  return {
    on(event, listener) {
      if (event === 'message') port.addListener('message', (data: unknown) => listener({ data }));
      else port.addListener(event, () => listener());
      port.unref();
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** The two ends of a page's line: the core's and the page's. */
export function pagePortPair(): { readonly corePort: PagePort; readonly page: PagePort } {
  const { port1, port2 } = new MessageChannel();
  return { corePort: asPagePort(port1), page: asPagePort(port2) };
}
