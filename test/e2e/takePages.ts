import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './page/buildPage.ts';
import { openOwnPages } from './page/openPages.ts';
import { statesNamed } from './states/allStates.ts';
import { isSize, lookName, showState } from './states/showState.ts';

/*
 * The page alone, with its core played: every screen and every state that no working day shows by itself.
 * node test/e2e/takePages.ts FOLDER [language] [theme] [1366x768|1920x1080|125|150] [name …]
 */
const [target = '/tmp/pages', language = 'zh-CN', theme = 'light', size = '1366x768', ...names] =
  process.argv.slice(2);
if (!isSize(size)) throw new Error(`There is no size ${size}.`);
const look = { language, theme, size };
const states = statesNamed(names);

await buildPage();
const pages = await openOwnPages();
mkdirSync(target, { recursive: true });
for (const state of states) {
  const page = await showState(pages.openAlone, state, look);
  await page.screenshot({ path: join(target, `${state.name}-${lookName(look)}.png`) });
  await page.close();
}
await pages.close();
process.exit(0);
