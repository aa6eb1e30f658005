import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type BillLayout, missingFields } from '../../../imports/readBillFile.ts';
import { hashFile } from '../../../platform/dropFolder.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type BillSource, openBill, sameSheet } from './reconcileBill.ts';

interface LookedAtBill extends Pick<BillLayout, 'sheet' | 'columns'> {
  readonly missing: ReturnType<typeof missingFields>;
  readonly sameBillId: string;
}

/** What a bill looks like before it is reconciled, whatever it lacks. Nothing is stored. */
export async function lookAtBill(workspace: Workspace, source: BillSource): Promise<Outcome<LookedAtBill>> {
  const opened = await openBill(workspace, { ...source, isPreview: true });
  if (!opened.ok) return opened;
  const { layout, close } = opened.value;
  await close();
  const contentHash = await hashFile(source.path);
  const same = await sameSheet(workspace, source.carrier, contentHash, layout);
  const { sheet, columns } = layout;
  return done({ sheet, columns, missing: missingFields(layout), sameBillId: same?.id ?? '' });
}
