import type { WebContents } from 'electron';
import { openPage } from './openPage.ts';
import { isPageUrl } from './pageUrl.ts';

/**
 * Brings the own window back to its page: after `about:blank`, the one navigation Chromium starts without asking
 * anybody, and after the page's process died.
 */
export function keepOnPage(contents: WebContents): void {
  const goHome = () => void openPage(contents);
  contents.on('did-navigate', (_event, url) => {
    if (!isPageUrl(url)) goHome();
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    // `killed` and `clean-exit` come from quitting.
    if (reason === 'crashed' || reason === 'oom') goHome();
  });
}
