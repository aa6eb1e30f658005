import { app } from 'electron';
import { drawHtml } from '../../../electron/shell/drawHtml.ts';
import { lockContents, sandboxEverything } from '../../../electron/shell/lockPages.ts';

/** The product's drawing of carrier HTML in a program of its own, so that a test can hand it any markup. */
sandboxEverything(app);
lockContents(app);
app.on('window-all-closed', () => {});
Object.assign(globalThis, { drawHtml });
