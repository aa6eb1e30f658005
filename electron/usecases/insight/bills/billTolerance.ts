import { type BillTolerance, toleranceLimits, usualTolerance } from '../../../../shared/domain/bills/bill.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';

/** What counts as the same on a bill of this carrier. */
export async function toleranceOf(
  { store }: Pick<Workspace, 'store'>,
  carrier: string,
): Promise<BillTolerance> {
  return (await store.read.settings.get('billTolerances'))[carrier] ?? usualTolerance;
}

/** Holds for bills that are reconciled from now on, and for those that are judged again. */
export async function changeTolerance(
  workspace: Workspace,
  carrier: string,
  changes: Partial<BillTolerance>,
): Promise<Outcome<BillTolerance>> {
  const tolerance = { ...(await toleranceOf(workspace, carrier)), ...changes };
  for (const [name, { least, most }] of Object.entries(toleranceLimits)) {
    const value = tolerance[name as keyof BillTolerance];
    if (!Number.isInteger(value) || value < least || value > most)
      return failure('BILL_TOLERANCE_LIMIT', { name, least, most });
  }
  await change(workspace, ['bills', 'settings'], async (write) => {
    const previous = await write.settings.get('billTolerances');
    await write.settings.put('billTolerances', { ...previous, [carrier]: tolerance });
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'billTolerances' });
  });
  return done(tolerance);
}
