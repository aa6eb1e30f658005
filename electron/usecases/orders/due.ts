import { hourMs } from '../../../shared/rules/shopTime.ts';
import type { OrderFilter } from '../../store/orders/orderFilter.ts';
import { readAlarmRules } from '../insight/alarms/alarmRules.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Older orders are no longer urgent. */
export const oldOrdersMs = 30 * 24 * hourMs;

/** Orders that must leave within the hours of the ship-by alarm, or should have left. */
export async function dueSpan(workspace: Workspace) {
  const { shipByHours } = (await readAlarmRules(workspace)).limits;
  const now = workspace.clock.now();
  return { from: now - oldOrdersMs, before: now + shipByHours * hourMs };
}

/** A filter as the store is asked for it: what `due` means depends on when it is asked. */
export async function filterNow<Filter extends OrderFilter>(workspace: Workspace, filter: Filter) {
  return filter.state === 'due' ? { ...filter, due: await dueSpan(workspace) } : filter;
}
