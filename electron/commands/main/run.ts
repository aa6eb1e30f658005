import { dirname } from 'node:path';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Failure, FileHeld, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { languageOf } from '../../../shared/text/languageOf.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import { expectedFailure } from '../../platform/expectedFailure.ts';
import { shownJson, shownLine, shownText } from '../../platform/shownText.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { OpenedWorkspace, WorkspaceParts } from '../../usecases/workspace/open.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import {
  commandWords,
  isLanguage,
  type ReadWords,
  readWords,
  usageFailure,
  wrongUsage,
} from './readWords.ts';
import { sharedInput, type Terminal } from './terminal.ts';
import type { Secret } from './unlock.ts';
import { helpPage } from './usage.ts';

/** The workspace that another program has open, lent to one command. */
export interface Lent extends Pick<OpenedWorkspace, 'workspace' | 'taken'> {
  /** Does this secret open the workspace? */
  prove(secret: Secret): Promise<Outcome<null>>;
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
}

/** The workspace a command works on; closed when the command has ended. */
export type Opened = Pick<OpenedWorkspace, 'workspace' | 'taken' | 'close'>;

export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: readonly Command[];
  readonly terminal: Terminal;
  readonly parts: () => Promise<WorkspaceParts>;
  readonly signal: AbortSignal;
  /** Absent: the command opens the workspace itself, or is handed to the program that has it. */
  readonly lent?: Lent;
  /** For a command that stays: takes other programs' commands, until it is closed. */
  readonly listen?: (opened: Opened) => Promise<{ close(): Promise<void> }>;
}

/** One command line while it runs. */
export interface Running extends CommandLine {
  readonly language: Language;
  readonly isJson: boolean;
}

/** Runs one command line and returns its exit code. Whatever happens, stdout holds the result and nothing else. */
export async function runCommandLine(line: CommandLine): Promise<number> {
  const running = { ...line, ...wayOf(line), terminal: sharedInput(line.terminal) };
  const { before, words, isHelpWanted } = commandWords(line.words);
  if (isHelpWanted) {
    const help = helpPage(commandsOf(line.commands, words), running.language);
    line.terminal.out(running.isJson ? shownJson({ help }) : help);
    return 0;
  }
  const command = findCommand(line.commands, words);
  if (command === null) return refuse(running, usageFailure(familyOf(line.commands, words[0] ?? '')));
  try {
    const read = readWords(command, [...before, ...words.slice(command.name.split(' ').length)]);
    const outcome = read.ok ? await perform(running, command, read.value) : read;
    if ('handed' in outcome) return outcome.handed;
    if (!outcome.ok) return refuse(running, outcome);
    line.terminal.endProgress();
    if (running.isJson) line.terminal.out(shownJson(outcome.value.json, 2));
    else for (const text of outcome.value.human) line.terminal.out(shownLine(text));
    return outcome.value.exitCode;
  } catch (error) {
    return reportThrown(running, error);
  }
}

type Invocation = Pick<CommandLine, 'words' | 'environment' | 'terminal'>;

/** The language, and whether for people or machines. */
const wayOf = ({ words, environment }: Invocation) => ({
  language: chooseLanguage(valueAfter(words, '--lang'), environment),
  isJson: words.includes('--json'),
});

/**
 * Prints what was thrown in one line; returns its exit code. The stack of a bug is only shown on request: it may contain data from memory.
 */
export function reportThrown(line: Invocation, error: unknown): number {
  const { words, terminal } = line;
  if (words.includes('--debug'))
    terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const known = unwritableOut(error, valueAfter(words, '--out')) ?? expectedFailure(error);
  return refuse({ terminal, ...wayOf(line) }, known ?? failure('INTERNAL'));
}

/** It ran in the program that has the workspace, which has already printed everything. */
export interface RanElsewhere {
  readonly handed: number;
}

export type Performed = Outcome<CommandResult> | RanElsewhere;

/** Loaded only by commands that open a workspace: most of the program depends on it. */
async function perform(line: Running, command: Command, words: ReadWords): Promise<Performed> {
  const context = contextOf(line, command, words);
  if (command.isTool !== true)
    return (await import('./onWorkspace.ts')).performOnWorkspace(line, command, words, context);
  if (line.lent !== undefined) return wrongUsage(command);
  const given = await words.given(null);
  return given.ok ? command.run({ ...context, ...given.value, workspace: null as never }) : given;
}

function contextOf(line: Running, command: Command, words: ReadWords): CommandContext {
  const { language, isJson, terminal, parts, signal } = line;
  return {
    language,
    isJson,
    terminal,
    parts,
    signal,
    isRevealed: words.isRevealed,
    why: words.text('why'),
    wrongUsage: () => wrongUsage(command),
    openNew: async (attempt) => (await import('./onWorkspace.ts')).openNewFolder(line, words, attempt),
    actOnWorkspace: async (act) => (await import('./onWorkspace.ts')).actSigned(line, command, words, act),
    restore: async (file, options) =>
      (await import('./restoreFrom.ts')).restoreFrom({ ...line, parts: await parts() }, words, file, options),
  };
}

function refuse(
  { terminal, language, isJson }: Pick<Running, 'terminal' | 'language' | 'isJson'>,
  { code, params }: Failure,
): number {
  terminal.endProgress();
  const { says, next } = describeError(code, maskParams(params), language, 'commandLine');
  terminal.note(shownText(`error ${code}: ${inOneLine({ says, next }, language)}`).replace(/\n/g, ' '));
  // Where the result could not be written, the error cannot be written either.
  if (isJson && code !== 'RESULT_NOT_WRITTEN')
    terminal.out(shownJson({ error: { code, message: says, hint: next } }));
  return exitCodeFor(code);
}

/** 4: without room or a sound disk, busy, locked, damaged, newer than the program or from before its first release. */
const workspaceCodes: readonly ErrorCode[] = [
  'DISK_FULL',
  'DISK_FAILED',
  'WORKSPACE_BUSY',
  'COMMAND_OTHER_VERSION',
  'WORKSPACE_TAKEN',
  'WORKSPACE_LOCKED',
  'KEY_TRY_WAIT',
  'RECOVERY_CODE_TYPO',
  'RECOVERY_CODE_WRONG',
  'RECOVERY_CODE_NONE',
  'WORKSPACE_DAMAGED',
  'WORKSPACE_NEWER',
  'WORKSPACE_OLDER',
];

/** Any problem with the server that holds the book, or with this PC there. */
const isOfServer = (code: ErrorCode): boolean => /^(SERVER|WORKSTATION)_/.test(code);

/**
 * Exit code of a refused command: 1 internal, or its result is lost · 3 its outcome is unknown · 4 the workspace itself · 2 everything
 * else.
 */
export function exitCodeFor(code: ErrorCode): 1 | 2 | 3 | 4 {
  if (code === 'INTERNAL' || code === 'RESULT_NOT_WRITTEN') return 1;
  if (code === 'COMMAND_CUT_OFF') return 3;
  return workspaceCodes.includes(code) || isOfServer(code) ? 4 : 2;
}

/** A disk that refused the file of `--out` is for the person to fix; null: any other error, perhaps a bug. */
export function unwritableOut(error: unknown, out: string | undefined): Failure | null {
  if (out === undefined || !(error instanceof Error) || error instanceof FileHeld) return null;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const place = fromCaller(out);
  // Writers write a temporary file beside the target and rename it, so the path may be that file's.
  const isThere = path !== '' && fromCaller(path).startsWith(dirname(place));
  if (!/^E[A-Z]+$/.test(code) || !isThere) return null;
  return code === 'ENOENT'
    ? failure('OUT_FOLDER_MISSING', { folder: dirname(place) })
    : failure('OUT_NOT_WRITABLE', { file: place });
}

function valueAfter(words: readonly string[], name: string): string | undefined {
  const index = words.indexOf(name);
  return index === -1
    ? words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
    : words[index + 1];
}

/** `--lang`, then `SHIPDESK_LANG`, then the system's locale; `zh-CN` when none says. */
function chooseLanguage(wanted: string | undefined, environment: NodeJS.ProcessEnv): Language {
  // `label render --lang tspl` names a printer language, not one of ours.
  const own = wanted !== undefined && isLanguage(wanted) ? wanted : '';
  const { SHIPDESK_LANG, LC_ALL, LANG } = environment;
  // An empty value counts as not set.
  return languageOf(own || SHIPDESK_LANG || LC_ALL || LANG || systemLocale());
}

/** Windows keeps the user's locale outside the environment. */
const systemLocale = (): string =>
  process.platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : '';

/** `orders list` before `orders`: the longest matching name. */
function findCommand(commands: readonly Command[], words: readonly string[]): Command | null {
  const fits = commands.filter(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  return fits.sort((left, right) => right.name.length - left.name.length)[0] ?? null;
}

/** `cases list | show | assign`: what may follow a noun that is no command itself. */
function familyOf(commands: readonly Command[], family: string): string {
  const names = commands.map(({ name }) => name.split(' '));
  const rest = names.filter(([first]) => first === family).map(([, ...words]) => words.join(' '));
  return rest.length === 0 ? family : `${family} ${rest.join(' | ')}`;
}

/** The command or family that help was asked for; all when none is named. */
function commandsOf(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const [family] = words;
  const named = findCommand(commands, words);
  const own = named === null ? commands.filter(({ name }) => name.split(' ')[0] === family) : [named];
  return own.length === 0 ? commands : own;
}
