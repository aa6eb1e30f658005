import { done, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { phrases } from './phrases.ts';
import { readSecret, type Terminal } from './terminal.ts';
import { flag, pair, text } from './word.ts';

/** Names and secrets are read from standard input, because every user of a computer sees a program's arguments. */
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
/** Exactly one of the two. */
export const searchWays = [['--search'], ['--search-stdin']] as const;

export async function searchOf(
  { terminal, language }: Pick<Asking, 'terminal' | 'language'>,
  options: { readonly search: string | undefined; readonly 'search-stdin': boolean },
): Promise<string | undefined> {
  return options['search-stdin'] ? await readSecret(terminal, say(language, 'search')) : options.search;
}

type Pair = readonly [key: string, value: string];

/** `K=V`, one per line, to the end of standard input; prompted for without echo on a terminal. Any other line is wrong usage. */
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
