import { describe, expect, it } from 'vitest';
import { isPageUrl, pageUrl } from '../../../../electron/shell/pageUrl.ts';

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
