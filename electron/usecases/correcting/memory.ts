import { join } from 'node:path';
import type { LearnedRow } from '../../../shared/contracts/addressKnowledge.ts';
import { partyOf } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { writeLearned } from '../../imports/writers/resultFiles.ts';
import type { LearnedWithUses } from '../../store/correcting/learnedRepository.ts';
import type { Repositories } from '../../store/store.ts';
import { maskedReceiver } from '../orders/order.ts';
import { exportPersonal, type PersonalExport } from '../orders/reveal.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { sendBackLifted } from './learn.ts';

/** How long a forgotten thing can be brought back. */
const forgottenKeptMs = 7 * dayMs;
/** Read at a time for an export. */
const exportPage = 500;

/** Everything learned, newest first. */
export async function readLearned(
  { store }: Workspace,
  { search, offset, limit }: { readonly search?: string | undefined; offset: number; limit: number },
): Promise<{ readonly total: number; readonly rows: LearnedRow[] }> {
  const rows = await store.read.learned.window(search, { offset, limit });
  return { total: await store.read.learned.count(search), rows: rows.map(itemOf) };
}

/** No longer uses it, sends back what it had sent on automatically, and lets go for good what was forgotten long ago. */
export function forgetLearned(workspace: Workspace, id: string): Promise<Outcome<LearnedRow>> {
  return mark(workspace, id, workspace.clock.now());
}

export function bringBackLearned(workspace: Workspace, id: string): Promise<Outcome<LearnedRow>> {
  return mark(workspace, id, null);
}

async function mark(workspace: Workspace, id: string, at: number | null): Promise<Outcome<LearnedRow>> {
  const { store, clock, changed } = workspace;
  const item = await store.write(async (write) => {
    await write.learned.markForgotten(id, at);
    if (at !== null) await sendBackLifted(workspace, write, await liftedBy(write, id));
    await write.learned.prune(clock.now() - forgottenKeptMs);
    return write.learned.byId(id);
  });
  changed('addressKnowledge', 'orders', 'status');
  return item === undefined ? failure('LEARNED_NOT_FOUND') : done(itemOf(item));
}

async function liftedBy(write: Repositories, learnedId: string): Promise<string[]> {
  const links = await write.learned.linksOf(learnedId);
  return links.filter(({ role }) => role === 'lifted').map(({ orderId }) => orderId);
}

export interface LearnedExport extends PersonalExport {
  /** null: the workspace's own folder for results. */
  readonly path: string | null;
  readonly language: Language;
}

/** Writes everything in use into one xlsx. */
export async function exportLearned(
  workspace: Workspace,
  request: LearnedExport,
): Promise<Outcome<{ readonly path: string; readonly count: number }>> {
  const { language, isRevealed } = request;
  const written = await exportPersonal(workspace, request, 'address-memory', () => {
    const path = request.path ?? join(resultsFolder(workspace), `address-memory-${workspace.nextId()}.xlsx`);
    return writeLearned({ path, rows: exportRows(workspace, isRevealed), language });
  });
  return written.ok ? done({ path: written.value.path, count: written.value.rowCount }) : written;
}

async function* exportRows(workspace: Workspace, isRevealed: boolean): AsyncGenerator<LearnedRow> {
  for (let offset = 0; ; offset += exportPage) {
    const { rows } = await readLearned(workspace, { offset, limit: exportPage });
    for (const row of rows) {
      if (!row.isForgotten) yield isRevealed ? row : { ...row, receiver: maskedReceiver(row.receiver) };
    }
    if (rows.length < exportPage) return;
  }
}

function itemOf(learned: LearnedWithUses): LearnedRow {
  return {
    id: learned.id,
    kind: learned.kind,
    source: learned.source,
    shop: learned.shop,
    written: learned.written,
    receiver: partyOf(learned),
    learnedAt: learned.learnedAt,
    usedCount: Math.max(0, learned.uses - 1),
    isForgotten: learned.forgottenAt !== null,
  };
}
