import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDivisions } from '../../../electron/addresses/loadDivisions.ts';
import { parseAddress } from '../../../electron/addresses/parseAddress.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** Free texts in the shapes of the fixture, each given house numbers of its own so that nothing is remembered. */
const texts = readFileSync(join(projectFolder, 'test/fixtures/address-sample.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { input: string }).input);
const rounds = 400;

const loadStartedAt = performance.now();
const divisions = loadDivisions(join(projectFolder, 'resources/divisions'));
const loadMs = performance.now() - loadStartedAt;

for (const text of texts) parseAddress(text, divisions);
const startedAt = performance.now();
let understood = 0;
for (let round = 0; round < rounds; round++) {
  for (const text of texts)
    if (parseAddress(`${text} ${1 + round}号楼`, divisions).province !== '') understood++;
}
const durationMs = performance.now() - startedAt;
report({
  addresses: rounds * texts.length,
  understood,
  durationMs,
  loadMs,
  peakRssMb: peakRssMb(),
});
