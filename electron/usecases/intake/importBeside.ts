import { basename } from 'node:path';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { goodsOnly } from './importFiles.ts';
import { type ImportReport, type ImportRequest, importOrders } from './importOrders.ts';
import { pairReports } from './pairReports.ts';

/** A file that was given together with another one. */
export interface FileBeside {
  readonly path: string;
  /** Name inside the zip, null for a file of its own. */
  readonly entry: string | null;
}

/**
 * Imports one file of a drop of several. Where another of them lists the goods of its orders, those are taken; a list of
 * goods whose orders are in another one stores nothing of its own.
 */
export async function importBeside(
  workspace: Workspace,
  request: ImportRequest,
  beside: readonly FileBeside[],
): Promise<Outcome<ImportReport>> {
  if (beside.length === 0) return importOrders(workspace, request);
  const listed = ({ path, entry }: FileBeside) => ({ path, entry, name: basename(path), sizeBytes: 0 });
  const self = listed({ path: request.path, entry: request.overrides?.entry ?? null });
  const pairs = await pairReports(workspace, [self, ...beside.map(listed)], undefined, request.signal);
  const goods = pairs.reports.find(({ file }) => file === self);
  if (goods !== undefined) return done(goodsOnly(workspace, goods));
  return importOrders(workspace, { ...request, goods: pairs.goodsFor(self) });
}
