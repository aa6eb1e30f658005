import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { readRecoveryCode } from '../../../shared/rules/recoveryCode.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { defaultDataFolder } from '../../platform/folders.ts';
import { passphraseFrom } from '../../platform/passphraseFile.ts';
import type { WorkspaceParts } from '../../usecases/workspace/open.ts';
import { noKeyStore } from '../../vault/keyStorePort.ts';
import { phrases } from './phrases.ts';
import type { ReadWords } from './readWords.ts';
import type { Terminal } from './terminal.ts';

const say = phrases({
  passphrase: ['工作区口令或恢复码：', 'Workspace passphrase or recovery code: '],
  practiceKey: [
    '提示：这是练习工作区，密钥以仅本人可读的文件保存在 {folder}，请勿用于真实业务。',
    'Note: this is a practice workspace; its key lies in an owner-only file in {folder}. Do not use it for real work.',
  ],
});

/** The parts of a command line that unlocking needs. */
export interface Unlocking {
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly language: Language;
  readonly parts: WorkspaceParts;
}

/** What the person entered to open the workspace; empty: nothing. */
export interface Secret {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

export function requestOf({ environment }: Pick<Unlocking, 'environment'>, words: ReadWords, secret: Secret) {
  return {
    folder: words.text('data') ?? (environment.SHIPDESK_DATA || defaultDataFolder(environment)),
    ...secret,
    keyStore: noKeyStore,
    isPracticeWanted: words.isPracticeWanted,
  };
}

/** Either may be typed at the one prompt: a text with the checksum of a recovery code is one. */
const typedSecret = (typed: string): Secret =>
  readRecoveryCode(typed) === null
    ? { passphrase: typed, recoveryCode: '' }
    : { passphrase: '', recoveryCode: typed };

const askableCodes: readonly ErrorCode[] = ['WORKSPACE_LOCKED', 'WORKSPACE_NO_KEY_STORE', 'BACKUP_LOCKED'];

interface Opened {
  readonly workspace: { readonly isPractice: boolean; readonly folder: string };
}

/** Tries what the environment holds, then asks on a terminal. */
export async function askForSecret<T>(
  { terminal, environment, language }: Unlocking,
  attempt: (secret: Secret) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const given = passphraseFrom(environment);
  if (!given.ok) return given;
  const { value: passphrase } = given;
  const { SHIPDESK_RECOVERY_CODE: recoveryCode } = environment;
  const opened = await attempt({ passphrase: passphrase ?? '', recoveryCode: recoveryCode ?? '' });
  const isGiven = passphrase !== undefined || recoveryCode !== undefined;
  if (opened.ok || !askableCodes.includes(opened.code) || isGiven) return opened;
  const answer = await terminal.askSecret(say(language, 'passphrase'));
  return answer === null || answer === '' ? opened : attempt(typedSecret(answer));
}

/** The same, with a warning in a practice workspace that the key is not protected. */
export async function unlock<T extends Opened>(
  line: Unlocking,
  attempt: (secret: Secret) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return noted(line, await askForSecret(line, attempt));
}

export function noted<T extends Opened>({ terminal, language }: Unlocking, opened: Outcome<T>): Outcome<T> {
  if (opened.ok && opened.value.workspace.isPractice)
    terminal.note(say(language, 'practiceKey', { folder: opened.value.workspace.folder }));
  return opened;
}
