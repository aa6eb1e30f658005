import { owner } from '../../../../shared/domain/operator.ts';
import { done, ExpectedError } from '../../../../shared/errors/outcome.ts';
import { logBug } from '../../../platform/bugLog.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { serverAway } from '../../../store/server/serverTrouble.ts';
import { keptMessageJson } from '../../../store/workstations/intentJson.ts';
import type { WaitingFiles, WaitingImport } from '../../../store/workstations/waitingFiles.ts';
import { importOrders } from '../../intake/importOrders.ts';
import { makePastedOrders } from '../../intake/pasteOrders.ts';
import { keptRecognition, keptRows } from '../../intake/reading/messages.ts';
import type { OrderSource } from '../../intake/reading/orderSource.ts';
import { actAs } from '../../operators/desk.ts';
import { readSettings } from '../../workspace/settings.ts';
import { change, type Workspace, withParts } from '../../workspace/workspace.ts';
import { addConflict } from './conflicts.ts';
import { waitingFilesOf } from './keepImport.ts';

/** What the page shows of a waiting import. */
export function listWaitingImports(workspace: Workspace) {
  const files = waitingFilesOf(workspace);
  return files.ids().flatMap((id) => {
    const waiting = files.read(id);
    if (waiting === null) return [];
    const { fileName, rows, orders, at, operator } = waiting;
    return [{ id, file: fileName, rows, orders, at, operator }];
  });
}

/**
 * Brings waiting imports into the book one after the other, each once: an interrupted one continues under its id. Ends between two batches
 * when `signal` aborts.
 */
export async function bringImports(workspace: Workspace, signal: AbortSignal): Promise<void> {
  const files = waitingFilesOf(workspace);
  for (const id of files.ids()) {
    if (signal.aborted) return;
    const waiting = files.read(id);
    if (waiting === null) {
      await noteRefused(workspace, files, { id, fileName: '', at: workspace.clock.now(), operator: '' });
      continue;
    }
    try {
      const isThere = (await workspace.store.read.imports.byId(id)) !== undefined;
      if (!isThere) await bring(workspace, files, waiting, signal);
    } catch (error) {
      // When the server has a problem it stays.
      if (error instanceof ExpectedError || signal.aborted) throw error;
      logBug(error);
      await noteRefused(workspace, files, waiting);
      continue;
    }
    faultPoint('waiting.before-drop');
    files.drop(id);
    faultPoint('waiting.after-drop');
    workspace.changed('imports', 'packing');
  }
}

async function bring(
  workspace: Workspace,
  files: WaitingFiles,
  waiting: WaitingImport,
  signal: AbortSignal,
): Promise<void> {
  const { id, kind, fileName, informationAt, operator } = waiting;
  const whose = actAs(workspace, { ...owner, name: operator });
  if (kind === 'message') {
    await makePastedOrders(whose, [...pieces(files, waiting)].flatMap(keptMessageJson.read), id);
    return;
  }
  const { minConfidence } = await readSettings(workspace);
  const by = withParts(whose, { openOrderSource: async () => done(sourceOf(files, waiting)) });
  const report = await importOrders(by, {
    path: fileName,
    minConfidence,
    isDryRun: false,
    readsOtherSheets: true,
    again: { importId: id, informationAt },
    onProgress() {
      // Nothing is remembered of an import that continues later.
      if (signal.aborted) throw serverAway();
    },
  });
  if (!report.ok) throw new Error(`rows that were understood are refused: ${report.code}`);
  const { changed } = report.value;
  if (changed === 0) return;
  await change(workspace, ['packing'], (write) =>
    addConflict(workspace, write, { ...conflictOf(waiting), kind: 'import-changed', count: changed }),
  );
}

function sourceOf(files: WaitingFiles, waiting: WaitingImport): OrderSource {
  return {
    recognition: keptRecognition.read(waiting.recognition),
    async *batches() {
      for (const piece of pieces(files, waiting)) yield keptRows.read(piece);
    },
    close: async () => undefined,
  };
}

function* pieces(files: WaitingFiles, waiting: WaitingImport): Generator<string> {
  for (const piece of files.pieces(waiting)) {
    if (piece === null) throw new Error('a waiting import is not as it was kept');
    yield piece;
  }
}

type Refused = Pick<WaitingImport, 'id' | 'fileName' | 'at' | 'operator'>;

const conflictOf = ({ id, fileName, at, operator }: Refused) => ({
  id,
  orderId: '',
  orderNo: '',
  parcelNo: 0,
  waybillNo: '',
  at,
  operator,
  fileName,
});

/** It cannot be read, or the program failed on it: it is set aside, and a person is shown where. */
async function noteRefused(workspace: Workspace, files: WaitingFiles, refused: Refused): Promise<void> {
  const file = files.setAside(refused.id);
  await change(workspace, ['packing', 'imports'], (write) =>
    addConflict(workspace, write, { ...conflictOf(refused), kind: 'import-refused', file }),
  );
}
