import { connectToMain } from './ipc/connectToMain.ts';
import type { MainPort } from './ipc/mainPort.ts';

const mainPort = (process as NodeJS.Process & { readonly parentPort: MainPort }).parentPort;

const main = connectToMain(mainPort, {
  start: () => main.ready(),
  servePage(port) {
    port.on('message', ({ data }) => port.postMessage(data));
    port.start();
  },
  stop: () => process.exit(0),
});
