import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { recordAct } from '../../operators/acts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

/**
 * A person confirms that the money of these parcels is on the account, whatever platform and lists report: small shops get no list of
 * payouts. All or none (COD_NOT_FOUND); returns how many had not been confirmed before.
 */
export const confirmCod = (workspace: Workspace, waybillNos: readonly string[]): Promise<Outcome<number>> =>
  setConfirmed(workspace, waybillNos, true);

/** It is not there after all: what was reported counts again. */
export const reopenCod = (workspace: Workspace, waybillNos: readonly string[]): Promise<Outcome<number>> =>
  setConfirmed(workspace, waybillNos, false);

function setConfirmed(
  workspace: Workspace,
  waybillNos: readonly string[],
  isThere: boolean,
): Promise<Outcome<number>> {
  const { actor, clock } = workspace;
  return tryChange(workspace, ['bills'], async (write) => {
    const changed: string[] = [];
    for (const waybillNo of new Set(waybillNos.map((one) => one.trim().toUpperCase()))) {
      const order = await write.cod.orderOf(waybillNo);
      if (order === undefined) return failure('COD_NOT_FOUND', { waybillNo });
      if ((order.confirmedAt !== null) === isThere) continue;
      await write.cod.confirm(order, isThere ? { at: clock.now(), by: actor.name } : null);
      changed.push(waybillNo);
    }
    const kind = isThere ? 'cod-confirmed' : 'cod-reopened';
    if (changed.length > 0) await recordAct(workspace, write, { kind, what: whatOf(changed) });
    return done(changed.length);
  });
}

/** The first by its number, the rest by their count. */
function whatOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} +${others.length}`;
}
