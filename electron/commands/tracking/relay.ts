import type { PushView } from '../../../shared/contracts/pushes.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { askRelay, removeRelay, setRelay } from '../../usecases/tracking/pushes/relays.ts';
import { readPushView } from '../../usecases/tracking/pushes/view.ts';
import { account } from '../accounts/account.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { localTime, phrases } from '../main/phrases.ts';
import { required, text, usual } from '../main/word.ts';

const say = phrases({
  set: ['{name}：每半分钟到中转取一次推送。', '{name}: the relay is asked every half minute.'],
  removed: ['{name}：不再到中转取推送。', '{name}: its relay is no longer asked.'],
  asked: ['{name}：取到 {count} 条推送。', '{name}: {count} {count|message|messages} fetched.'],
  row: ['{name}  {url}  上次取到：{at}  {says}', '{name}  {url}  last answer: {at}  {says}'],
  never: ['从未', 'never'],
  none: ['没有设置中转。', 'No relay is set.'],
  last: ['最近的推送：', 'The last messages:'],
  took: [
    '  {at}  {name}  更新 {updated} 个单号，{ignored} 个较旧或没有跟踪',
    '  {at}  {name}  {updated} {updated|parcel|parcels} updated, {ignored} older or not followed',
  ],
  refused: ['  {at}  {name}  {says}', '  {at}  {name}  {says}'],
});

const sentence = (code: string, language: Language): string =>
  isErrorCode(code) ? describeError(code, {}, language, 'commandLine').says : '';

function pushLine(
  { at, accountName: name, code, updated, ignored }: PushView['last'][number],
  language: Language,
): string {
  const told = { at: localTime(at), name };
  return code === ''
    ? say(language, 'took', { ...told, updated, ignored })
    : say(language, 'refused', { ...told, says: sentence(code, language) });
}

export const relayCommands: readonly Command[] = [
  command({
    name: 'track relay set',
    zh: '设置接收平台推送的中转服务（令牌从标准输入读一行）',
    en: 'set the relay that takes what the platform pushes (its token on stdin, one line)',
    access: 'changeAccounts',
    options: { account: required(account), url: required(text('URL')), callback: usual(text('URL'), '') },
    reads: 'TOKEN',
    async run({ workspace, terminal, language, options: { account: of, url, callback } }) {
      const [token = ''] = (await terminal.readInput()).split(/\r?\n/u);
      unwrap(await setRelay(workspace, { accountId: of.id, url, callbackUrl: callback, token }));
      return report({ account: of.name, url, callback }, [say(language, 'set', { name: of.name })]);
    },
  }),
  command({
    name: 'track relay ask',
    zh: '现在就到中转取一次推送',
    en: 'fetch from the relay now',
    access: 'seeWork',
    options: { account: required(account) },
    async run({ workspace, language, signal, options: { account: of } }) {
      const relay = await workspace.store.read.pushes.relayOf(of.id);
      if (relay === undefined) return failure('RELAY_NONE');
      const { taken } = unwrap(await askRelay(workspace, relay, signal));
      return report({ taken }, [say(language, 'asked', { name: of.name, count: taken })]);
    },
  }),
  command({
    name: 'track relay list',
    zh: '列出中转和最近的推送',
    en: 'list relays and the last messages',
    access: 'seeWork',
    async run({ workspace, language }) {
      const { relays, last } = await readPushView(workspace);
      const human = relays.map(({ accountName, url, askedAt, code }) =>
        say(language, 'row', {
          name: accountName,
          url,
          at: askedAt === null ? say(language, 'never') : localTime(askedAt),
          says: sentence(code, language),
        }),
      );
      return done({
        exitCode: relays.some(({ code }) => code !== '') ? 3 : 0,
        json: { relays, last },
        human: [
          ...(human.length === 0 ? [say(language, 'none')] : human),
          ...(last.length === 0 ? [] : [say(language, 'last')]),
          ...last.map((push) => pushLine(push, language)),
        ],
      });
    },
  }),
  command({
    name: 'track relay remove',
    zh: '不再到中转取推送',
    en: 'stop asking the relay',
    access: 'changeAccounts',
    options: { account: required(account) },
    async run({ workspace, language, options: { account: of } }) {
      unwrap(await removeRelay(workspace, of.id));
      return report({ account: of.name }, [say(language, 'removed', { name: of.name })]);
    },
  }),
];
