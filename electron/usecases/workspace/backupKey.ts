import { join } from 'node:path';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BackupProof, OpenBackup } from '../../store/backup/backupFile.ts';
import { opensWith } from '../../store/backup/inspectDatabase.ts';
import { databaseFileName } from '../../store/database/openDatabase.ts';
import { hasDatabase } from '../../store/openStore.ts';
import { isUnprotected, type KeyFile } from '../../vault/keySlots.ts';
import { countTry } from '../../vault/keyTries.ts';
import { readSealedState } from '../../vault/sealedState.ts';
import { deriveKey } from '../../vault/sealing.ts';
import {
  isKeyGuess,
  type KeyCount,
  type KeyRequest,
  openKeyFile,
  readKeyFile,
} from '../../vault/workspaceKey.ts';

/** What opens a backup, and what that is to the workspace it would take the place of. */
export interface BackupKey {
  readonly dataKey: Uint8Array;
  /** Of the present workspace; null: there is none, or nothing that was given opens it. */
  readonly presentKey: Uint8Array | null;
  /** `same`: the very key of the present workspace · `new`: there is no workspace · `other`: it would be replaced. */
  readonly standing: 'same' | 'new' | 'other';
  readonly proof: Exclude<BackupProof, 'forged'>;
  /** The present slots stay: they open the same key, and may have been changed since. */
  readonly keepsSlots: boolean;
}

interface Asked {
  readonly request: KeyRequest & { readonly folder: string };
  readonly backup: OpenBackup;
  readonly count: KeyCount;
}

/** May this backup be opened for this folder, and by which key? Wrong secrets are counted once, whichever file they are tried on. */
export function openBackupKey(asked: Asked): Promise<Outcome<BackupKey>> {
  const { request, backup, count } = asked;
  const { keyFile, workspaceId } = backup.header;
  const present = readKeyFile(request.folder);
  const known = present?.ok === true ? present.value : null;
  if (known !== null && known.workspaceId !== workspaceId) return settled(failure('BACKUP_FOREIGN'));
  const weaker = weakerKey(known, keyFile);
  if (weaker !== null) return settled(weaker);
  const isGuess = isKeyGuess(keyFile, request) || (known !== null && isKeyGuess(known, request));
  return countTry({ of: 'key', ...count, isGuess }, async () => {
    const opened = known === null ? null : await openKeyFile(known, request);
    const presentKey = opened?.ok === true ? opened.value.dataKey : null;
    if (presentKey !== null && backup.proofBy(headerKey(presentKey)) === 'proven')
      return done({ dataKey: presentKey, presentKey, standing: 'same', proof: 'proven', keepsSlots: true });
    const own = await openKeyFile(keyFile, request);
    // A mistyped code must be reported as one.
    if (!own.ok) return failure(own.code === 'RECOVERY_CODE_TYPO' ? own.code : 'BACKUP_LOCKED');
    return judge(asked, present !== null, presentKey, own.value.dataKey);
  });
}

const settled = (refusal: Failure): Promise<Outcome<never>> => Promise.resolve(refusal);
const headerKey = (dataKey: Uint8Array) => deriveKey(dataKey, 'backup header');

/** A key in clear never takes the place of one that somebody must know or hold. */
function weakerKey(present: KeyFile | null, brought: KeyFile): Failure | null {
  if (present === null || isUnprotected(present) || !isUnprotected(brought)) return null;
  return failure('BACKUP_WEAKER_KEY');
}

function judge(
  { request: { folder }, backup }: Asked,
  hasKeyFile: boolean,
  presentKey: Uint8Array | null,
  dataKey: Uint8Array,
): Outcome<BackupKey> {
  const proof = backup.proofBy(headerKey(dataKey));
  if (proof === 'forged') return failure('BACKUP_FORGED');
  if (presentKey !== null) {
    const isSame = Buffer.from(presentKey).equals(Buffer.from(dataKey));
    const standing = isSame ? 'same' : 'other';
    return done({ dataKey, presentKey, standing, proof, keepsSlots: isSame });
  }
  const opened = { dataKey, presentKey, proof, keepsSlots: false };
  const { workspaceId, keyFile } = backup.header;
  const isPractice = isUnprotected(keyFile);
  const isEmpty = !hasKeyFile && !hasDatabase(folder);
  // Nothing proves it, and its key lies in it: whoever has written a letter could have written this.
  if (isPractice && proof === 'old-format' && isEmpty) return failure('BACKUP_NOT_PROVEN');
  if (isEmpty) return done({ ...opened, standing: 'new' });
  const seal = readSealedState(folder, deriveKey(dataKey, 'sealed state'), workspaceId);
  if (seal?.ok === true || opensWith(join(folder, databaseFileName), dataKey))
    return done({ ...opened, standing: 'same' });
  // The slots of the present workspace are whole, and nothing that was given opens one.
  if (readKeyFile(folder)?.ok === true) return failure('BACKUP_KEY_UNKNOWN');
  return isPractice ? failure('BACKUP_WEAKER_KEY') : done({ ...opened, standing: 'other' });
}
