import { type Actor, nobody, owner, whoMay } from '../../../shared/domain/operator.ts';
import type { SealTrouble } from '../../../shared/domain/operatorAct.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { checkPin } from '../../usecases/operators/checkPin.ts';
import { actAs, actorOf, noteSignIn, type SignInNotice } from '../../usecases/operators/desk.ts';
import type { OpenedWorkspace } from '../../usecases/workspace/open.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command } from './command.ts';
import { localTime, phrases } from './phrases.ts';
import type { ReadWords } from './readWords.ts';
import { readSecret, type Terminal } from './terminal.ts';

/** Who runs which command, and where to ask for a PIN. */
export interface Signer {
  readonly command: Pick<Command, 'access' | 'reveals'>;
  readonly words: Pick<ReadWords, 'text' | 'isRevealed'>;
  readonly terminal: Terminal;
  readonly language: Language;
}

const say = phrases({
  pin: ['{name} 的数字密码：', 'PIN of {name}: '],
  wrongTries: [
    '注意：{since} 以来这个数字密码输错过 {count} 次。不是你的话，请店长查看操作记录。',
    'Note: {count} wrong tries of this PIN since {since}. If they were not yours, have a manager look at the record.',
  ],
  sealTrouble: [
    '注意：封存文件与数据库不符（{what}）。请店长用 audit verify 查看，再用 audit confirm 确认。',
    'Note: sealed file and database contradict each other ({what}). A manager looks at it by audit verify and confirms it by audit confirm.',
  ],
  pinShort: [
    '注意：店长的数字密码现在至少 6 位，请换一个：operators change --new-pin。',
    'Note: a manager’s PIN has at least 6 digits now. Set a new one: operators change --new-pin.',
  ],
  how: [
    '提示：这个工作区有操作员。加上 --operator 名字，在终端里输入数字密码，或把它写在标准输入的第一行。',
    'Note: this workspace has operators. Add --operator NAME and type the PIN at the terminal, or give it as the first line of standard input.',
  ],
});

/** Printed to stderr at sign-in. */
function noticeLines({ wrongTries, wrongSince, isPinShort }: SignInNotice, language: Language): string[] {
  const since = localTime(wrongSince);
  return [
    ...(wrongTries > 0 ? [say(language, 'wrongTries', { count: String(wrongTries), since })] : []),
    ...(isPinShort ? [say(language, 'pinShort')] : []),
  ];
}

/**
 * The gate of the command line, as the window has one: where a workspace has operators, a command acts as the one who
 * gives name and PIN, with the rights of that role. Without operators whoever unlocks is the owner.
 */
export async function signIn<T extends Pick<OpenedWorkspace, 'workspace' | 'close'>>(
  signer: Signer,
  opened: T,
): Promise<Outcome<T>> {
  const actor = await whoMayAct(signer, opened.workspace);
  if (actor.ok) {
    await noteTroubles(signer, opened.workspace);
    return done({ ...opened, workspace: actAs(opened.workspace, actor.value) });
  }
  await opened.close();
  if (actor.code === 'OPERATOR_SIGN_IN_NEEDED') sayHowToSign(signer.terminal, signer.language);
  return actor;
}

export function sayHowToSign(terminal: Terminal, language: Language): void {
  terminal.note(say(language, 'how'));
}

export const askPin = (terminal: Terminal, language: Language, name: string): Promise<string> =>
  readSecret(terminal, say(language, 'pin', { name }));

/** Each of them once, in words. */
export const troubleWords = (language: Language, troubles: readonly SealTrouble[]): string =>
  [...new Set(troubles)]
    .map((kind) => wordFor(language, 'sealTrouble', kind))
    .join(language === 'en' ? ', ' : '、');

/** A contradiction with the sealed file is reported with every command until a manager has confirmed it. */
async function noteTroubles({ terminal, language }: Signer, { store }: Workspace): Promise<void> {
  const troubles = await store.read.settings.get('sealTroubles');
  if (troubles.length === 0) return;
  const what = troubleWords(
    language,
    troubles.map(({ kind }) => kind),
  );
  terminal.note(say(language, 'sealTrouble', { what }));
}

/** null: this person may run it and see what it reveals. */
export function mayRun(
  actor: Actor,
  { access, reveals }: Signer['command'],
  isRevealed: boolean,
): Failure | null {
  if (!isRevealed) return whoMay(actor, access);
  if (reveals === undefined) throw new Error('no right is stated for what a command reveals');
  return whoMay(actor, access) ?? whoMay(actor, reveals);
}

async function whoMayAct(signer: Signer, workspace: Workspace): Promise<Outcome<Actor>> {
  const actor = await whoActs(signer, workspace);
  if (!actor.ok || actor.value.role === 'owner') return actor;
  const { command, words } = signer;
  const refused = mayRun(actor.value, command, words.isRevealed);
  if (refused !== null) return refused;
  const isReasonMissing = words.isRevealed && (words.text('why') ?? '').trim() === '';
  return isReasonMissing ? failure('REVEAL_NEEDS_REASON') : actor;
}

async function whoActs({ words, terminal, language }: Signer, workspace: Workspace): Promise<Outcome<Actor>> {
  const name = words.text('operator');
  const active = await workspace.store.read.operators.active();
  if (name === undefined) return done(active.length === 0 ? owner : nobody);
  const found = active.find((operator) => operator.name === name);
  if (found === undefined) return failure('OPERATOR_NOT_FOUND');
  const pin = await askPin(terminal, language, name);
  // An empty input does not count as a try.
  if (pin === '') return failure('OPERATOR_SIGN_IN_NEEDED');
  const checked = await checkPin(workspace, found.id, pin, 'command line');
  if (!checked.ok) return checked;
  const notice = await noteSignIn(workspace, checked.value, 'command line');
  if (notice !== null) for (const line of noticeLines(notice, language)) terminal.note(line);
  return done(actorOf(checked.value));
}
