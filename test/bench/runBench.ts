import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './kit/benchFolders.ts';
import type { Figure } from './kit/figure.ts';
import { machineFacts } from './kit/machineFacts.ts';
import { measureAddresses } from './measureAddresses.ts';
import { measureBills } from './measureBills.ts';
import { measureBoard } from './measureBoard.ts';
import { measureBooking } from './measureBooking.ts';
import { measureImport } from './measureImport.ts';
import { measureLabels } from './measureLabels.ts';
import { measureReliability } from './measureReliability.ts';
import { measureShip } from './measureShip.ts';
import { measureStatus } from './measureStatus.ts';
import { measureTracking } from './measureTracking.ts';
import { measureTracks } from './measureTracks.ts';
import { measureWindow } from './measureWindow.ts';

/** `npm run bench`: every figure in processes of its own, medians of three, written to RESULTS.md as they are. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const mark = ({ isMet }: Figure): string => (isMet === null ? '' : isMet ? 'met' : '**missed**');

const before = machineFacts();
const figures: Figure[] = [];
for (const measure of [
  measureImport,
  measureBills,
  measureAddresses,
  measureReliability,
  measureLabels,
  measureBooking,
  measureShip,
  measureStatus,
  measureBoard,
  measureTracks,
  measureTracking,
  measureWindow,
]) {
  for (const figure of await measure()) {
    figures.push(figure);
    say(`${figure.name}: ${figure.value}${figure.aim === '' ? '' : ` (aim ${figure.aim}: ${mark(figure)})`}`);
  }
}

const table = figures.map(
  (figure) => `| ${figure.name} | ${figure.value} | ${figure.aim} | ${mark(figure)} | ${figure.note} |`,
);
writeFileSync(
  join(projectFolder, 'test/bench/RESULTS.md'),
  `# Bench results

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Medians of three runs, each in a process of its own.
A load above 1 at the start means that other jobs shared the machine: then times are longer than the program needs.

- before: ${before}
- after: ${machineFacts()}

| what | measured | aim | | |
| --- | --- | --- | --- | --- |
${table.join('\n')}

Not measured here: real printers, real platforms, Electron 45, Windows.
`,
);
