import type { ChannelRow } from '../../../../shared/contracts/insight/alarms.ts';
import type { ChannelKind } from '../../../../shared/domain/insight/alarm.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { say } from '../../../../shared/text/words.ts';
import type { ChannelFields } from '../../../channels/channel.ts';
import { channelWay } from '../../../channels/index.ts';
import { redactText } from '../../../privacy/redactText.ts';
import { errorParamsOf } from '../../../store/database/storedJson.ts';
import { channelFieldsJson } from '../../../store/insight/alarmJson.ts';
import type { AlarmChannel } from '../../../store/schema.ts';
import { recordAct } from '../../operators/acts.ts';
import { readSettings } from '../../workspace/settings.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { noteOutcome, sendTo } from './deliver.ts';

/** Channels as they may be shown: target and health; of secrets only which are set. */
export async function readChannels({ store, secretBox }: Workspace): Promise<ChannelRow[]> {
  const channels = await store.read.alarmChannels.all();
  return Promise.all(
    channels.map(async (channel) => {
      const { id, kind, name, target, isUrgentOnly, failingSince, errorCode, errorParamsJson } = channel;
      const { secretFields } = channelWay(kind);
      const fields = channelFieldsJson.read(secretBox.open(channel.sealedFields, id));
      const entries = Object.entries(fields);
      return {
        channelId: id,
        kind,
        name,
        target,
        isUrgentOnly: isUrgentOnly === 1,
        fields: Object.fromEntries(entries.filter(([key]) => !secretFields.includes(key))),
        secretsSet: entries
          .filter(([key, value]) => secretFields.includes(key) && value !== '')
          .map(([key]) => key),
        failing:
          failingSince === null || errorCode === ''
            ? null
            : { since: failingSince, code: errorCode, params: errorParamsOf(errorParamsJson) },
        lastSentAt: channel.lastSentAt,
        waiting: await store.read.alarmMessages.countWaiting(id),
      };
    }),
  );
}

export interface SaveChannel {
  /** Absent: a new one. */
  readonly channelId?: string | undefined;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly isUrgentOnly: boolean;
  /** Secrets that are not given stay unchanged. */
  readonly fields: ChannelFields;
}

/** Adds or changes a channel. Its waiting messages are then sent at once: the person who changes it takes its problem as fixed. */
export async function saveChannel(workspace: Workspace, given: SaveChannel): Promise<Outcome<AlarmChannel>> {
  const { clock, nextId, secretBox } = workspace;
  return tryChange(workspace, ['alarms'], async (write): Promise<Outcome<AlarmChannel>> => {
    const name = given.name.trim();
    const previous =
      given.channelId === undefined ? undefined : await write.alarmChannels.byId(given.channelId);
    if (given.channelId !== undefined && previous === undefined)
      return failure('CHANNEL_NOT_FOUND', { name });
    const namesake = await write.alarmChannels.byName(name);
    if (namesake !== undefined && namesake.id !== previous?.id)
      return failure('CHANNEL_NAME_TAKEN', { name });
    // The previous secrets do not apply to another kind.
    const kept =
      previous?.kind === given.kind
        ? channelFieldsJson.read(secretBox.open(previous.sealedFields, previous.id))
        : {};
    const way = channelWay(given.kind);
    const read = way.readFields({ ...kept, ...given.fields });
    if (!read.ok) return read;
    const id = previous?.id ?? nextId();
    const stored = {
      kind: given.kind,
      name,
      target: way.targetOf(read.value),
      sealedFields: secretBox.seal(channelFieldsJson.write(read.value), id),
      isUrgentOnly: given.isUrgentOnly ? 1 : 0,
      failingSince: null,
      errorCode: '',
      errorParamsJson: '{}',
    };
    const fresh = { id, createdAt: clock.now(), lastSentAt: null, version: 1, ...stored };
    if (previous === undefined) await write.alarmChannels.insert(fresh);
    else await write.alarmChannels.change(previous, stored);
    await write.alarmMessages.hasten(id, clock.now());
    await recordAct(workspace, write, { kind: 'alarm-channel-saved', what: `${given.kind} ${name}` });
    return done((await write.alarmChannels.byId(id)) ?? fresh);
  });
}

export async function removeChannel(workspace: Workspace, channelId: string): Promise<Outcome<null>> {
  return tryChange(workspace, ['alarms'], async (write): Promise<Outcome<null>> => {
    const channel = await write.alarmChannels.byId(channelId);
    if (channel === undefined) return failure('CHANNEL_GONE');
    await write.alarmMessages.forgetOf(channelId);
    await write.alarmChannels.remove(channelId);
    await recordAct(workspace, write, {
      kind: 'alarm-channel-removed',
      what: `${channel.kind} ${channel.name}`,
    });
    return done(null);
  });
}

/** Sends one message marked as a test; never queued, because the person waits for the result. */
export async function testChannel(workspace: Workspace, channelId: string): Promise<Outcome<null>> {
  const channel = await workspace.store.read.alarmChannels.byId(channelId);
  if (channel === undefined) return failure('CHANNEL_GONE');
  const { language } = await readSettings(workspace);
  const now = workspace.clock.now();
  const title = say(language, 'alarmText.single', {
    event: say(language, 'messageEvent.test'),
    title: redactText(channel.name),
  });
  const lines = [say(language, 'alarmText.test')];
  const outcome = await sendTo(workspace, channel, {
    id: workspace.nextId(),
    at: now,
    title,
    lines,
    alarms: [],
  });
  await workspace.store.write(async (write) => {
    await noteOutcome(write, channel, outcome, workspace.clock.now());
    if (outcome.ok) await write.alarmMessages.hasten(channelId, workspace.clock.now());
  });
  workspace.changed('alarms');
  return outcome.ok ? done(null) : failure(outcome.code, outcome.params);
}
