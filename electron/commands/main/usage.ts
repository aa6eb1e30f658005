import type { Language } from '../../../shared/text/describeError.ts';
import type { Command } from './command.ts';
import { commandText } from './commandText.ts';

/** The help page: every command with what follows it and what it does. */
export function usageText(commands: readonly Command[], language: Language): string {
  const lines = commands.map(
    ({ name, usage, does }) => `  ${`${name} ${usage}`.trim()}\n      ${does[language]}`,
  );
  return [
    commandText(language, 'usageHead'),
    '',
    ...lines,
    '',
    commandText(language, 'usageEverywhere'),
  ].join('\n');
}

/** Options that every command takes. */
export const commonOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  operator: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface CommandWords {
  /** Common options that stand before the command, with their values. */
  readonly before: readonly string[];
  /** From the command's name on. */
  readonly words: readonly string[];
  readonly isHelpWanted: boolean;
}

/** `shipdesk --data D ship F` means `shipdesk ship F --data D`, and `shipdesk --version` is `shipdesk version`. */
export function commandWords(line: readonly string[]): CommandWords {
  let start = 0;
  for (let width = widthOf(line[0]); width > 0; width = widthOf(line[start])) start += width;
  const words = line
    .slice(start)
    .map((word, index) => (index === 0 && word === '--version' ? 'version' : word));
  const isHelp = words[0] === 'help';
  const end = words.indexOf('--');
  const options = [...line.slice(0, start), ...(end === -1 ? words : words.slice(0, end))];
  return {
    before: line.slice(0, start),
    words: isHelp ? words.slice(1) : words,
    isHelpWanted: words.length === 0 || isHelp || options.includes('--help') || options.includes('-h'),
  };
}

/** How many words this common option and its value take; 0 when it is none. */
function widthOf(word: string | undefined): 0 | 1 | 2 {
  if (word === '-h') return 1;
  const [name, value] = word?.startsWith('--') ? word.slice(2).split('=', 2) : [];
  const option = Object.entries(commonOptions).find(([known]) => known === name)?.[1];
  if (option === undefined) return 0;
  return option.type === 'string' && value === undefined ? 2 : 1;
}

/**
 * How many words a command takes besides its options, read off its usage: `NO WAYBILL --carrier CODE` takes two. More than
 * that is a misunderstanding, as in `backup FILE` for `backup --out FILE`, and must not be passed over in silence.
 */
export function operandLimit(usage: string): number {
  if (usage.includes('…')) return Number.POSITIVE_INFINITY;
  const words = usage
    .replace(/\[--[^[\]]*\]|\(--[^()]*\)/g, ' ')
    .replace(/\|?\s*--[\w-]+(?:[ =](?!--)[^\s[\]()]+)?/g, ' ')
    .replace(/[[\]()]/g, ' ')
    .split(/\s+/);
  return words.filter((word) => /\w/.test(word)).length;
}
