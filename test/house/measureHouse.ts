import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../security/sourceFiles.ts';
import { findRepeats } from './findRepeats.ts';
import { followOrder } from './followOrder.ts';
import { crowdedFolders, measureFiles, partFigures } from './measureFiles.ts';
import { readTimes } from './timesTaken.ts';

const houseFigures = z.object({
  parts: z.array(partFigures),
  crowded: z.array(z.string()),
  repeats: z.number(),
  ranFor: z.number(),
  /** Files the walk in ARCHITECTURE.md names; null: it named none yet. */
  walked: z.number().nullable(),
});
type HouseFigures = z.infer<typeof houseFigures>;

const architectureFile = join(projectFolder, 'ARCHITECTURE.md');
const beforeFile = join(projectFolder, 'test/house/before.json');
const marks = { start: '<!-- figures: npm run -s house -->', end: '<!-- end of figures -->' } as const;

/** Paths the walk names, each once; one that does not exist is a fault. */
function walkedFiles(text: string): string[] {
  const walk = /\n## One walk through the data\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
  const named = [...walk.matchAll(/`((?:electron|renderer|shared)\/[\w./-]+\.tsx?)`/g)].map(
    ([, path = '']) => path,
  );
  const missing = named.filter((path) => !existsSync(join(projectFolder, path)));
  if (missing.length > 0) throw new Error(`the walk names files that do not exist: ${missing.join(', ')}`);
  return [...new Set(named)];
}

function measure(text: string): HouseFigures {
  const walked = walkedFiles(text).length;
  return {
    parts: measureFiles(),
    crowded: crowdedFolders(),
    repeats: findRepeats().length,
    ranFor: followOrder().length,
    walked: walked === 0 ? null : walked,
  };
}

const number = (value: number | null | undefined) => (value == null ? '–' : value.toLocaleString('en-US'));

function wholeTable(before: HouseFigures, now: HouseFigures): string[] {
  const whole = (figures: HouseFigures) => figures.parts.find(({ part }) => part === 'product');
  const [was, is] = [whole(before), whole(now)];
  const row = (
    what: string,
    left: number | null | undefined,
    right: number | null | undefined,
    aim: string,
  ) => `| ${what} | ${number(left)} | ${number(right)} | ${aim} |`;
  return [
    '| the whole product | 2026-11-26 | now | aim |',
    '| --- | ---: | ---: | ---: |',
    row('files', was?.files, is?.files, '≤ 1,250'),
    row('lines', was?.lines, is?.lines, '≤ 97,000'),
    row('median lines of a file', was?.median, is?.median, ''),
    row('90 % of the files have at most', was?.ninetieth, is?.ninetieth, ''),
    row('longest file', was?.longest, is?.longest, '≤ 400'),
    row('files of 30 lines or fewer', was?.few, is?.few, '≤ 150'),
    row('folders with more than 25 files', before.crowded.length, now.crowded.length, '0'),
    row('files the walk of an order names, file to label', before.walked, now.walked, '≤ 45'),
    row('files in which anything runs for it', before.ranFor, now.ranFor, ''),
    row('places of six lines or more that stand twice', before.repeats, now.repeats, ''),
  ];
}

function partTable({ parts }: HouseFigures): string[] {
  return [
    '| part | files | lines | median | 90 % | longest | ≤ 30 lines |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...parts.map(
      ({ part, files, lines, median, ninetieth, longest, few }) =>
        `| ${[part, files, lines, median, ninetieth, longest, few].map((cell) => (typeof cell === 'number' ? number(cell) : cell)).join(' | ')} |`,
    ),
  ];
}

function timesTable(): string[] {
  const { measuredOn, machine, rows } = readTimes();
  return [
    `Times, measured on ${measuredOn} (${machine}):`,
    '',
    '| what | 2026-11-26 | now | aim |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(({ what, before, now, aim }) => `| ${what} | ${before} | ${now} | ${aim} |`),
  ];
}

const architecture = readFileSync(architectureFile, 'utf8');
const figures = measure(architecture);
if (process.argv.includes('--as-before')) {
  writeFileSync(beforeFile, `${JSON.stringify(figures, null, 2)}\n`);
} else {
  const before = houseFigures.parse(JSON.parse(readFileSync(beforeFile, 'utf8')));
  const block = [
    marks.start,
    '',
    ...wholeTable(before, figures),
    '',
    ...partTable(figures),
    '',
    ...timesTable(),
    '',
    marks.end,
  ].join('\n');
  const [head, rest] = architecture.split(marks.start);
  const tail = rest?.split(marks.end)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`ARCHITECTURE.md lacks the mark ${marks.start}`);
  writeFileSync(architectureFile, `${head}${block}${tail}`);
  process.stdout.write(`${block}\n`);
  for (const folder of figures.crowded) process.stdout.write(`more than 25 files in ${folder}\n`);
}
