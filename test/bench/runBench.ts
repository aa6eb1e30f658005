import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './kit/benchFolders.ts';
import type { Figure } from './kit/figure.ts';
import { machineFacts } from './kit/machineFacts.ts';
import { runQuick } from './kit/quick/runQuick.ts';
import { verdict, withRun } from './kit/resultsFile.ts';
import { measureAddresses } from './measureAddresses.ts';
import { measureBills } from './measureBills.ts';
import { measureBoard } from './measureBoard.ts';
import { measureBooking } from './measureBooking.ts';
import { measureDamage } from './measureDamage.ts';
import { measureDay } from './measureDay.ts';
import { measureDoor } from './measureDoor.ts';
import { measureGun } from './measureGun.ts';
import { measureImport } from './measureImport.ts';
import { measureLabels } from './measureLabels.ts';
import { measureMotion } from './measureMotion.ts';
import { measurePacking } from './measurePacking.ts';
import { measurePaint } from './measurePaint.ts';
import { measureReliability } from './measureReliability.ts';
import { measureRetention } from './measureRetention.ts';
import { measureServer } from './measureServer.ts';
import { measureShip } from './measureShip.ts';
import { measureStart } from './measureStart.ts';
import { measureStatus } from './measureStatus.ts';
import { measureTracking } from './measureTracking.ts';
import { measureTracks } from './measureTracks.ts';
import { measureWindow } from './measureWindow.ts';

/**
 * `npm run bench`: every figure in processes of its own, medians of three, written to RESULTS.md as they are. With names
 * (`npm run bench -- bills board`) those parts alone. Either way the rows take the place of the former ones. With `--quick`
 * no figure at all: whether the program is slower than was written down.
 */
const parts = {
  import: measureImport,
  bills: measureBills,
  addresses: measureAddresses,
  reliability: measureReliability,
  labels: measureLabels,
  damage: measureDamage,
  booking: measureBooking,
  ship: measureShip,
  start: measureStart,
  packing: measurePacking,
  gun: () => measureGun(),
  'gun-200': () => measureGun(200),
  day: () => measureDay(),
  door: measureDoor,
  status: measureStatus,
  board: measureBoard,
  server: measureServer,
  tracks: measureTracks,
  plan: measureTracking,
  window: measureWindow,
  motion: measureMotion,
  paint: measurePaint,
  retention: measureRetention,
} as const;

/** These take hours, or a server that not every machine has: a run of everything leaves them out. */
const longParts: readonly string[] = ['gun', 'gun-200', 'day', 'server'];

const [asked, options] = [false, true].map((isOption) =>
  process.argv.slice(2).filter((word) => word.startsWith('--') === isOption),
) as [string[], string[]];
if (options.includes('--quick')) process.exit(await runQuick(options.includes('--write')));
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const before = machineFacts();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts).filter(
  ([part]) => asked.includes(part) || (asked.length === 0 && !longParts.includes(part)),
)) {
  say(`== ${name}`);
  for (const figure of await measure()) {
    figures.push(figure);
    say(
      `${figure.name}: ${figure.value}${figure.aim === '' ? '' : ` (aim ${figure.aim}: ${verdict(figure)})`}`,
    );
  }
}

const results = join(projectFolder, 'test/bench/RESULTS.md');
const run = { asked, day: new Date().toISOString().slice(0, 10), before, after: machineFacts(), figures };
writeFileSync(results, withRun(readFileSync(results, 'utf8'), run));
