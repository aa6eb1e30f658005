import { done, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { phrases } from './phrases.ts';
import { readSecret, type Terminal } from './terminal.ts';
import { flag, pair, text } from './word.ts';

/** Who asks whom: what names or unlocks somebody is read from standard input, since every user of a computer sees its arguments. */
interface Asking {
  readonly terminal: Terminal;
  readonly language: Language;
  wrongUsage(): Failure;
}

const say = phrases({
  search: ['查找：', 'Search: '],
  pair: ['字段=内容（直接回车结束）：', 'field=value (empty line ends): '],
});

/** A search, which is often a name or a phone: as an argument, or as a line of standard input. */
export const searchOptions = { search: text('TEXT'), 'search-stdin': flag } as const;
/** One or the other. */
export const searchWays = [['--search'], ['--search-stdin']] as const;

export async function searchOf(
  { terminal, language }: Pick<Asking, 'terminal' | 'language'>,
  options: { readonly search: string | undefined; readonly 'search-stdin': boolean },
): Promise<string | undefined> {
  return options['search-stdin'] ? await readSecret(terminal, say(language, 'search')) : options.search;
}

type Pair = readonly [key: string, value: string];

/** `K=V`, one a line, to the end of standard input; at a terminal asked for without echo. A line that is none is wrong usage. */
export async function readPairs({
  terminal,
  language,
  wrongUsage,
}: Asking): Promise<Outcome<readonly Pair[]>> {
  const { read } = pair('K=V');
  const pairs: Pair[] = [];
  for await (const line of linesOf(terminal, say(language, 'pair'))) {
    if (line.trim() === '') continue;
    const known = read(line.trim());
    if (known === null) return wrongUsage();
    pairs.push(known);
  }
  return done(pairs);
}

async function* linesOf(terminal: Terminal, question: string): AsyncGenerator<string, void, void> {
  if (!terminal.isInteractive) return yield* terminal.inputLines();
  for (;;) {
    const line = (await terminal.askSecret(question)) ?? '';
    if (line === '') return;
    yield line;
  }
}
