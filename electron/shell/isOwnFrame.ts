import type { WebContents, WebFrameMain } from 'electron';
import { isPageUrl } from './pageUrl.ts';

/** Did this come from the top frame of our own window, showing our own page? Asked for every message of a page. */
export function isOwnFrame(
  sender: WebContents,
  frame: WebFrameMain | null,
  own: WebContents,
): frame is WebFrameMain {
  return frame !== null && sender === own && frame.parent === null && isPageUrl(frame.url);
}
