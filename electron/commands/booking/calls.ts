import type { CallRow } from '../../../shared/contracts/insight/callLog.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import { readCall, readCalls } from '../../usecases/booking/calls.ts';
import { supportText } from '../../usecases/workspace/supportText.ts';
import { account } from '../accounts/account.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { flag, text, usual, whole } from '../main/word.ts';

const say = phrases({
  call: [
    '{id}  {at}  {interfaceName}  {certainty}  {durationMs} 毫秒  {orderNo}  {code}',
    '{id}  {at}  {interfaceName}  {certainty}  {durationMs} ms  {orderNo}  {code}',
  ],
  total: ['共 {total} 次调用', '{total} {total|call|calls}'],
});

/** What a platform wrote into its answer may name the person it is about. */
const shownCall = <C extends CallRow>(call: C) => ({
  ...call,
  at: isoTime(call.at),
  errorParams: maskParams(call.errorParams),
});

export const callCommands: readonly Command[] = [
  command({
    name: 'calls list',
    zh: '接口日志，可按订单号、运单号、订单码、错误码、平台代码、请求号查找',
    en: 'the call log, by order, waybill, order code, error code, platform code or request id',
    access: 'bookParcels',
    options: { search: text('TEXT'), account, failed: flag, limit: usual(whole(), 50) },
    async run({ workspace, language, options: { search, account: of, failed: isFailedOnly, limit } }) {
      const filter = { search, accountId: of?.id, isFailedOnly };
      const rows = await readCalls(workspace, filter, { offset: 0, limit });
      const total = await workspace.store.read.calls.count(filter);
      const human = rows.map((call) =>
        say(language, 'call', {
          ...call,
          at: localTime(call.at),
          interfaceName: wordFor(language, 'interface', call.interfaceName),
          certainty: wordFor(language, 'certainty', call.certainty),
          code: [call.errorCode, call.platformCode].filter((code) => code !== '').join(' / '),
        }),
      );
      const calls = rows.map(shownCall);
      return report({ total, calls }, [...aligned(human), say(language, 'total', { total })]);
    },
  }),
  command({
    name: 'calls show',
    zh: '一次调用和同一订单码的全部调用，可发给平台客服（不含密钥和个人信息）',
    en: 'one call and all with its order code, to send to the platform’s support: no secret, no personal data',
    access: 'bookParcels',
    operands: [text('ID')],
    async run({ workspace, language, operands: [id] }) {
      const { call, chain } = unwrap(await readCall(workspace, id));
      const told = unwrap(await supportText(workspace, id, language));
      return report({ ...shownCall(call), chain: chain.map(shownCall), supportText: told }, told.split('\n'));
    },
  }),
];
