import type { Page } from 'playwright-core';
import type { Pages } from '../page/openPages.ts';
import type { State } from './stateActs.ts';

/** 125, 150 and 200 % of the system, or of the window's own zoom, leave 1366 × 768 dots a smaller page. */
const sizes = {
  '1366x768': { width: 1366, height: 768 },
  '1920x1080': { width: 1920, height: 1080 },
  '125': { width: 1093, height: 614 },
  '150': { width: 911, height: 512 },
  '200': { width: 683, height: 384 },
} as const;
type Size = keyof typeof sizes;
export const isSize = (text: string): text is Size => Object.hasOwn(sizes, text);

/** How the window is looked at. */
export interface Look {
  readonly language: string;
  readonly theme: string;
  readonly size: Size;
}

export const lookName = ({ language, theme, size }: Look): string => `${language}-${theme}-${size}`;

/** Motion and late answers have come to rest by then. */
const restMs = 500;

/** The page in a state, opened in whichever tab. What could not be done there is said in one line; the page stands as far as it came. */
export async function showState(open: Pages['open'], state: State, look: Look): Promise<Page> {
  const { language, theme, size } = look;
  const { name, query = '', act } = state;
  const page = await open(`language=${language}&remembered=${language}&theme=${theme}&${query}`);
  await page.setViewportSize(sizes[size]);
  // Before a workspace is open the system's own theme is shown.
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await page.waitForTimeout(300);
  // One state that cannot be reached any more does not cost all others.
  await act?.(page).catch((error: unknown) => process.stderr.write(`${name}: ${String(error)}\n`));
  // A busy machine is slow to read; where nothing answers on purpose it stays so.
  const skeleton = page.locator('.skeleton-row').first();
  await skeleton
    .waitFor({ state: 'detached', timeout: query.includes('silent=') ? 1 : 10_000 })
    .catch(() => undefined);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(restMs);
  return page;
}
