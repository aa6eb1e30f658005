import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import { unusableName } from '../../platform/windows/fileNames.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, Given } from './command.ts';
import { usageOf } from './usage.ts';
import { type Operand, type Option, writesFile } from './word.ts';

/** Options that every command takes. */
const commonOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  operator: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const isLanguage = (text: string): boolean => /^(en|zh)/i.test(text);

export interface CommandWords {
  /** Common options before the command, with their values. */
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

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** The words of one command line, each parsed by its entry in the command's table. */
export interface ReadWords {
  /** The text given for this option. */
  text(name: string): string | undefined;
  readonly isRevealed: boolean;
  readonly isPracticeWanted: boolean;
  /** Looks up everything named by name or number; the first that does not exist is the refusal. */
  given(workspace: Workspace | null): Promise<Outcome<Given>>;
}

/** What would have been valid, as far as the table says. */
type Advice = Partial<Record<'missing' | 'choices' | 'oneOf', string>>;

export function wrongUsage(command: Command, detail = '', advice: Advice = {}): Failure {
  const usage = `${command.name} ${usageOf(command)}`.trim();
  return usageFailure(detail === '' ? usage : `${usage} — ${detail}`, advice);
}

export const usageFailure = (detail: string, advice: Advice = {}): Failure =>
  failure('USAGE', { detail, ...advice });

function parse(command: Command, words: readonly string[]): Parsed {
  const own = Object.entries(command.options ?? {}).map(([name, option]) => [
    name,
    'flag' in option
      ? { type: 'boolean' as const }
      : { type: 'string' as const, multiple: option.many === true },
  ]);
  const reveal = { reveal: { type: 'boolean' }, why: { type: 'string' } } as const;
  const options = {
    ...commonOptions,
    ...Object.fromEntries(own),
    ...(command.reveals === undefined ? {} : reveal),
    ...(writesFile(command) ? { overwrite: { type: 'boolean' } as const } : {}),
  };
  return parseArgs({ args: [...words], options, allowPositionals: true, strict: true }) as Parsed;
}

/** `--option` or the name of an operand: was it given? */
function isGiven({ operands = [] }: Command, { values, positionals }: Parsed, member: string): boolean {
  if (member.startsWith('--')) return values[member.slice(2)] !== undefined;
  return operands.findIndex(({ name }) => name === member) < positionals.length;
}

function areGroupsRight(command: Command, parsed: Parsed): boolean {
  const is = (member: string) => isGiven(command, parsed, member);
  const { either = [], perhaps = [], together = [] } = command;
  const chosen = (groups: readonly (readonly string[])[]) =>
    groups.filter(([first = '']) => is(first)).length;
  const hasStray = [...either, ...perhaps].some(([first = '', ...more]) => !is(first) && more.some(is));
  if (hasStray || chosen(perhaps) > 1 || (either.length > 0 && chosen(either) !== 1)) return false;
  const count = together.filter(is).length;
  const group = [...either, ...perhaps].find((members) => members.includes(together[0] ?? ''));
  // Required once their group is chosen; optional in a group of their own.
  const isNeeded = group !== undefined && is(group[0] ?? '');
  return count === together.length || (count === 0 && !isNeeded);
}

/** A value that needs the open workspace; a tool opens none. */
type Pending = (workspace: Workspace | null) => Promise<Outcome<unknown>>;

/** null: not valid. */
function readOne(word: Operand, argument: string): Pending | null {
  if ('find' in word) return (workspace) => word.find(workspace as Workspace, argument);
  const value = word.read(argument);
  return value === null ? null : () => Promise.resolve(done(value));
}

/** All values given in one place; an invalid one is returned as typed. */
function readAll(word: Operand, given: readonly string[]): Pending | { readonly unusable: string } {
  const readings: Pending[] = [];
  for (const one of given) {
    const reading = readOne(word, one);
    if (reading === null) return { unusable: one };
    readings.push(reading);
  }
  if (word.many !== true) return readings[0] ?? (() => Promise.resolve(done(word.usual)));
  return async (workspace) => {
    const values: unknown[] = [];
    for (const reading of readings) {
      const value = await reading(workspace);
      if (!value.ok) return value;
      values.push(value.value);
    }
    return done(values);
  };
}

type Place = readonly [key: number | string, word: Operand, given: readonly string[]];

function placesOf({ operands = [], options = {} }: Command, { values, positionals }: Parsed): Place[] {
  const textsOf = (value: Parsed['values'][string]) =>
    [value ?? []].flat().filter((one): one is string => typeof one === 'string');
  return [
    ...operands.map(
      (word, at): Place => [at, word, positionals.slice(at, word.many === true ? undefined : at + 1)],
    ),
    ...Object.entries(options).flatMap(([name, option]): Place[] =>
      'flag' in option ? [] : [[name, option, textsOf(values[name])]],
    ),
  ];
}

/** null: the number of operands fits the table. */
function wrongCount(command: Command, { positionals }: Parsed): Failure | null {
  const { operands = [] } = command;
  const missing = operands.slice(positionals.length).find(({ optional }) => optional !== true);
  if (missing !== undefined) return wrongUsage(command, '', { missing: missing.name });
  const isTooMany = positionals.length > operands.length && operands.at(-1)?.many !== true;
  return isTooMany ? wrongUsage(command, positionals[operands.length]) : null;
}

/** null: options that exclude or need each other are used correctly. */
function wrongGroups(command: Command, parsed: Parsed): Failure | null {
  if (areGroupsRight(command, parsed)) return null;
  const firsts = (command.either ?? []).map(([first = '']) => first);
  const isOne = firsts.filter((first) => isGiven(command, parsed, first)).length === 1;
  return wrongUsage(command, '', firsts.length < 2 || isOne ? {} : { oneOf: firsts.join(' | ') });
}

/**
 * Writing replaces what is at the path. Of a device or a pipe that would remove it for other programs. `/dev/stdout` may lead to a file
 * and is none; below `/dev/shm` are real files, in memory.
 */
function isNoFile(place: string): boolean {
  const found = statSync(place, { throwIfNoEntry: false });
  const isOfSystem = process.platform !== 'win32' && /^\/(?:dev\/(?!shm\/)|proc\/)/.test(resolve(place));
  return found !== undefined && (isOfSystem || !(found.isFile() || found.isDirectory()));
}

/** A file with content; an empty one, as `mktemp` makes it, has nothing to lose. */
function isFilled(place: string): boolean {
  const found = statSync(place, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

const unusableHere = (path: string) => (process.platform === 'win32' ? unusableName(path) : null);

/** null: the command can write these files. */
function refuseOutput(word: Operand, files: readonly string[], isOverwriting: boolean): Failure | null {
  const unusable = files.map(unusableHere).find((name) => name !== null);
  if (typeof unusable === 'string') return failure('PATH_NAME_UNUSABLE', { name: unusable });
  const strange = files.find((name) => !canBeWritten(name, word.name));
  if (strange !== undefined)
    return failure('OUT_ENDING_UNKNOWN', {
      ending: extname(strange),
      endings: endingsOf(word.name).join(', '),
    });
  const paths = files.map(fromCaller);
  const device = word.isWrittenInto === true ? undefined : paths.find(isNoFile);
  if (device !== undefined) return failure('OUT_NOT_A_FILE', { file: device });
  const present = word.isWritten === true && !isOverwriting ? paths.find(isFilled) : undefined;
  return present === undefined ? null : failure('OUT_EXISTS', { file: present });
}

/** Parses the words after a command's name and refuses all that can be refused without a workspace. */
export function readWords(command: Command, words: readonly string[]): Outcome<ReadWords> {
  let parsed: Parsed;
  try {
    parsed = parse(command, words);
  } catch (error) {
    // Node's message is English; the word it quotes is what the person typed.
    return wrongUsage(command, /'([^']+)'/.exec((error as Error).message)?.[1]);
  }
  const { values } = parsed;
  const wrong = wrongCount(command, parsed) ?? wrongGroups(command, parsed);
  if (wrong !== null) return wrong;
  const { lang = 'en' } = values;
  if (command.options?.lang === undefined && !isLanguage(String(lang)))
    return wrongUsage(command, `--lang ${String(lang)}`);
  if (values.data === '') return wrongUsage(command, '--data');
  const pending = new Map<number | string, Pending>();
  for (const [key, word, given] of placesOf(command, parsed)) {
    if (given.length === 0 && word.required === true)
      return wrongUsage(command, '', { missing: `--${key} ${word.name}` });
    const reading = readAll(word, given);
    if ('unusable' in reading)
      return wrongUsage(
        command,
        `${typeof key === 'string' ? `--${key} ` : ''}${reading.unusable === '' ? '""' : reading.unusable}`,
        word.choices === undefined ? {} : { choices: word.choices },
      );
    const refused =
      word.isWritten === true || key === 'out' ? refuseOutput(word, given, values.overwrite === true) : null;
    if (refused !== null) return refused;
    pending.set(key, reading);
  }
  return done({
    text: (name) => values[name] as string | undefined,
    isRevealed: values.reveal === true,
    isPracticeWanted: values.practice === true,
    given: (workspace) => settle(command, values, pending, workspace),
  });
}

/** `FILE.xlsx|FILE.csv` lists the formats in which a table can be written. */
const endingsOf = (name: string): readonly string[] =>
  [...name.matchAll(/(\.\w+)/g)].map(([, ending = '']) => ending);

/** A table under the name of another format would open in no program. Without an extension the first format is used. */
function canBeWritten(file: string, name: string): boolean {
  const endings = endingsOf(name);
  const ending = extname(file).toLowerCase();
  return !endings.includes('.xlsx') || ending === '' || endings.includes(ending);
}

async function settle(
  { operands = [], options = {} }: Command,
  values: Parsed['values'],
  pending: ReadonlyMap<number | string, Pending>,
  workspace: Workspace | null,
): Promise<Outcome<Given>> {
  const known = new Map<number | string, unknown>();
  for (const [key, reading] of pending) {
    const value = await reading(workspace);
    if (!value.ok) return value;
    known.set(key, value.value);
  }
  const optionOf = ([name, option]: [string, Option]) => [
    name,
    'flag' in option ? values[name] === true : known.get(name),
  ];
  return done({
    operands: operands.map((_word, at) => known.get(at)),
    options: Object.fromEntries(Object.entries(options).map(optionOf)),
  });
}
