import { type Kysely, sql } from 'kysely';
import { onlyWorkstation, type Workstation } from '../../../shared/domain/workstation.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { onlyKey } from '../../vault/taggedKeys.ts';
import type { Schema } from '../schema.ts';
import type { SealedBy } from '../workspace/sealedTextRepository.ts';
import { sealRevision } from '../workspace/sealUpkeep.ts';
import { createSettingRepository } from '../workspace/settingRepository.ts';
import type { EverySetting } from '../workspace/settings.ts';
import type { EarlierCopy } from './copyBook.ts';

export interface Files {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  /** The keys of the book on the server. */
  readonly keys: BookKeys;
}

export interface Bench {
  readonly id: string;
  readonly name: string;
}

type BookMove = NonNullable<EverySetting['bookMove']>;
export type Copy = NonNullable<BookMove['copy']>;

/** How texts are sealed in a folder, and on the server. */
export const sealedHere = ({ dataKey }: Pick<Files, 'dataKey'>): SealedBy => ({
  secrets: onlyKey(dataKey, 'account secrets'),
  pins: onlyKey(dataKey, 'pin digests'),
});
export const sealedThere = ({ keys }: Pick<Files, 'keys'>): SealedBy => ({
  secrets: keys.sealing('account secrets'),
  pins: keys.sealing('pin digests'),
});

export const settingsOf = (db: Kysely<Schema>) =>
  createSettingRepository(db, onlyWorkstation, () => undefined);

/** Digests of PINs are sealed by another key now: what lies sealed beside the book is behind it, and not unlike it. */
export async function noteOtherSeal(db: Kysely<Schema>, workstation: Workstation): Promise<void> {
  const settings = createSettingRepository(db, workstation, () => undefined);
  const seal = await settings.get('seal');
  if (seal === null) return;
  const revision = ((await sealRevision({ settings })) ?? 0) + 1;
  await settings.put('seal', { ...seal, revision });
  await settings.put('sealRevision', revision);
}

export const putMove = (
  db: Kysely<Schema>,
  state: BookMove['state'],
  { id, name }: Bench,
  copy: Copy | null = null,
): Promise<void> => settingsOf(db).put('bookMove', { state, benchId: id, benchName: name, copy });

/** What is left there of another copy, which one with this mark may go on with. */
export function earlierCopy(before: BookMove | null, mark: string): EarlierCopy {
  if (before === null || before.state === 'left') return 'none';
  return before.copy?.mark === mark ? 'goes-on' : 'unlike';
}

/** A book that has left, or came only half, may be written over; one that somebody works with may not. */
export async function isInUseThere(db: Kysely<Schema>): Promise<boolean> {
  if ((await settingsOf(db).get('bookMove')) !== null) return false;
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from orders) + (select count(*) from accounts) + (select count(*) from operator_acts) as total`.execute(
    db,
  );
  return (rows[0]?.total ?? 0) > 0;
}
