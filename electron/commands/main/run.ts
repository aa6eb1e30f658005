import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { defaultDataFolder } from '../../platform/folders.ts';
import { type OpenedWorkspace, openWorkspace, type WorkspaceParts } from '../../usecases/workspace/open.ts';
import { restoreWorkspace } from '../../usecases/workspace/restore.ts';
import { noKeyStore } from '../../vault/keyStorePort.ts';
import type { Command, CommandContext, CommandOptions } from './command.ts';
import { commandText } from './commandText.ts';
import { signIn } from './signIn.ts';
import { sharedInput, shownText, type Terminal } from './terminal.ts';
import { commandWords, commonOptions, operandLimit, usageText } from './usage.ts';

interface CommandLine {
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: readonly Command[];
  readonly terminal: Terminal;
  readonly parts: WorkspaceParts;
  readonly signal: AbortSignal;
}

/** Runs one command line and gives its exit code. Whatever happens, stdout holds the result and nothing else. */
export async function runCommandLine(line: CommandLine): Promise<number> {
  const language = chooseLanguage(valueAfter(line.words, '--lang'), line.environment);
  const isJson = line.words.includes('--json');
  const { before, words, isHelpWanted } = commandWords(line.words);
  if (isHelpWanted) {
    line.terminal.out(usageText(commandsOf(line.commands, words), language));
    return 0;
  }
  const command = findCommand(line.commands, words);
  if (command === null)
    return refuse(line.terminal, failure('USAGE', { detail: words[0] ?? '' }), language, isJson);
  try {
    const context = readContext(
      { ...line, words: [...before, ...words.slice(command.name.split(' ').length)] },
      command,
      language,
      isJson,
    );
    if (!context.ok) return refuse(line.terminal, context, language, isJson);
    const outcome = await command.run(context.value);
    line.terminal.endProgress();
    if (!outcome.ok) return refuse(line.terminal, outcome, language, isJson);
    if (isJson) line.terminal.out(JSON.stringify(outcome.value.json, null, 2));
    else for (const text of outcome.value.human) line.terminal.out(shownText(text));
    return outcome.value.exitCode;
  } catch (error) {
    // A bug. The stack is for those who asked for it: it may show what lies in memory.
    if (line.words.includes('--debug'))
      line.terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const unwritable = unwritableOut(error, valueAfter(line.words, '--out'));
    if (unwritable !== null) return refuse(line.terminal, unwritable, language, isJson);
    return refuse(line.terminal, failure('INTERNAL'), language, isJson);
  }
}

function refuse(terminal: Terminal, { code, params }: Failure, language: Language, isJson: boolean): number {
  terminal.endProgress();
  const { says, next } = describeError(code, params, language);
  terminal.note(shownText(`error ${code}: ${says} ${next}`).replace(/\n/g, ' '));
  if (isJson) terminal.out(JSON.stringify({ error: { code, message: says, hint: next } }));
  return exitCodeFor(code);
}

function valueAfter(words: readonly string[], name: string): string | undefined {
  const index = words.indexOf(name);
  return index === -1
    ? words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
    : words[index + 1];
}

/** `orders list` before `orders`: the longest name that fits. */
function findCommand(commands: readonly Command[], words: readonly string[]): Command | null {
  const fits = commands.filter(({ name }) => name.split(' ').every((part, index) => words[index] === part));
  return fits.sort((left, right) => right.name.length - left.name.length)[0] ?? null;
}

/** The command or family that is asked about; all of them when it names none. */
function commandsOf(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const [family] = words;
  const named = findCommand(commands, words);
  const own = named === null ? commands.filter(({ name }) => name.split(' ')[0] === family) : [named];
  return own.length === 0 ? commands : own;
}

/** `line.words` are the options and operands alone. */
function readContext(
  line: CommandLine,
  command: Command,
  language: Language,
  isJson: boolean,
): Outcome<CommandContext> {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...line.words],
      options: { ...commonOptions, ...command.options, ...whyOption(command) },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    return failure('USAGE', {
      detail: `${command.name} ${command.usage} — ${(error as Error).message.split('\n')[0] ?? ''}`,
    });
  }
  if (parsed.positionals.length > operandLimit(command.usage))
    return failure('USAGE', { detail: `${command.name} ${command.usage}`.trim() });
  const values = parsed.values as Readonly<Record<string, unknown>>;
  const { parts, environment } = line;
  const terminal = sharedInput(line.terminal);
  const dataFolder =
    (values.data as string | undefined) ?? environment.SHIPDESK_DATA ?? defaultDataFolder(environment);
  const request = (passphrase: string) => ({
    folder: dataFolder,
    passphrase,
    keyStore: noKeyStore,
    isPracticeWanted: false,
    whenMissing: 'create' as const,
  });
  /** The backup may be older than the operators: it is they who must agree. What does not open can only be restored. */
  const mayRestore = async (): Promise<Failure | null> => {
    const present = { whenMissing: 'refuse' as const };
    const opened = await unlock(line, language, (passphrase) =>
      openWorkspace({ ...request(passphrase), ...present }, parts),
    );
    if (!opened.ok) return null;
    const allowed = await signIn(context, command.name, opened.value);
    if (!allowed.ok) return allowed;
    await allowed.value.close();
    return null;
  };
  const context: CommandContext = {
    operands: parsed.positionals,
    language,
    isJson,
    terminal,
    parts,
    dataFolder,
    signal: line.signal,
    text: (name) => values[name] as string | undefined,
    texts: (name) => (values[name] as readonly string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
    async open(options) {
      const opened = await unlock(line, language, (passphrase) =>
        openWorkspace({ ...request(passphrase), ...options }, parts),
      );
      return opened.ok ? signIn(context, command.name, opened.value) : opened;
    },
    async restore(file) {
      const refused = await mayRestore();
      return (
        refused ?? unlock(line, language, (passphrase) => restoreWorkspace(request(passphrase), file, parts))
      );
    },
  };
  return { ok: true, value: context };
}

/** Where a workspace has operators, why somebody looks at personal data is kept with it. */
const whyOption = ({ options }: Command): CommandOptions =>
  options.reveal === undefined ? {} : { why: { type: 'string' } };

/** Tries with the passphrase of the environment, then asks for one where there is a terminal. */
async function unlock<T extends OpenedWorkspace>(
  { terminal, environment }: CommandLine,
  language: Language,
  attempt: (passphrase: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let opened = await attempt(environment.SHIPDESK_PASSPHRASE ?? '');
  if (!opened.ok && askableCodes.includes(opened.code) && environment.SHIPDESK_PASSPHRASE === undefined) {
    const answer = await terminal.askSecret(commandText(language, 'passphrase'));
    if (answer !== null && answer !== '') opened = await attempt(answer);
  }
  if (opened.ok && opened.value.workspace.isPractice)
    terminal.note(commandText(language, 'practiceKey', { folder: opened.value.workspace.folder }));
  return opened;
}

const askableCodes: readonly ErrorCode[] = ['WORKSPACE_LOCKED', 'WORKSPACE_NO_KEY_STORE', 'BACKUP_LOCKED'];

/** `--lang`, then `SHIPDESK_LANG`, then the system's locale; `zh-CN` when none says. */
function chooseLanguage(wanted: string | undefined, environment: NodeJS.ProcessEnv): Language {
  // `label render --lang tspl` names a printer language, not one of ours.
  const own = wanted !== undefined && /^(en|zh)/i.test(wanted) ? wanted : undefined;
  const said = own ?? environment.SHIPDESK_LANG ?? environment.LC_ALL ?? environment.LANG ?? '';
  return /^en/i.test(said) ? 'en' : 'zh-CN';
}

/** 4: busy, locked, damaged, newer than the program or from before its first release. */
const workspaceCodes: readonly ErrorCode[] = [
  'WORKSPACE_BUSY',
  'WORKSPACE_LOCKED',
  'WORKSPACE_DAMAGED',
  'WORKSPACE_NEWER',
  'WORKSPACE_OLDER',
];

/** Exit code of a refused command: 1 internal · 4 the workspace itself · 2 everything else. */
export function exitCodeFor(code: ErrorCode): 1 | 2 | 4 {
  if (code === 'INTERNAL') return 1;
  return workspaceCodes.includes(code) ? 4 : 2;
}

/**
 * A disk that refused the file a person asked for with `--out` is theirs to mend; null: the error is about something
 * else, a bug perhaps.
 */
export function unwritableOut(error: unknown, out: string | undefined): Failure | null {
  if (out === undefined || !(error instanceof Error)) return null;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const place = resolve(out);
  // Writers work beside the file and rename, so that the path may be a neighbour's.
  const isThere = path !== '' && resolve(path).startsWith(dirname(place));
  return /^E[A-Z]+$/.test(code) && isThere ? failure('OUT_NOT_WRITABLE', { file: place }) : null;
}
