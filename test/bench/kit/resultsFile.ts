import type { Figure } from './figure.ts';

/** One run of `npm run bench`: what was asked for (nothing: everything), on which machine, with which figures. */
export interface BenchRun {
  readonly asked: readonly string[];
  /** Of this form: 2026-11-30. */
  readonly day: string;
  /** The machine and its load when the run began and when it ended. */
  readonly before: string;
  readonly after: string;
  readonly figures: readonly Figure[];
}

export const verdict = ({ isMet }: Figure): string => (isMet === null ? '' : isMet ? 'met' : '**missed**');

const nameCell = ({ name }: Figure): string => `| ${name} |`;

const row = (figure: Figure): string =>
  `${nameCell(figure)} ${figure.value} | ${figure.aim} | ${verdict(figure)} | ${figure.note} |`;

const tableHead = `| what | measured | aim | | |
| --- | --- | --- | --- | --- |`;

/** Headings of sections that a run wrote. Those written by hand are never touched: they tell what was before and after a change. */
const writtenByRun = /^## .+: measured (?:again )?on \d{4}-\d\d-\d\d\n/;

/**
 * The text of RESULTS.md with a section for this run at its end. Rows that were measured again are taken out of the sections of
 * former runs, and sections without a row left go.
 */
export function withRun(former: string, run: BenchRun): string {
  const again = run.figures.map(nameCell);
  const kept = former
    .split(/^(?=## )/m)
    .map((section) => (writtenByRun.test(section) ? withoutRows(section, again) : section));
  return `${kept.join('').trimEnd()}

## ${run.asked.join(', ') || 'everything'}: measured on ${run.day}

- before: ${run.before}
- after: ${run.after}

${tableHead}
${run.figures.map(row).join('\n')}
`;
}

function withoutRows(section: string, again: readonly string[]): string {
  const lines = section.split('\n').filter((line) => !again.some((name) => line.startsWith(name)));
  const hasRows = lines.some((line) => line.startsWith('| ') && !tableHead.includes(line));
  return hasRows ? lines.join('\n') : '';
}
