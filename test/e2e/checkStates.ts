import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { buildPage, builtPage } from './page/buildPage.ts';
import { openOwnPages } from './page/openPages.ts';
import { violationsOf } from './page/violations.ts';
import { statesNamed } from './states/allStates.ts';
import { type Look, lookName, showState } from './states/showState.ts';
import type { State } from './states/stateActs.ts';

/*
 * Asks axe about every state of the page, in both languages, both themes and all three sizes: npm run test:axe [-- --most 60] [-- name …].
 * What was looked at is written down in out/axe.jsonl at once, so that a run that was broken off, or ended after `--most`, goes on there; after a
 * change of the page it begins anew. States that are named are looked at again. Exits with 1 where there is a violation, with 3 where some are left.
 * `--pictures FOLDER` keeps a picture of each.
 */
const { values, positionals } = parseArgs({
  options: { most: { type: 'string' }, pictures: { type: 'string' } },
  allowPositionals: true,
});

/** Each language in each theme, each size in one of them. */
const looks: readonly Look[] = [
  { language: 'zh-CN', theme: 'light', size: '1366x768' },
  { language: 'en', theme: 'dark', size: '1366x768' },
  { language: 'en', theme: 'light', size: '125' },
  { language: 'zh-CN', theme: 'dark', size: '1920x1080' },
];
/** They mostly wait. */
const tabs = 3;

interface Checked {
  readonly build: string;
  readonly state: string;
  readonly look: string;
  readonly violations: readonly string[];
}
const record = join(runtimeFolders.project, 'out/axe.jsonl');

function checkedBefore(build: string): Map<string, Checked> {
  const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
  const checked = lines.filter(Boolean).map((line) => JSON.parse(line) as Checked);
  return new Map(
    checked.filter((one) => one.build === build).map((one) => [`${one.state} ${one.look}`, one]),
  );
}

const states = statesNamed(positionals);
await buildPage();
/** The names of its files are those of their contents. */
const build = createHash('sha256')
  .update(readdirSync(join(builtPage, 'assets')).sort().join(' '))
  .digest('hex')
  .slice(0, 12);
const checked = checkedBefore(build);
const wanted = looks.flatMap((look) => states.map((state) => ({ state, look })));
const left = wanted.filter(
  ({ state, look }) => positionals.length > 0 || !checked.has(`${state.name} ${lookName(look)}`),
);
const queue = left.slice(0, values.most === undefined ? left.length : Number(values.most));

const pages = await openOwnPages();
const { pictures } = values;
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

async function check(state: State, look: Look): Promise<void> {
  const name = `${state.name}-${lookName(look)}`;
  const page = await showState(pages.openAlone, state, look);
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
  const one = { build, state: state.name, look: lookName(look), violations: await violationsOf(page) };
  await page.close();
  appendFileSync(record, `${JSON.stringify(one)}\n`);
  checked.set(`${one.state} ${one.look}`, one);
  for (const violation of one.violations) process.stdout.write(`${name} ${violation}\n`);
}

async function checkInTurn(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { state, look } = next;
    // A tab that crashed or opened too late is asked about again at the next run; the others need not wait for that.
    await check(state, look).catch((error: unknown) =>
      process.stderr.write(`${state.name}-${lookName(look)} not looked at: ${String(error)}\n`),
    );
  }
}
await Promise.all(Array.from({ length: tabs }, checkInTurn));
await pages.close();

const leftAfter = wanted.filter(({ state, look }) => !checked.has(`${state.name} ${lookName(look)}`)).length;
const found = wanted.filter(
  ({ state, look }) => (checked.get(`${state.name} ${lookName(look)}`)?.violations.length ?? 0) > 0,
);
process.stdout.write(
  `${wanted.length - leftAfter} of ${wanted.length} looked at, ${found.length} with a violation.\n`,
);
process.exit(found.length > 0 ? 1 : leftAfter > 0 ? 3 : 0);
