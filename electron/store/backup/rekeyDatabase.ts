import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { databasePath } from '../../platform/windows/fileNames.ts';
import { repepper } from '../../vault/pinHash.ts';
import { deriveKey, type KeyPurpose, keptPurposes } from '../../vault/sealing.ts';
import { createSecretBox } from '../../vault/secretBox.ts';
import { onlyKey } from '../../vault/taggedKeys.ts';
import { connectDatabase, databaseFileName, encryptAnew } from '../database/openDatabase.ts';
import type { JournalMark } from '../journal/openCallJournal.ts';
import { sealedColumns } from '../workspace/sealedTextRepository.ts';
import { settingOf } from '../workspace/settings.ts';
import { isDiskTrouble } from './backUpDatabase.ts';
import { settingText } from './inspectDatabase.ts';
import { stagedDatabase } from './swapWorkspace.ts';

export interface Rekeying {
  /** The folder of a workspace nobody has open, with an empty stage. */
  readonly folder: string;
  readonly previousKey: Uint8Array;
  readonly dataKey: Uint8Array;
  /** The mark of the rewritten journal of outside calls. */
  readonly journalMark: JournalMark | null;
}

/**
 * A copy of the whole database under another key, on the stage, with all in it that was sealed or hashed by the previous one. The
 * record of acts goes on under the key it was begun with: what was printed of its head stays provable. So do digests of what nobody
 * knows. `WORKSPACE_NOT_WRITABLE`: the disk refused it.
 */
export function rekeyDatabase(rekeying: Rekeying): Outcome<null> {
  try {
    copyUnder(rekeying);
    return done(null);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return failureFrom(error, failure('WORKSPACE_NOT_WRITABLE', { folder: rekeying.folder }));
  }
}

function copyUnder({ folder, previousKey, dataKey, journalMark }: Rekeying): void {
  const to = stagedDatabase(folder);
  const source = connectDatabase(join(folder, databaseFileName), previousKey, { fileMustExist: true });
  try {
    source.prepare('vacuum into ?').run(databasePath(to));
  } finally {
    source.close();
  }
  const copy = connectDatabase(to, previousKey, { fileMustExist: true });
  try {
    copy.transaction(() => {
      resealColumns(copy, previousKey, dataKey);
      repepperPins(copy, previousKey, dataKey);
      const recordKey = settingOf('recordKey', settingText(copy, 'recordKey'));
      putSetting(copy, 'recordKey', recordKey ?? hexOf(previousKey, 'record of acts'));
      const kept = settingOf('keptKeys', settingText(copy, 'keptKeys'));
      const keys = keptPurposes.map((purpose) => [purpose, kept?.[purpose] ?? hexOf(previousKey, purpose)]);
      putSetting(copy, 'keptKeys', Object.fromEntries(keys));
      putSetting(copy, 'journalMark', journalMark);
    })();
    encryptAnew(copy, dataKey);
  } finally {
    copy.close();
  }
}

const hexOf = (previousKey: Uint8Array, purpose: KeyPurpose): string =>
  deriveKey(previousKey, purpose).export().toString('hex');

function putSetting(database: Database.Database, key: string, value: unknown): void {
  database
    .prepare('insert or replace into settings (key, value_json) values (?, ?)')
    .run(key, JSON.stringify(value));
}

function resealColumns(database: Database.Database, previousKey: Uint8Array, dataKey: Uint8Array): void {
  const boxOf = (key: Uint8Array) => createSecretBox(onlyKey(key, 'account secrets'));
  const [previous, next] = [boxOf(previousKey), boxOf(dataKey)];
  for (const { table, key, columns } of sealedColumns)
    for (const column of columns) {
      const ids = database.prepare(`select ${key} from ${table}`).pluck().all() as string[];
      // One at a time: files that were attached to a record are large.
      const read = database.prepare(`select ${column} from ${table} where ${key} = ?`).pluck();
      const update = database.prepare(`update ${table} set ${column} = ? where ${key} = ?`);
      for (const id of ids) update.run(next.seal(previous.open(read.get(id) as string, id), id), id);
    }
}

function repepperPins(database: Database.Database, previousKey: Uint8Array, dataKey: Uint8Array): void {
  const [previous, next] = [onlyKey(previousKey, 'pin digests'), onlyKey(dataKey, 'pin digests')];
  const rows = database
    .prepare("select id, pin_salt, pin_hash from operators where pin_hash <> ''")
    .all() as {
    id: string;
    pin_salt: string;
    pin_hash: string;
  }[];
  const update = database.prepare('update operators set pin_salt = ?, pin_hash = ? where id = ?');
  for (const { id, pin_salt: salt, pin_hash: hash } of rows) {
    const pin = repepper({ salt, hash }, previous, next);
    update.run(pin?.salt ?? '', pin?.hash ?? '', id);
  }
}
