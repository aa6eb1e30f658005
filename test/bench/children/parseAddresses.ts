import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { type SampleCase, scoreSample } from '../../unit/electron/addresses/scoreSample.ts';
import { addressParsers, installedBytes, type ParsedAddress } from '../kit/addressParsers.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** One parser over the labelled sample: how often it is right, and how many texts a second one thread reads. */
const [id = ''] = process.argv.slice(2);
const parser = addressParsers.find((one) => one.id === id);
if (parser === undefined) throw new Error(`no parser ${id}`);

const samples = readFileSync(join(projectFolder, 'test/fixtures/address-sample.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SampleCase);
/** Milliseconds each parser is kept busy; the slowest still reads a thousand texts in it. */
const busyMs = 1_500;

/** The one scorer of the tests judges every parser; it asks for fewer fields than a reading has. */
function judged(gold: SampleCase, answer: ParsedAddress) {
  // Cities without districts: whoever gives the town as the district is right too.
  const town = gold.tags.includes('no-district-city') ? answer.district : '';
  // 上海 for 上海市 is one way to write a municipality, no mistake.
  const province = /^(?:北京|天津|上海|重庆)$/.test(answer.province)
    ? `${answer.province}市`
    : answer.province;
  return scoreSample(gold, { ...answer, province, extension: '', town } as AddressReading);
}

const memoryBefore = process.memoryUsage().rss;
const loadStartedAt = performance.now();
const parse = await parser.load();
parse(samples[0]?.input ?? '');
const loadMs = performance.now() - loadStartedAt;
const memoryMb = (process.memoryUsage().rss - memoryBefore) / 2 ** 20;

const scores = samples.map((gold) => judged(gold, parse(gold.input)));
const share = (holds: (score: (typeof scores)[number]) => boolean) =>
  scores.filter(holds).length / samples.length;

let round = 0;
function ratePerSecond(): number {
  const startedAt = performance.now();
  let addresses = 0;
  for (; performance.now() - startedAt < busyMs; round++) {
    // House numbers of their own, so that nothing is remembered.
    for (const { input } of samples) parse(`${input} ${round}号楼`);
    addresses += samples.length;
  }
  return addresses / ((performance.now() - startedAt) / 1000);
}

// In the first second the engine still compiles: a short list is read at this rate, a long one at the next.
const firstPerSecond = ratePerSecond();
const perSecond = ratePerSecond();
report({
  samples: samples.length,
  region: share(({ region }) => region),
  name: share(({ name }) => name),
  phone: share(({ phone }) => phone),
  detail: share(({ detail }) => detail),
  overall: share(({ overall }) => overall),
  firstPerSecond,
  perSecond,
  loadMs,
  memoryMb,
  installedKb: installedBytes(parser) / 1024,
  peakRssMb: peakRssMb(),
});
