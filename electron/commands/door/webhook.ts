import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { doorEventTypes } from '../../../shared/domain/door.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { testWebhook } from '../../usecases/door/deliver.ts';
import { readDeadEvents, readDoorView } from '../../usecases/door/doorView.ts';
import { addWebhook, findWebhook, removeWebhook, replayDead } from '../../usecases/door/webhooks.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { filledText, found, many, oneOf, text } from '../main/word.ts';

const say = phrases({
  added: [
    'Webhook {name} 已添加。签名密钥（只显示这一次）：{key}',
    'The webhook {name} is added. Key that signs, shown this once: {key}',
  ],
  row: [
    '{name}  {target}  {events}  {sent}{waiting}{dead}',
    '{name}  {target}  {events}  {sent}{waiting}{dead}',
  ],
  never: ['还没有发过', 'nothing posted yet'],
  sent: ['最近送达 {at}', 'last arrived {at}'],
  waiting: ['  {count} 条在等', '  {count} waiting'],
  dead: ['  {count} 条已放弃', '  {count} given up'],
  failing: ['  从 {at} 起送不到：{says} {next}', '  not arriving since {at}: {says} {next}'],
  removed: ['Webhook {name} 已删除。', 'The webhook {name} is removed.'],
  tested: ['测试已送达 {name}。', 'The test has arrived at {name}.'],
  deadRow: ['{no}  {at}  {type}  {orderNo}  {code}', '{no}  {at}  {type}  {orderNo}  {code}'],
  replayed: ['{count} 条事件重新排队。', '{count} {count|event waits|events wait} again.'],
});

type Row = DoorView['webhooks'][number];

function lines({ failing, ...row }: Row, language: Language): string[] {
  const counted = (key: 'waiting' | 'dead') =>
    row[key] === 0 ? '' : say(language, key, { count: row[key] });
  const line = say(language, 'row', {
    name: row.name,
    target: row.target,
    events: row.events.join(' '),
    sent: row.sentAt === null ? say(language, 'never') : say(language, 'sent', { at: localTime(row.sentAt) }),
    waiting: counted('waiting'),
    dead: counted('dead'),
  });
  if (failing === null || !isErrorCode(failing.code)) return [line];
  const why = describeError(failing.code, failing.params, language, 'commandLine');
  return [line, say(language, 'failing', { at: localTime(failing.since), ...why })];
}

const shownRow = ({ webhookId: _id, failing, sentAt, ...row }: Row) => ({
  ...row,
  sentAt: isoTime(sentAt),
  failing: failing === null ? null : { ...failing, since: isoTime(failing.since) },
});

const webhookName = found('NAME', findWebhook);

export const webhookCommands: readonly Command[] = [
  command({
    name: 'door webhook add',
    zh: '添加 Webhook：事件用 POST 发到这个地址，带签名；密钥只显示这一次',
    en: 'add a webhook: events are posted to this address, signed; the key is shown this once',
    access: 'manageOperators',
    begins: true,
    operands: [filledText('NAME', 60), text('URL')],
    options: { event: many(oneOf(doorEventTypes)) },
    async run({ workspace, language, operands: [name, url], options }) {
      // None named: all of them.
      const events = options.event.length === 0 ? doorEventTypes : options.event;
      const { row, key } = unwrap(await addWebhook(workspace, { name, url, events }));
      const facts = { name: row.name, target: row.target, events: row.events.split(' '), key };
      return report(facts, [say(language, 'added', { name: row.name, key })]);
    },
  }),
  command({
    name: 'door webhook list',
    zh: '列出 Webhook：事件、最近送达、在等和已放弃的条数、送不到的原因',
    en: 'list the webhooks: events, when one last arrived, how many wait and were given up, why it fails',
    access: 'manageOperators',
    async run({ workspace, language }) {
      const { webhooks } = await readDoorView(workspace);
      const human = webhooks.flatMap((row) => lines(row, language));
      return report(
        { webhooks: webhooks.map(shownRow) },
        human.length === 0 ? [nothing(language)] : human,
        webhooks.some(({ failing, dead }) => failing !== null || dead > 0),
      );
    },
  }),
  command({
    name: 'door webhook test',
    zh: '发一条测试，并说明有没有送到',
    en: 'post a test, and say whether it arrived',
    access: 'manageOperators',
    operands: [webhookName],
    async run({ workspace, language, operands: [{ id, name }] }) {
      unwrap(await testWebhook(workspace, id));
      return report({ name }, [say(language, 'tested', { name })]);
    },
  }),
  command({
    name: 'door webhook dead',
    zh: '列出发了一天没有送到、已放弃的事件',
    en: 'list the events that were given up after a day',
    access: 'manageOperators',
    operands: [webhookName],
    async run({ workspace, language, operands: [{ id }] }) {
      const { events } = await readDeadEvents(workspace, { webhookId: id });
      const human = events.map(({ at, ...event }) =>
        say(language, 'deadRow', { ...event, at: localTime(at) }),
      );
      const shown = events.map((event) => ({ ...event, at: isoTime(event.at) }));
      return report({ events: shown }, human.length === 0 ? [nothing(language)] : human);
    },
  }),
  command({
    name: 'door webhook replay',
    zh: '重发已放弃的事件，编号不变',
    en: 'post events that were given up again, under the same numbers',
    access: 'manageOperators',
    operands: [webhookName],
    async run({ workspace, language, operands: [{ id }] }) {
      const count = unwrap(await replayDead(workspace, id));
      return report({ count }, [say(language, 'replayed', { count })]);
    },
  }),
  command({
    name: 'door webhook remove',
    zh: '删除 Webhook 和它还没送到的事件',
    en: 'remove a webhook, with the events that wait for it',
    access: 'manageOperators',
    operands: [webhookName],
    async run({ workspace, language, operands: [{ id, name }] }) {
      unwrap(await removeWebhook(workspace, id));
      return report({ name }, [say(language, 'removed', { name })]);
    },
  }),
];
