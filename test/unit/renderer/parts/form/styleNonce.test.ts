import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { styleNonce } from '../../../../../renderer/parts/form/antdTheme.ts';

test('a nonce counts whatever it begins with: one in 4096 begins like the placeholder', () => {
  for (const nonce of ['__87GEjMAWuYFzkl2n-oQQ', '-_87GEjMAWuYFzkl2n-oQQ', 'Ab87GEjMAWuYFzkl2n-oQQ'])
    expect(styleNonce(nonce)).toBe(nonce);
});

test('the page as it lies in the file has none', () => {
  const page = readFileSync(new URL('../../../../../renderer/index.html', import.meta.url), 'utf8');
  expect(styleNonce(/name="csp-nonce" content="([^"]*)"/.exec(page)?.[1] ?? 'missing')).toBeUndefined();
  expect(styleNonce(undefined)).toBeUndefined();
});
