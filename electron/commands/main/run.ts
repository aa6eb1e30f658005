import { dirname } from 'node:path';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import {
  done,
  type Failure,
  FileHeld,
  failure,
  type Outcome,
  ToldError,
} from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { anySignal } from '../../platform/anySignal.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import { passphraseFrom } from '../../platform/passphraseFile.ts';
import { shownJson, shownText } from '../../platform/shownText.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import {
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../../usecases/workspace/open.ts';
import { renewKey } from '../../usecases/workspace/renewKey.ts';
import { type Handed, handCommand } from '../beside/handCommand.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { commandWords, type ReadWords, readWords, wrongUsage } from './readWords.ts';
import { restoreFrom } from './restoreFrom.ts';
import { signIn } from './signIn.ts';
import { sharedInput, type Terminal } from './terminal.ts';
import { requestOf, type Secret, type Unlocking, unlock } from './unlock.ts';
import { upgradeLines } from './upgradeLines.ts';
import { helpPage } from './usage.ts';

/** The workspace of a program that has it open, for one command that was called beside it. */
export interface Lent extends Pick<OpenedWorkspace, 'workspace' | 'taken'> {
  /** Is it what opens the workspace? */
  prove(secret: Secret): Promise<Outcome<null>>;
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
}

/** What a command works on; closed when it has ended. */
type Opened = Pick<OpenedWorkspace, 'workspace' | 'taken' | 'close'>;

export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: readonly Command[];
  readonly terminal: Terminal;
  readonly parts: WorkspaceParts;
  readonly signal: AbortSignal;
  /** Absent: the command opens the workspace itself, or is handed to the program that has it. */
  readonly lent?: Lent;
  /** Of a command that stays: takes commands that are called beside it, until it is closed. */
  readonly listen?: (opened: Opened) => Promise<{ close(): Promise<void> }>;
}

/** One command line while it runs. */
interface Running extends CommandLine, Unlocking {
  readonly isJson: boolean;
}

/** Runs one command line and gives its exit code. Whatever happens, stdout holds the result and nothing else. */
export async function runCommandLine(line: CommandLine): Promise<number> {
  const language = chooseLanguage(valueAfter(line.words, '--lang'), line.environment);
  const running = {
    ...line,
    language,
    isJson: line.words.includes('--json'),
    terminal: sharedInput(line.terminal),
  };
  const { before, words, isHelpWanted } = commandWords(line.words);
  if (isHelpWanted) {
    line.terminal.out(helpPage(commandsOf(line.commands, words), language));
    return 0;
  }
  const command = findCommand(line.commands, words);
  if (command === null)
    return refuse(running, failure('USAGE', { detail: familyOf(line.commands, words[0] ?? '') }));
  try {
    const read = readWords(command, [...before, ...words.slice(command.name.split(' ').length)]);
    const outcome = read.ok ? await perform(running, command, read.value) : read;
    if ('handed' in outcome) return outcome.handed;
    if (!outcome.ok) return refuse(running, outcome);
    line.terminal.endProgress();
    if (running.isJson) line.terminal.out(shownJson(outcome.value.json, 2));
    else for (const text of outcome.value.human) line.terminal.out(shownText(text));
    return outcome.value.exitCode;
  } catch (error) {
    // A bug. The stack is for those who asked for it: it may show what lies in memory.
    if (line.words.includes('--debug'))
      line.terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const known = error instanceof ToldError ? error.failure : failure('INTERNAL');
    return refuse(running, unwritableOut(error, valueAfter(line.words, '--out')) ?? known);
  }
}

/** It ran in the program that has the workspace, which has said everything. */
interface RanBeside {
  readonly handed: number;
}

type Performed = Outcome<CommandResult> | RanBeside;

async function perform(line: Running, command: Command, words: ReadWords): Promise<Performed> {
  const context = contextOf(line, command, words);
  if (command.isTool === true) {
    if (line.lent !== undefined) return wrongUsage(command);
    const given = await words.given(null);
    return given.ok ? command.run({ ...context, ...given.value, workspace: null as never }) : given;
  }
  const opened = await openOrHand(line, words);
  if ('handed' in opened) return opened;
  if (!opened.ok) return (await askOther(line, command, words, context, opened)) ?? opened;
  const { terminal, language } = line;
  const signed = await signIn({ command, words, terminal, language }, opened.value);
  if (!signed.ok) return signed;
  const { workspace, taken, close } = signed.value;
  let besides: { close(): Promise<void> } | null = null;
  try {
    const given = await words.given(workspace);
    if (!given.ok) return given;
    const stopping = anySignal(line.signal, taken);
    const run = () => command.run({ ...context, ...given.value, workspace, signal: stopping });
    const stays = command.stays === true || given.value.options[command.stays ?? ''] === true;
    if (stays) besides = (await line.listen?.(opened.value)) ?? null;
    const result = await (stays || line.lent === undefined ? run() : line.lent.whileBusy(run));
    // What it did is in the workspace; that it stopped is what must be said.
    return taken.aborted ? failure('WORKSPACE_TAKEN') : result;
  } finally {
    await besides?.close();
    await close();
  }
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
    renewKey: () => renewSigned(line, command, words),
    restore: (file, options) => restoreFrom(line, words, file, options),
  };
}

/** So long the lock of a program that has just ended may take to be free, or its successor to listen. */
const handTries = 20;
const handTryMs = 250;

/** Opens the workspace, or hands the command to the program that has it. What has not begun there is begun anew. */
async function openOrHand(line: Running, words: ReadWords): Promise<Outcome<Opened> | RanBeside> {
  for (let tries = 1; ; tries++) {
    const opened = await open(line, words);
    if (opened.ok || opened.code !== 'WORKSPACE_BUSY' || line.lent !== undefined) return opened;
    const handed = await hand(line, words);
    if (typeof handed === 'number') return { handed };
    if (handed === 'cut-off') return failure('COMMAND_CUT_OFF');
    if (handed === 'other-version') return failure('COMMAND_OTHER_VERSION', { ...opened.params });
    if (handed === 'nobody' || tries === handTries || line.signal.aborted) return opened;
    await line.parts.clock.sleep(handTryMs, line.signal);
  }
}

async function hand(line: Running, words: ReadWords): Promise<Handed> {
  const { terminal, signal, environment } = line;
  const { folder } = requestOf(line, words, { passphrase: '', recoveryCode: '' });
  // The file that holds it is read with the caller's rights, where the caller stands.
  const said = passphraseFrom(environment);
  const passphrase = said.ok ? said.value : undefined;
  const unlocking = { ...environment, SHIPDESK_PASSPHRASE: passphrase };
  return handCommand({ folder, words: line.words, environment: unlocking, terminal, signal });
}

/** The program that has the workspace may do it; null: it cannot, or did not take it. */
async function askOther(
  line: Running,
  { whenBusy }: Command,
  words: ReadWords,
  context: CommandContext,
  { code }: Failure,
): Promise<Outcome<CommandResult> | null> {
  if (code !== 'WORKSPACE_BUSY' || whenBusy === undefined) return null;
  const { folder } = requestOf(line, words, { passphrase: '', recoveryCode: '' });
  return whenBusy({ ...context, folder, word: words.text });
}

async function renewSigned(line: Running, command: Command, words: ReadWords) {
  let request: OpenRequest | null = null;
  const opened = await unlock(line, (secret) => {
    request = { ...requestOf(line, words, secret), whenMissing: 'refuse' as const };
    return openWorkspace(request, partsOf(line));
  });
  if (!opened.ok) return opened;
  const { terminal, language } = line;
  const signed = await signIn({ command, words, terminal, language }, opened.value);
  if (!signed.ok || request === null) return signed as Failure;
  return renewKey(signed.value, request, line.parts);
}

function open(line: Running, words: ReadWords): Promise<Outcome<Opened>> {
  const { lent } = line;
  if (lent !== undefined)
    return unlock(line, async (secret) => {
      const proven = await lent.prove(secret);
      return proven.ok ? done({ ...lent, close: () => Promise.resolve() }) : proven;
    });
  return unlock(line, (secret) =>
    openWorkspace({ ...requestOf(line, words, secret), whenMissing: 'create' }, partsOf(line)),
  );
}

/** An upgrade that keeps the command waiting says how far it is. */
const partsOf = (line: Running): WorkspaceParts => ({ ...line.parts, onUpgrade: upgradeLines(line) });

function refuse({ terminal, language, isJson }: Running, { code, params }: Failure): number {
  terminal.endProgress();
  const { says, next } = describeError(code, maskParams(params), language, 'commandLine');
  terminal.note(shownText(`error ${code}: ${says} ${next}`).replace(/\n/g, ' '));
  if (isJson) terminal.out(shownJson({ error: { code, message: says, hint: next } }));
  return exitCodeFor(code);
}

/** 4: busy, locked, damaged, newer than the program or from before its first release. */
const workspaceCodes: readonly ErrorCode[] = [
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

/** Exit code of a refused command: 1 internal · 3 nobody knows what it did · 4 the workspace itself · 2 everything else. */
export function exitCodeFor(code: ErrorCode): 1 | 2 | 3 | 4 {
  if (code === 'INTERNAL') return 1;
  if (code === 'COMMAND_CUT_OFF') return 3;
  return workspaceCodes.includes(code) ? 4 : 2;
}

/**
 * A disk that refused the file a person asked for with `--out` is theirs to fix; null: the error is about something
 * else, a bug perhaps.
 */
export function unwritableOut(error: unknown, out: string | undefined): Failure | null {
  if (out === undefined || !(error instanceof Error) || error instanceof FileHeld) return null;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const place = fromCaller(out);
  // Writers work beside the file and rename, so that the path may be a neighbour's.
  const isThere = path !== '' && fromCaller(path).startsWith(dirname(place));
  return /^E[A-Z]+$/.test(code) && isThere ? failure('OUT_NOT_WRITABLE', { file: place }) : null;
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
  const own = wanted !== undefined && /^(en|zh)/i.test(wanted) ? wanted : undefined;
  const said = own ?? environment.SHIPDESK_LANG ?? environment.LC_ALL ?? environment.LANG ?? systemLocale();
  return /^en/i.test(said) ? 'en' : 'zh-CN';
}

/** Windows has the locale of its person elsewhere than in the environment. */
const systemLocale = (): string =>
  process.platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : '';

/** `orders list` before `orders`: the longest name that fits. */
function findCommand(commands: readonly Command[], words: readonly string[]): Command | null {
  const fits = commands.filter(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  return fits.sort((left, right) => right.name.length - left.name.length)[0] ?? null;
}

/** `cases list | show | assign`: what may stand behind a noun that is no command itself. */
function familyOf(commands: readonly Command[], family: string): string {
  const names = commands.map(({ name }) => name.split(' '));
  const rest = names.filter(([first]) => first === family).map(([, ...words]) => words.join(' '));
  return rest.length === 0 ? family : `${family} ${rest.join(' | ')}`;
}

/** The command or family that is asked about; all of them when it names none. */
function commandsOf(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const [family] = words;
  const named = findCommand(commands, words);
  const own = named === null ? commands.filter(({ name }) => name.split(' ')[0] === family) : [named];
  return own.length === 0 ? commands : own;
}
