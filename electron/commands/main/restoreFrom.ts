import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  type BackupReport,
  inspectBackup,
  type RestoredWorkspace,
  restoreWorkspace,
} from '../../usecases/workspace/restore.ts';
import type { RestoreConsent } from '../../usecases/workspace/restoreGate.ts';
import { phrases } from './phrases.ts';
import type { ReadWords } from './readWords.ts';
import type { CommandLine } from './run.ts';
import { askPin, sayHowToSign } from './signIn.ts';
import { readSecret } from './terminal.ts';
import { askForSecret, noted, requestOf, type Secret, type Unlocking } from './unlock.ts';

const say = phrases({
  rescueCode: ['找回码：', 'Rescue code: '],
  replace: [
    '这份备份用的是另一把密钥。确认替换现在工作区的密钥，请输入 {word}：',
    'This backup is under another key. To replace the key of the present workspace type {word}: ',
  ],
});

/** Typed out, so that nobody replaces a key by pressing Enter. */
const replaceWord = 'REPLACE';

export interface RestoreOptions {
  readonly isRescued: boolean;
  readonly isKeyReplaced: boolean;
  /** The confirmation typed in advance, where no question can be asked. */
  readonly yes: string | undefined;
}

/** Inspects the backup, asks those who must agree, and restores it in the workspace's place. */
export async function restoreFrom(
  line: Unlocking & Pick<CommandLine, 'signal'>,
  words: ReadWords,
  file: string,
  options: RestoreOptions,
): Promise<Outcome<RestoredWorkspace>> {
  const asked = (secret: Secret) => ({
    ...requestOf(line, words, secret),
    whenMissing: 'create' as const,
    stopping: line.signal,
  });
  let used: Secret = { passphrase: '', recoveryCode: '' };
  const inspected = await askForSecret(line, (secret) => {
    used = secret;
    return inspectBackup(asked(secret), file, line.parts);
  });
  if (!inspected.ok) return inspected;
  const consent = await askConsent(line, words, inspected.value, options);
  if (!consent.ok) return consent;
  const replaceKey = inspected.value.standing === 'other' && (await mayReplace(line, options));
  const request = { ...asked(used), ...consent.value, replaceKey };
  return noted(line, await restoreWorkspace(request, file, line.parts));
}

async function askConsent(
  { terminal, language }: Unlocking,
  words: ReadWords,
  { operators }: BackupReport,
  { isRescued }: RestoreOptions,
): Promise<Outcome<{ readonly consent?: RestoreConsent }>> {
  const name = words.text('operator');
  if (operators.length === 0) return name === undefined ? done({}) : failure('OPERATOR_NOT_FOUND');
  if (isRescued)
    return done({ consent: { rescueCode: await readSecret(terminal, say(language, 'rescueCode')) } });
  const found = operators.find((one) => one.name === name);
  if (name !== undefined && found === undefined) return failure('OPERATOR_NOT_FOUND');
  const pin = found === undefined ? '' : await askPin(terminal, language, found.name);
  if (found !== undefined && pin !== '') return done({ consent: { operatorId: found.id, pin } });
  sayHowToSign(terminal, language);
  return failure('OPERATOR_SIGN_IN_NEEDED');
}

async function mayReplace(
  { terminal, language }: Unlocking,
  { isKeyReplaced, yes }: RestoreOptions,
): Promise<boolean> {
  if (!isKeyReplaced) return false;
  const typed = yes ?? (await terminal.askSecret(say(language, 'replace', { word: replaceWord })));
  return typed === replaceWord;
}
