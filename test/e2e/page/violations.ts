import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  /** Names and structure are the same in both themes; what is seen is not. */
  seen: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
} as const;

/** What axe finds against WCAG 2.2 AA: `rule: where it stands`, a few places each. */
export async function violationsOf(
  page: Page,
  asked: keyof typeof rules = 'all',
): Promise<readonly string[]> {
  // Read anew only where the page was loaded anew: half a megabyte, asked twice of each state.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axeSource);
  return page.evaluate<readonly string[]>(`(async () => {
    const runOnly = ${JSON.stringify(rules[asked])};
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, any }) => id + ': ' + target.join(' ') + ' ' + (any[0]?.message ?? '')),
    );
  })()`);
}
