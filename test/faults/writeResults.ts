import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { faultResultsFolder } from './recordFaults.ts';

const result = z.object({
  suite: z.string(),
  cases: z.number(),
  kills: z.number(),
  violations: z.number(),
  durationMs: z.number(),
});

/** `npm run faults:results`: puts the counts that the last runs of all suites left into RESULTS.md. */
const results = readdirSync(faultResultsFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => result.parse(JSON.parse(readFileSync(join(faultResultsFolder, name), 'utf8'))))
  .sort((left, right) => left.suite.localeCompare(right.suite));

const sum = (key: 'cases' | 'kills' | 'violations') =>
  results.reduce((total, row) => total + row[key], 0).toLocaleString('en');

const lines = results.map(
  ({ suite, cases, kills, violations, durationMs }) =>
    `| ${suite} | ${cases.toLocaleString('en')} | ${kills.toLocaleString('en')} | ${violations} | ${Math.round(durationMs / 1_000)} s |`,
);

writeFileSync(
  join(projectFolder, 'test/faults/RESULTS.md'),
  `# What the faults found

Written by \`npm run faults:results\` from the last run of each suite. A violation is a promise broken: an order lost, booked or
printed twice, or ended without a word; a mutant that no test noticed. Times are those of that run, on two shared cores.

| suite | cases | kill -9 | violations | time |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
| all | ${sum('cases')} | ${sum('kills')} | ${sum('violations')} | |

\`npm run test:soak\` kills 10,000 times, \`npm run test:mutants\` breaks the product in every way of \`test/faults/mutants\`; both take longer
than a commit should wait and are not part of the test command.
`,
);
