import type { AlarmRow } from '../../../../shared/contracts/insight/alarms.ts';
import { worseAlarm } from '../../../../shared/domain/insight/alarm.ts';
import { errorParamsOf } from '../../../store/database/storedJson.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { StoredAlarm } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Open alarms, the worst first. */
export async function readOpenAlarms({ store }: Workspace): Promise<AlarmRow[]> {
  return (await store.read.alarms.open()).map(shownAlarm).sort(worseAlarm);
}

/** Ended alarms, the newest first. */
export async function readAlarmHistory({ store: { read } }: Workspace, window: WindowRequest) {
  const rows = await read.alarms.history(window);
  return { total: await read.alarms.countHistory(), rows: rows.map(shownAlarm) };
}

export function shownAlarm(alarm: StoredAlarm): AlarmRow {
  const { id, kind, scopeKind, scopeId, scopeName, severity, state, factsJson } = alarm;
  const { raisedAt, seenAt, seenBy, clearedAt, ending, loudAt, quietUntil } = alarm;
  return {
    id,
    kind,
    scope: { kind: scopeKind, id: scopeId, name: scopeName },
    severity,
    state,
    facts: errorParamsOf(factsJson),
    raisedAt,
    seenAt,
    seenBy,
    clearedAt,
    ending,
    loudAt,
    quietUntil,
  };
}
