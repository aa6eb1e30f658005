import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rightsOf } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readRescueCode, rescueLength } from '../../../shared/rules/signInCodes.ts';
import { type WaitRule, waitLeftSeconds, waitSeconds } from '../../../shared/rules/tryWaits.ts';
import { backupFolder } from '../../store/backup/backUpDatabase.ts';
import { backupExtension, openBackupFile } from '../../store/backup/backupFile.ts';
import { readPeople } from '../../store/backup/readPeople.ts';
import { databaseFileName } from '../../store/database/openDatabase.ts';
import { countTry } from '../../vault/keyTries.ts';
import { isCode, isPin, repepper } from '../../vault/pinHash.ts';
import { openState, readSealedState, type SealedState } from '../../vault/sealedState.ts';
import { deriveKey } from '../../vault/sealing.ts';
import { onlyKey, type SealingKeys } from '../../vault/taggedKeys.ts';
import type { KeyCount } from '../../vault/workspaceKey.ts';

/** Who says that a backup may be restored. */
export type RestoreConsent =
  | { readonly operatorId: string; readonly pin: string }
  /** As it was typed. */
  | { readonly rescueCode: string };

interface Sources {
  readonly folder: string;
  readonly workspaceId: string;
  readonly dataKey: Uint8Array;
  /** Header and database of the given backup, where they are under this key. */
  readonly backup: { readonly sealed: string | null; readonly databasePath: string } | null;
}

/**
 * The newest sealed block that opens: of the file beside the database, of the present database, of the given backup, of the
 * other backups in the workspace's folder. A damaged database, or an old one copied back, makes nobody the owner.
 */
export function newestPeople(sources: Sources): SealedState | null {
  const { folder, workspaceId, dataKey, backup } = sources;
  const key = deriveKey(dataKey, 'sealed state');
  const beside = readSealedState(folder, key, workspaceId);
  const opened = [
    beside?.ok === true ? beside.value : null,
    readPeople(join(folder, databaseFileName), dataKey, workspaceId),
    ...(backup === null
      ? []
      : [sealedBy(backup.sealed, key, workspaceId), readPeople(backup.databasePath, dataKey, workspaceId)]),
    ...sealedInBackups(sources).map((sealed) => openState(sealed, key, workspaceId)),
  ];
  return opened.filter((state) => state !== null).reduce<SealedState | null>(newerOf, null);
}

const sealedBy = (sealed: string | null, key: Parameters<typeof openState>[1], workspaceId: string) =>
  sealed === null ? null : openState(sealed, key, workspaceId);

/** Of two that are equally new the first: what lies in the workspace comes before what is brought to it. */
function newerOf(one: SealedState | null, other: SealedState): SealedState {
  if (one === null) return other;
  const isNewer = other.revision - one.revision || other.acts.no - one.acts.no;
  return isNewer > 0 ? other : one;
}

function sealedInBackups({ folder, workspaceId, dataKey }: Sources): string[] {
  const key = deriveKey(dataKey, 'backup header');
  return backupNames(folder).flatMap((name) => {
    const file = openBackupFile(join(backupFolder(folder), name));
    if (!file.ok) return [];
    const { header } = file.value;
    const isOurs = header.workspaceId === workspaceId && file.value.proofBy(key) === 'proven';
    file.value.close();
    return isOurs && header.sealed !== null ? [header.sealed] : [];
  });
}

function backupNames(folder: string): string[] {
  try {
    return readdirSync(backupFolder(folder)).filter((name) => name.endsWith(backupExtension));
  } catch {
    return [];
  }
}

/** A name for the record of acts: of the operator, or empty for the owner and for who holds the rescue code. */
export async function mayRestore(
  newest: SealedState | null,
  consent: RestoreConsent | undefined,
  { dataKey, ...count }: KeyCount & { readonly dataKey: Uint8Array },
): Promise<Outcome<string>> {
  if (newest === null || newest.operators.length === 0) return done('');
  if (consent === undefined) return failure('OPERATOR_SIGN_IN_NEEDED');
  return 'pin' in consent
    ? checkManager(newest, consent, onlyKey(dataKey, 'pin digests'), count)
    : checkRescue(newest, consent.rescueCode, count);
}

/** Wrong PINs since the last sign-in count here too, but never keep a manager off for long: anybody may have typed them. */
const pinWait: WaitRule = { freeTries: 2, longestMs: 30_000 };

async function checkManager(
  { operators }: SealedState,
  { operatorId, pin }: Extract<RestoreConsent, { readonly pin: string }>,
  pepper: SealingKeys,
  count: KeyCount,
): Promise<Outcome<string>> {
  const found = operators.find(({ id }) => id === operatorId);
  if (found === undefined) return failure('OPERATOR_NOT_FOUND');
  const seconds = waitLeftSeconds(found.tries, count.now, pinWait);
  if (seconds > 0) return failure('OPERATOR_PIN_WAIT', { seconds });
  const checked = await countTry({ of: 'restore', ...count, isGuess: true }, async (wrongTries) =>
    (await isPin(pin, found.pin, pepper))
      ? done(found)
      : failure('OPERATOR_PIN_WRONG', { seconds: waitSeconds(wrongTries + 1) }),
  );
  if (!checked.ok) return checked;
  const right = 'manageOperators';
  return rightsOf(found).includes(right) ? done(found.name) : failure('OPERATOR_RIGHT_MISSING', { right });
}

async function checkRescue(
  { rescue }: SealedState,
  typed: string,
  count: KeyCount,
): Promise<Outcome<string>> {
  const signs = readRescueCode(typed);
  if (signs.length !== rescueLength) return failure('OPERATOR_RESCUE_FORM', { length: rescueLength });
  if (rescue === null) return failure('OPERATOR_RESCUE_NONE');
  const seconds = waitLeftSeconds(rescue, count.now);
  if (seconds > 0) return failure('OPERATOR_RESCUE_WAIT', { seconds });
  return countTry({ of: 'restore', ...count, isGuess: true }, async (wrongTries) =>
    (await isCode(signs, rescue))
      ? done('')
      : failure('OPERATOR_RESCUE_WRONG', { seconds: waitSeconds(wrongTries + 1) }),
  );
}

/** People of a block as another key seals them. Whose PIN does not open under the previous key has none until a manager gives one. */
export function underKey(state: SealedState, from: Uint8Array, to: Uint8Array): SealedState {
  // Resealing changes the bytes, and this state is held against the database of the backup, byte by byte.
  if (Buffer.compare(from, to) === 0) return state;
  const peppers = [onlyKey(from, 'pin digests'), onlyKey(to, 'pin digests')] as const;
  const operators = state.operators.map((one) => ({
    ...one,
    pin: repepper(one.pin, ...peppers) ?? { salt: '', hash: '' },
  }));
  return { ...state, operators };
}
