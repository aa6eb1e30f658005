import type { ChannelRow } from '../../../shared/contracts/insight/alarms.ts';
import { channelKinds } from '../../../shared/domain/insight/alarm.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { AlarmChannel } from '../../store/schema.ts';
import {
  readChannels,
  removeChannel,
  saveChannel,
  testChannel,
} from '../../usecases/insight/alarms/channels.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { readPairs } from '../main/standardInput.ts';
import { filledText, flag, found, oneOf } from '../main/word.ts';

const say = phrases({
  line: [
    '{name}  {kind}  {target}{urgent}{sent}{waiting}',
    '{name}  {kind}  {target}{urgent}{sent}{waiting}',
  ],
  urgent: ['  只发紧急', '  urgent only'],
  sent: ['  最近发出 {at}', '  last sent {at}'],
  waiting: ['  {count} 条在等', '  {count} waiting'],
  failing: ['  从 {at} 起发不出去：{says} {next}', '  not working since {at}: {says} {next}'],
  saved: ['通知渠道 {name} 已保存。', 'The alarm channel {name} is saved.'],
  removed: ['通知渠道 {name} 已删除。', 'The alarm channel {name} is removed.'],
  tested: ['测试消息已送到 {name}。', 'A test message has reached {name}.'],
});

async function channelByName({ store }: Workspace, name: string): Promise<Outcome<AlarmChannel>> {
  const channel = await store.read.alarmChannels.byName(name);
  return channel === undefined ? failure('CHANNEL_NOT_FOUND', { name }) : done(channel);
}

const channelName = found('NAME', channelByName);

function channelLines({ failing, ...channel }: ChannelRow, language: Language): string[] {
  const { name, kind, target, isUrgentOnly, lastSentAt, waiting } = channel;
  const line = say(language, 'line', {
    name,
    kind: wordFor(language, 'channelKind', kind),
    target,
    urgent: isUrgentOnly ? say(language, 'urgent') : '',
    sent: lastSentAt === null ? '' : say(language, 'sent', { at: localTime(lastSentAt) }),
    waiting: waiting === 0 ? '' : say(language, 'waiting', { count: waiting }),
  });
  if (failing === null || !isErrorCode(failing.code)) return [line];
  const why = describeError(failing.code, failing.params, language, 'commandLine');
  return [line, say(language, 'failing', { at: localTime(failing.since), ...why })];
}

const shownRow = ({ channelId: _id, failing, lastSentAt, ...row }: ChannelRow) => ({
  ...row,
  lastSentAt: isoTime(lastSentAt),
  failing: failing === null ? null : { ...failing, since: isoTime(failing.since) },
});

async function listed(workspace: Workspace, language: Language, headLines: readonly string[] = []) {
  const channels = await readChannels(workspace);
  const lines = channels.flatMap((channel) => channelLines(channel, language));
  const human = [...headLines, ...(lines.length === 0 ? [nothing(language)] : lines)];
  return report(
    { channels: channels.map(shownRow) },
    human,
    channels.some(({ failing }) => failing !== null),
  );
}

export const alarmChannelCommands: readonly Command[] = [
  command({
    name: 'alarms channels',
    zh: '报警通知到哪里：群机器人、Webhook、邮件；哪个发不出去、为什么',
    en: 'where alarms are sent: group robots, webhooks, mail; which does not work, and why',
    access: 'seeWork',
    run: ({ workspace, language }) => listed(workspace, language),
  }),
  command({
    name: 'alarms add-channel',
    zh: '添加通知渠道，或改同名的；字段从标准输入按 K=V 读（机器人：url、secret；邮件：host、port、user、password、from、to）',
    en: 'add an alarm channel, or change the one of this name; its fields are K=V lines of stdin (robots: url, secret; mail: host, port, user, password, from, to)',
    access: 'changeSettings',
    begins: true,
    operands: [oneOf(channelKinds), filledText('NAME', 40)],
    options: { 'urgent-only': flag },
    reads: 'K=V lines',
    async run({ workspace, language, operands: [kind, name], options, ...context }) {
      const fields = Object.fromEntries(unwrap(await readPairs({ language, ...context })));
      const previous = await workspace.store.read.alarmChannels.byName(name);
      const isUrgentOnly = options['urgent-only'];
      unwrap(await saveChannel(workspace, { channelId: previous?.id, kind, name, isUrgentOnly, fields }));
      return listed(workspace, language, [say(language, 'saved', { name })]);
    },
  }),
  command({
    name: 'alarms remove-channel',
    zh: '删除通知渠道；在等的消息一起删除',
    en: 'remove an alarm channel, with what waits for it',
    access: 'changeSettings',
    operands: [channelName],
    async run({ workspace, language, operands: [{ id, name }] }) {
      unwrap(await removeChannel(workspace, id));
      return listed(workspace, language, [say(language, 'removed', { name })]);
    },
  }),
  command({
    name: 'alarms test',
    zh: '给通知渠道发一条测试消息',
    en: 'send a test message to an alarm channel',
    access: 'changeSettings',
    operands: [channelName],
    async run({ workspace, language, operands: [{ id, name }] }) {
      unwrap(await testChannel(workspace, id));
      return report({ tested: name }, [say(language, 'tested', { name })]);
    },
  }),
];
