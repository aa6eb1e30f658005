import type { WebContents, WebFrameMain } from 'electron';
import { expect, it } from 'vitest';
import { isOwnFrame } from '../../../../electron/shell/isOwnFrame.ts';
import { pageUrl } from '../../../../electron/shell/pageUrl.ts';

const own = { id: 1 } as WebContents;
const stranger = { id: 2 } as WebContents;
const frame = (url: string, parent: unknown = null) => ({ url, parent }) as WebFrameMain;

it('takes messages of the top frame of our own window, showing our own page', () => {
  expect(isOwnFrame(own, frame(pageUrl), own)).toBe(true);
});

it('takes none of another window, of a frame inside the page, of another page, or of a frame that is gone', () => {
  expect(isOwnFrame(stranger, frame(pageUrl), own)).toBe(false);
  expect(isOwnFrame(own, frame(pageUrl, frame(pageUrl)), own)).toBe(false);
  expect(isOwnFrame(own, frame('https://example.com/'), own)).toBe(false);
  expect(isOwnFrame(own, frame('about:blank'), own)).toBe(false);
  expect(isOwnFrame(own, null, own)).toBe(false);
});
