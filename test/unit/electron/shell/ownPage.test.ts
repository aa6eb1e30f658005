import type { WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isOwnFrame, isPageUrl, pageUrl } from '../../../../electron/shell/ownPage.ts';

describe('isPageUrl', () => {
  it('knows our own page', () => {
    expect(isPageUrl(pageUrl)).toBe(true);
    expect(isPageUrl('app://shipdesk/index.html#/ship')).toBe(true);
  });

  it.each([
    'app://shipdesk.evil.example/',
    'app://evil@shipdesk/',
    'app://evil:pw@shipdesk/',
    'app://shipdesk@evil.example/',
    'app://shipdesk:1/',
    'app:shipdesk',
    'app:///shipdesk/',
    'apps://shipdesk/',
    'https://shipdesk/',
    'javascript:alert(1)//app://shipdesk/',
    'data:text/html,app://shipdesk/',
    'about:blank',
    '',
    'app://SHIPDESK.evil/',
  ])('takes %s for a stranger', (address) => {
    expect(isPageUrl(address)).toBe(false);
  });
});

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
