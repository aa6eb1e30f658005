import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type EvidenceKind, evidenceLimits } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readShopDate } from '../../../shared/rules/shopTime.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import type { StoredEvidence } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { resultsFolder, tryChange, type Workspace } from '../workspace/workspace.ts';

export type Evidence = Omit<StoredEvidence, 'sealedContent' | 'accountId'>;

export interface NewEvidence {
  readonly accountId: string;
  readonly kind: EvidenceKind;
  readonly path: string;
  /** `2027-05-31`; empty: it does not run out, or nobody said. */
  readonly validUntil: string;
}

/** How files of each kind begin, in hex. */
const beginnings: Readonly<Record<string, string>> = {
  '.pdf': '255044462d',
  '.png': '89504e470d0a1a0a',
  '.jpg': 'ffd8ff',
  '.jpeg': 'ffd8ff',
  '.xlsx': '504b0304',
  '.docx': '504b0304',
  '.txt': '',
};

/** What the file is, not what it is called: a program under the name of a picture is none. */
function isOfItsKind(name: string, content: Buffer): boolean {
  const beginning = beginnings[extname(name).toLowerCase()];
  if (beginning === undefined || content.length === 0) return false;
  return beginning === '' ? !content.includes(0) : content.toString('hex', 0, 8).startsWith(beginning);
}

/** Keeps a copy of the file, sealed; the file itself may go. */
export async function attachEvidence(workspace: Workspace, given: NewEvidence): Promise<Outcome<string>> {
  const { accountId, kind, path, validUntil } = given;
  const file = basename(path);
  if (validUntil !== '' && readShopDate(validUntil) === null) return failure('EVIDENCE_DAY_WRONG');
  const read = await readWhole(path);
  if (!read.ok) return read;
  const content = read.value;
  if (!isOfItsKind(file, content)) return failure('EVIDENCE_TYPE', { file });
  const id = workspace.nextId();
  const known = await workspace.store.read.platformRecords.evidenceOf(accountId);
  if (known.length >= evidenceLimits.files)
    return failure('EVIDENCE_TOO_MANY', { most: evidenceLimits.files });
  const sealedContent = workspace.secretBox.seal(content.toString('base64'), id);
  return tryChange(workspace, ['platformRecord'], async (write) => {
    const account = await write.accounts.byId(accountId);
    if (account === undefined) return failure('ACCOUNT_GONE');
    await write.platformRecords.addEvidence({
      id,
      accountId,
      kind,
      name: file,
      byteCount: content.length,
      digest: digestOf(content),
      sealedContent,
      validUntil,
      addedAt: workspace.clock.now(),
      addedBy: workspace.actor.name,
    });
    await recordAct(workspace, write, { kind: 'evidence-added', what: account.name });
    return done(id);
  });
}

const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function readWhole(path: string): Promise<Outcome<Buffer>> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > evidenceLimits.fileBytes)
      return failure('EVIDENCE_TOO_LARGE', {
        file,
        megabytes: Math.ceil(size / 1_000_000),
        most: evidenceLimits.fileBytes / 1_000_000,
      });
    return done(await readFile(path));
  } catch {
    return failure('EVIDENCE_UNREADABLE', { file });
  }
}

export async function removeEvidence(workspace: Workspace, id: string): Promise<Outcome<null>> {
  return tryChange(workspace, ['platformRecord'], async (write) => {
    if (!(await write.platformRecords.removeEvidence(id))) return failure('EVIDENCE_NOT_FOUND');
    await recordAct(workspace, write, { kind: 'evidence-removed', what: '' });
    return done(null);
  });
}

/** Writes the file as it was attached, among the workspace's results unless a place is named. */
export async function takeOutEvidence(
  workspace: Workspace,
  id: string,
  out?: string,
): Promise<Outcome<{ readonly path: string }>> {
  const row = await workspace.store.read.platformRecords.evidenceById(id);
  if (row === undefined) return failure('EVIDENCE_NOT_FOUND');
  const content = Buffer.from(workspace.secretBox.open(row.sealedContent, row.id), 'base64');
  if (digestOf(content) !== row.digest) throw new Error('evidence differs from what was attached');
  const path = out ?? join(resultsFolder(workspace), `evidence-${row.id}${extname(row.name).toLowerCase()}`);
  replaceOwnerOnlyFile(path, content);
  await workspace.store.write((write) =>
    recordAct(workspace, write, { kind: 'evidence-taken-out', what: '' }),
  );
  return done({ path });
}
