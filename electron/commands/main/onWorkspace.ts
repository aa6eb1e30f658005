import { existsSync } from 'node:fs';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { anySignal } from '../../platform/anySignal.ts';
import { passphraseFrom } from '../../platform/passphraseFile.ts';
import {
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
  whyTaken,
} from '../../usecases/workspace/open.ts';
import { isOnServer } from '../../usecases/workstations/openBook.ts';
import { type Handed, handCommand } from '../beside/handCommand.ts';
import type { Command, CommandContext, CommandResult, MakeNew, WorkspaceAct } from './command.ts';
import { phrases } from './phrases.ts';
import type { ReadWords } from './readWords.ts';
import type { Opened, Performed, RanElsewhere, Running } from './run.ts';
import { signIn } from './signIn.ts';
import { requestOf, unlock } from './unlock.ts';
import { upgradeLines } from './upgradeLines.ts';

const say = phrases({
  isNew: [
    '提示：{folder} 里原来没有工作区，已新建一个。',
    'Note: there was no workspace in {folder}; a new one was made.',
  ],
  noCode: [
    '提示：现在只有口令能打开它和它的备份。运行 keys recovery 生成恢复码，抄在纸上，口令忘了也能打开。',
    'Note: only its passphrase opens it and its backups. Run keys recovery for a recovery code, for the day the passphrase is lost.',
  ],
  isSlow: [
    '提示：服务器回应很慢，或者正忙着处理别的工作台的事，还在打开 ……',
    'Note: the server answers slowly or is busy with other benches; still opening …',
  ],
});

/** A server that has not opened its book by then lets a person believe that the program hangs. */
const slowMs = 10_000;

/** Opens the workspace or hands the command to the program that has it; signs in, runs the command and closes. */
export async function performOnWorkspace(
  line: Running,
  command: Command,
  words: ReadWords,
  context: CommandContext,
): Promise<Performed> {
  const opened = await openOrHand(line, command, words);
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
    // What it did is stored; that it was stopped must be reported.
    return taken.aborted ? whyTaken(taken) : result;
  } finally {
    await besides?.close();
    await close();
  }
}

/** How long the lock of a program that has just ended may take to be released, or its successor to listen. */
const handTries = 20;
const handTryMs = 250;
/** A window that has just opened the workspace is visible before it listens: after a second without an answer no program is assumed. */
const nobodyTries = 4;

/** Opens the workspace, or hands the command to the program that has it. A command that did not begin there is tried again. */
async function openOrHand(
  line: Running,
  command: Command,
  words: ReadWords,
): Promise<Outcome<Opened> | RanElsewhere> {
  const parts = await line.parts();
  for (let tries = 1; ; tries++) {
    const opened = await open(line, command, words);
    if (opened.ok || opened.code !== 'WORKSPACE_BUSY' || line.lent !== undefined) return opened;
    const handed = await hand(line, words);
    if (typeof handed === 'number') return { handed };
    if (handed === 'cut-off') return failure('COMMAND_CUT_OFF');
    if (handed === 'other-version') return failure('COMMAND_OTHER_VERSION', { ...opened.params });
    const mostTries = handed === 'nobody' ? nobodyTries : handTries;
    if (tries >= mostTries || line.signal.aborted) return opened;
    await parts.clock.sleep(handTryMs, line.signal);
  }
}

async function hand(line: Running, words: ReadWords): Promise<Handed> {
  const { terminal, signal, environment } = line;
  const { folder } = requestOf(line, words, { passphrase: '', recoveryCode: '' });
  // The file is read with the caller's rights, relative to the caller's folder.
  const given = passphraseFrom(environment);
  const passphrase = given.ok ? given.value : undefined;
  const unlocking = { ...environment, SHIPDESK_PASSPHRASE: passphrase };
  return handCommand({ folder, words: line.words, environment: unlocking, terminal, signal });
}

/** Asks the program that has the workspace to do it; null: it cannot, or did not take it. */
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

/** Acts on the workspace as a whole, after sign-in; the act closes the workspace it is given. */
export async function actSigned<T>(
  line: Running,
  command: Command,
  words: ReadWords,
  action: WorkspaceAct<T>,
): Promise<Outcome<T>> {
  let request: OpenRequest | null = null;
  const parts = await line.parts();
  const opened = await unlock({ ...line, parts }, (secret) => {
    request = { ...requestOf(line, words, secret), whenMissing: 'refuse' as const };
    return openWorkspace(request, whileUpgrading(line, parts));
  });
  if (!opened.ok) return opened;
  const { terminal, language } = line;
  const signed = await signIn({ command, words, terminal, language }, opened.value);
  if (!signed.ok || request === null) return signed as Failure;
  return action(signed.value, request, parts);
}

/** Makes a workspace where there is none; for a practice workspace it warns that the key is not protected. */
export async function openNewFolder(line: Running, words: ReadWords, attempt: MakeNew) {
  const parts = await line.parts();
  return unlock({ ...line, parts }, (secret) =>
    attempt({ ...requestOf(line, words, secret), whenMissing: 'create' }, whileUpgrading(line, parts)),
  );
}

async function open(line: Running, { begins }: Command, words: ReadWords): Promise<Outcome<Opened>> {
  const { lent } = line;
  const parts = await line.parts();
  const unlocking = { ...line, parts };
  if (lent !== undefined)
    return unlock(unlocking, async (secret) => {
      const proven = await lent.prove(secret);
      return proven.ok ? done({ ...lent, close: () => Promise.resolve() }) : proven;
    });
  const whenMissing = begins === true ? ('create' as const) : ('refuse' as const);
  const { folder } = requestOf(line, words, { passphrase: '', recoveryCode: '' });
  // A mistyped path must not even leave a folder behind.
  if (whenMissing === 'refuse' && !existsSync(folder)) return failure('WORKSPACE_MISSING', { folder });
  const opened = await unlock(unlocking, (secret) =>
    noteSlowServer(line, folder, parts, () =>
      openWorkspace({ ...requestOf(line, words, secret), whenMissing }, whileUpgrading(line, parts)),
    ),
  );
  if (opened.ok && opened.value.isNew) noteNew(line, opened.value.workspace);
  return opened;
}

async function noteSlowServer<T>(
  { terminal, language }: Running,
  folder: string,
  { clock }: WorkspaceParts,
  work: () => Promise<T>,
): Promise<T> {
  const opened = new AbortController();
  void clock.sleep(slowMs, opened.signal).then(() => {
    // Asked only now: before its opening has judged it, the folder may be a file, or somebody else's.
    if (!opened.signal.aborted && isOnServer(folder)) terminal.note(say(language, 'isSlow'));
  });
  try {
    return await work();
  } finally {
    opened.abort();
  }
}

/** Reported, because after a mistyped `--data` a person believes to be in the usual workspace. */
function noteNew({ terminal, language }: Running, { folder, isPractice }: Opened['workspace']): void {
  terminal.note(say(language, 'isNew', { folder }));
  if (!isPractice) terminal.note(say(language, 'noCode'));
}

/** A long upgrade reports its progress, and can be stopped by Ctrl+C during its backup. */
const whileUpgrading = (line: Running, parts: WorkspaceParts): WorkspaceParts => ({
  ...parts,
  onUpgrade: upgradeLines(line),
  stopping: line.signal,
});
