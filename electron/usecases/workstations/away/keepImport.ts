import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../../imports/kit/tableFormat.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { keptMessageJson } from '../../../store/workstations/intentJson.ts';
import { mostWaiting, type WaitingRows, waitingFiles } from '../../../store/workstations/waitingFiles.ts';
import { importFromDrop } from '../../intake/importFiles.ts';
import { type ImportReport, type ImportRequest, writtenAt } from '../../intake/importOrders.ts';
import { type PastedOrder, pasteDraftName } from '../../intake/pasteOrders.ts';
import { keptRecognition, keptRows } from '../../intake/reading/messages.ts';
import type { OpenOrderSource, OrderSource } from '../../intake/reading/orderSource.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withParts } from '../../workspace/workspace.ts';

export const waitingFilesOf = ({ folder, keyFor }: Pick<Workspace, 'folder' | 'keyFor'>) =>
  waitingFiles(folder, keyFor('waiting imports'));

/**
 * Reads a file while the book is away: it is understood as ever and judged by what this bench has of the orders, and its rows are kept,
 * sealed, until the book takes them. The import is kept once this resolves; its id is that of the import in the book.
 */
export async function keepImport(
  apart: Workspace,
  request: Omit<ImportRequest, 'isDryRun'>,
  beside: Parameters<typeof importFromDrop>[2],
  most = mostWaiting,
): Promise<Outcome<ImportReport>> {
  const files = waitingFilesOf(apart);
  const size = files.size();
  const importId = apart.nextId();
  const rows = files.begin(importId);
  let recognition = '';
  let isKept = false;
  const openOrderSource: OpenOrderSource = async (...given) => {
    const opened = await apart.openOrderSource(...given);
    if (!opened.ok) return opened;
    recognition = keptRecognition.write(opened.value.recognition);
    return done(keeping(opened.value, rows, { bytes: most.bytes - size.bytes, rows: most.rows - size.rows }));
  };
  try {
    const report = await importFromDrop(
      withParts(apart, { openOrderSource }),
      { ...request, isDryRun: true },
      beside,
    );
    if (!report.ok || report.value.isCancelled || report.value.isGoodsReport === true) return report;
    faultPoint('waiting.before-head');
    const at = apart.clock.now();
    rows.keep({
      at,
      operator: apart.actor.name,
      kind: 'rows',
      fileName: report.value.file,
      informationAt: await writtenAt(request.path, at),
      recognition,
      rows: report.value.rows,
      orders: report.value.orders,
    });
    isKept = true;
    faultPoint('waiting.after-head');
    apart.changed('imports', 'packing');
    return done({ ...report.value, importId });
  } finally {
    if (!isKept) rows.drop();
  }
}

/** Keeps the orders of a message, as somebody confirmed them, until the book takes them. */
export async function keepMessage(apart: Workspace, orders: readonly PastedOrder[]): Promise<Outcome<null>> {
  const files = waitingFilesOf(apart);
  const size = files.size();
  if (size.rows + orders.length > mostWaiting.rows || size.bytes > mostWaiting.bytes)
    return failure('AWAY_IMPORTS_FULL');
  const rows = files.begin(apart.nextId());
  rows.add(keptMessageJson.write([...orders]));
  const [at, count] = [apart.clock.now(), orders.length];
  rows.keep({
    at,
    operator: apart.actor.name,
    kind: 'message',
    fileName: '',
    informationAt: at,
    recognition: '',
    rows: count,
    orders: count,
  });
  await apart.store.write((write) => write.drafts.remove(pasteDraftName));
  apart.changed('imports', 'packing');
  return done(null);
}

/** Hands the rows on as they come, and keeps each piece of them. */
function keeping(source: OrderSource, rows: WaitingRows, room: typeof mostWaiting): OrderSource {
  return {
    ...source,
    async *batches(onShare) {
      let count = 0;
      for await (const batch of source.batches(onShare)) {
        count += batch.length;
        rows.add(keptRows.write(batch));
        if (count > room.rows || rows.bytes > room.bytes) throw new TableFault(failure('AWAY_IMPORTS_FULL'));
        yield batch;
      }
    },
  };
}
