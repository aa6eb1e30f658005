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
import { type Handed, handCommand } from '../beside/handCommand.ts';
import type { ActOnWhole, Command, CommandContext, CommandResult, MakeNew } from './command.ts';
import { phrases } from './phrases.ts';
import type { ReadWords } from './readWords.ts';
import type { Opened, Performed, RanBeside, Running } from './run.ts';
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
});

/** Opens the workspace or hands the command to the program that has it; has whoever runs it sign in, runs it and closes. */
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
    // What it did is in the workspace; that it stopped is what must be said.
    return taken.aborted ? whyTaken(taken) : result;
  } finally {
    await besides?.close();
    await close();
  }
}

/** So long the lock of a program that has just ended may take to be free, or its successor to listen. */
const handTries = 20;
const handTryMs = 250;
/** A window that has just opened the workspace shows it before it listens: nobody there is believed after a second. */
const nobodyTries = 4;

/** Opens the workspace, or hands the command to the program that has it. What has not begun there is started over. */
async function openOrHand(
  line: Running,
  command: Command,
  words: ReadWords,
): Promise<Outcome<Opened> | RanBeside> {
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

/** What is done with the workspace as a whole, once whoever runs the command has signed in: it closes the one it is given. */
export async function actSigned<T>(
  line: Running,
  command: Command,
  words: ReadWords,
  act: ActOnWhole<T>,
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
  return act(signed.value, request, parts);
}

/** Makes a workspace where there is none; anyone who practises is warned that its key is not protected. */
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
  // Not even the folder is made of a path that was mistyped.
  if (whenMissing === 'refuse' && !existsSync(folder)) return failure('WORKSPACE_MISSING', { folder });
  const opened = await unlock(unlocking, (secret) =>
    openWorkspace({ ...requestOf(line, words, secret), whenMissing }, whileUpgrading(line, parts)),
  );
  if (opened.ok && opened.value.isNew) noteNew(line, opened.value.workspace);
  return opened;
}

/** Said aloud: whoever mistyped `--data` believes to be in the workspace of before. */
function noteNew({ terminal, language }: Running, { folder, isPractice }: Opened['workspace']): void {
  terminal.note(say(language, 'isNew', { folder }));
  if (!isPractice) terminal.note(say(language, 'noCode'));
}

/** An upgrade that keeps the command waiting says how far it is, and hears Ctrl+C while it makes its backup. */
const whileUpgrading = (line: Running, parts: WorkspaceParts): WorkspaceParts => ({
  ...parts,
  onUpgrade: upgradeLines(line),
  stopping: line.signal,
});
