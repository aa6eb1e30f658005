import type { MessageEvent } from '../../../../shared/domain/insight/alarm.ts';
import { errorDefinition } from '../../../../shared/errors/catalogue.ts';
import type { CallOutcome } from '../../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import { alarmSentence } from '../../../../shared/text/alarmSentence.ts';
import type { Language } from '../../../../shared/text/describeError.ts';
import { spanText } from '../../../../shared/text/spanText.ts';
import { say, wordFor } from '../../../../shared/text/words.ts';
import type { ChannelPost, PostedAlarm } from '../../../channels/channel.ts';
import { channelWay } from '../../../channels/index.ts';
import { redactText } from '../../../privacy/redactText.ts';
import { errorColumnsOf, errorParamsOf } from '../../../store/database/storedJson.ts';
import { channelFieldsJson } from '../../../store/insight/alarmJson.ts';
import type { AlarmChannel, AlarmMessage, StoredAlarm } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { quietFor } from './raiseAlarm.ts';

/** Pauses of a channel after each failed try. */
const pausesMs: readonly number[] = [30_000, minuteMs, 2 * minuteMs, 5 * minuteMs, 10 * minuteMs];
const longestPauseMs = 30 * minuteMs;
/** More lines are not read in a group. */
const mostAtOnce = 20;

type Words = Pick<StoredAlarm, 'kind' | 'scopeName' | 'factsJson'>;

/** The text sent outside: names given by people here may contain a phone number. */
export function shownOutside({ kind, scopeName, factsJson }: Words, language: Language): string {
  const scope = { name: redactText(scopeName) };
  return alarmSentence({ kind, scope, facts: errorParamsOf(factsJson) }, language);
}

/** Sends what waits, one post per channel. A message being sent when the program ended may have arrived and is not sent again. */
export async function deliverMessages(workspace: Workspace): Promise<void> {
  const { store, clock } = workspace;
  const channels = await store.read.alarmChannels.all();
  if (channels.length === 0) return;
  await store.write((write) => write.alarmMessages.giveUpSending(clock.now()));
  for (const channel of channels) await deliverTo(workspace, channel);
}

/** A delay longer than any pause was set while the clock was ahead: the message is due now. */
async function bringBack({ store, clock }: Workspace, channel: AlarmChannel): Promise<void> {
  const now = clock.now();
  const far = await store.read.alarmMessages.waitingBeyond(channel.id, now + longestPauseMs);
  const late: string[] = [];
  for (const { id, alarmId, runAt } of far) {
    const alarm = await store.read.alarms.byId(alarmId);
    if (alarm === undefined || runAt > now + quietFor(alarm, now) + longestPauseMs) late.push(id);
  }
  if (late.length > 0) await store.write((write) => write.alarmMessages.runNow(late, now));
}

async function deliverTo(workspace: Workspace, channel: AlarmChannel): Promise<void> {
  const { store, clock } = workspace;
  await bringBack(workspace, channel);
  const due = await store.read.alarmMessages.due(channel.id, clock.now(), mostAtOnce);
  if (due.length === 0) return;
  const { post, spent } = await postOf(workspace, due);
  const live = due.filter(({ id }) => !spent.includes(id));
  await store.write(async (write) => {
    await write.alarmMessages.end(spent, { state: 'expired', errorCode: '' }, clock.now());
    await write.alarmMessages.begin(live.map(({ id }) => id));
  });
  if (live.length === 0) return;
  await settle(workspace, channel, live, await sendTo(workspace, channel, post));
  workspace.changed('alarms');
}

/** Makes the call; its certainty decides what becomes of the messages. */
export function sendTo(
  { secretBox, ports }: Workspace,
  channel: AlarmChannel,
  post: ChannelPost,
): Promise<CallOutcome<null>> {
  const fields = channelFieldsJson.read(secretBox.open(channel.sealedFields, channel.id));
  return channelWay(channel.kind).send(fields, post, ports);
}

async function settle(
  { store, clock }: Workspace,
  channel: AlarmChannel,
  due: readonly AlarmMessage[],
  outcome: CallOutcome<null>,
): Promise<void> {
  const now = clock.now();
  const ids = due.map(({ id }) => id);
  await store.write(async (write) => {
    await noteOutcome(write, channel, outcome, now);
    if (outcome.ok) return write.alarmMessages.end(ids, { state: 'sent', errorCode: '' }, now);
    const { code, certainty } = outcome;
    if (certainty === 'unknown')
      return write.alarmMessages.end(ids, { state: 'unknown', errorCode: code }, now);
    // A refusal remains until a person acts: retried rarely, so that nothing is lost once the channel is fixed.
    const tries = Math.min(...due.map(({ attempts }) => attempts));
    const pauseMs = (errorDefinition(code).retryable ? pausesMs[tries] : undefined) ?? longestPauseMs;
    return write.alarmMessages.putBack(ids, now + pauseMs, code);
  });
}

/** The channel's health: since when it fails and why, or when it last succeeded. */
export async function noteOutcome(
  write: Repositories,
  channel: AlarmChannel,
  outcome: CallOutcome<null>,
  now: number,
): Promise<void> {
  await write.alarmChannels.note(
    channel.id,
    outcome.ok
      ? { failingSince: null, errorCode: '', errorParamsJson: '{}', lastSentAt: now }
      : { failingSince: channel.failingSince ?? now, ...errorColumnsOf(outcome) },
  );
}

/** `spent`: too old to be useful, or of an alarm that is no longer stored. */
async function postOf(workspace: Workspace, due: readonly AlarmMessage[]) {
  const { store, clock } = workspace;
  const { language } = await readSettings(workspace);
  const now = clock.now();
  const spent: string[] = [];
  const alarms: PostedAlarm[] = [];
  for (const { id, alarmId, event, expiresAt } of due) {
    const alarm = expiresAt <= now ? undefined : await store.read.alarms.byId(alarmId);
    if (alarm === undefined) spent.push(id);
    else alarms.push(posted(alarm, event, language));
  }
  const lines = alarms.map(({ event, kind, text, raisedAt, clearedAt }) => {
    const title = wordFor(language, 'alarm', kind);
    const line = say(language, 'alarmText.one', { event: eventWord(event, language), title, says: text });
    const minutes = ((clearedAt ?? now) - raisedAt) / minuteMs;
    // Sent late: the duration is part of the message.
    return minutes < 2
      ? line
      : line + say(language, 'alarmText.since', { span: spanText(minutes, language) });
  });
  const post: ChannelPost = {
    id: due[0]?.id ?? '',
    at: now,
    title: titleOf(alarms, language),
    lines,
    alarms,
  };
  return { post, spent };
}

function posted(alarm: StoredAlarm, event: MessageEvent, language: Language): PostedAlarm {
  const { id, kind, severity, scopeName, factsJson, raisedAt, clearedAt } = alarm;
  return {
    id,
    event,
    kind,
    severity,
    scope: redactText(scopeName),
    facts: errorParamsOf(factsJson),
    raisedAt,
    clearedAt,
    text: shownOutside(alarm, language),
  };
}

function titleOf(alarms: readonly PostedAlarm[], language: Language): string {
  const [first] = alarms;
  if (first === undefined || alarms.length > 1)
    return say(language, 'alarmText.many', { count: alarms.length });
  const title = wordFor(language, 'alarm', first.kind);
  return say(language, 'alarmText.single', { event: eventWord(first.event, language), title });
}

const eventWord = (event: MessageEvent, language: Language) => wordFor(language, 'messageEvent', event);
