import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { othersWhoRead } from './ownerOnlyFiles.ts';
import { writtenText } from './writtenText.ts';

/** Variables that unlock a workspace, or lead to what does. */
const secretVariables = [
  'SHIPDESK_PASSPHRASE',
  'SHIPDESK_PASSPHRASE_FILE',
  'SHIPDESK_RECOVERY_CODE',
] as const;

/** The environment as it was given; from then on nothing in this process, and no program it starts, finds a secret in it. */
export function takeSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const remaining = { ...environment };
  for (const name of secretVariables) delete environment[name];
  return remaining;
}

/** More than any passphrase; what is longer is another file. */
const mostBytes = 4096;
const forOthers = 0o077;

/**
 * The passphrase that the environment gives: itself, or the first line of a file of its owner's alone. undefined: neither is
 * set, and a person may be asked.
 */
export function passphraseFrom(environment: NodeJS.ProcessEnv): Outcome<string | undefined> {
  const { SHIPDESK_PASSPHRASE: passphrase, SHIPDESK_PASSPHRASE_FILE: file = '' } = environment;
  return file === '' ? done(passphrase) : readPassphraseFile(resolve(file));
}

function readPassphraseFile(file: string): Outcome<string> {
  let handle: number;
  try {
    // Without O_NONBLOCK a named pipe would hang the start for ever.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return failure('PASSPHRASE_FILE_MISSING', { file });
  }
  try {
    const { mode, uid, size } = fstatSync(handle);
    if ((mode & 0o170000) !== 0o100000 || size > mostBytes)
      return failure('PASSPHRASE_FILE_SHARED', { file });
    const isOurs = process.getuid === undefined || uid === process.getuid();
    const isShared = process.platform === 'win32' ? othersWhoRead(file).length > 0 : (mode & forOthers) !== 0;
    if (!isOurs || isShared) return failure('PASSPHRASE_FILE_SHARED', { file });
    const bytes = Buffer.alloc(size);
    const text = writtenText(bytes.subarray(0, readSync(handle, bytes, 0, size, 0)));
    return text === null
      ? failure('PASSPHRASE_FILE_UNREADABLE', { file })
      : done(text.split(/\r?\n/, 1)[0] ?? '');
  } finally {
    closeSync(handle);
  }
}
