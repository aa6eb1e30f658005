import type { MessageEvent } from '../../../../shared/domain/insight/alarm.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { StoredAlarm } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** After this time the beginning of an alarm is no longer useful. */
const keptMs = 7 * dayMs;

type Port = Pick<Workspace, 'clock' | 'nextId'>;

/** Queues an alarm's messages for each channel, in the transaction that changes the alarm; each once. */
export async function queueMessages(
  { clock, nextId }: Port,
  write: Repositories,
  alarm: StoredAlarm,
  event: Exclude<MessageEvent, 'test' | 'cleared'>,
): Promise<void> {
  const now = clock.now();
  for (const channel of await write.alarmChannels.all()) {
    if (channel.isUrgentOnly === 1 && alarm.severity !== 'urgent') continue;
    // A channel cannot report its own failure.
    if (alarm.kind === 'channel-down' && alarm.scopeId === channel.id) continue;
    await write.alarmMessages.insertIfNew({
      ...blankMessage(nextId(), channel.id, now),
      alarmId: alarm.id,
      event,
      runAt: Math.max(now, alarm.quietUntil ?? 0),
    });
  }
}

/** It is over: channels that announced it announce that too; for the others nothing more is sent. */
export async function queueEnd(
  { clock, nextId }: Port,
  write: Repositories,
  alarm: StoredAlarm,
): Promise<void> {
  const now = clock.now();
  const messages = await write.alarmMessages.ofAlarm(alarm.id);
  const waiting = messages.filter(({ state }) => state === 'waiting');
  await write.alarmMessages.end(
    waiting.map(({ id }) => id),
    { state: 'dropped', errorCode: '' },
    now,
  );
  const reached = messages.filter(
    ({ state }) => state === 'sent' || state === 'unknown' || state === 'sending',
  );
  for (const channelId of new Set(reached.map((message) => message.channelId)))
    if ((await write.alarmChannels.byId(channelId)) !== undefined)
      await write.alarmMessages.insertIfNew({
        ...blankMessage(nextId(), channelId, now),
        alarmId: alarm.id,
        event: 'cleared',
      });
}

function blankMessage(id: string, channelId: string, now: number) {
  return {
    id,
    alarmId: '',
    channelId,
    event: 'raised' as const,
    state: 'waiting' as const,
    attempts: 0,
    createdAt: now,
    runAt: now,
    expiresAt: now + keptMs,
    endedAt: null,
    errorCode: '',
  };
}
