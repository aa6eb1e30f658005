import type { Answered } from '../../../shared/contracts/contract.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { carrierWishes, returnStates } from '../../../shared/domain/cases/parcelCare.ts';
import { readMoment, readShopDate } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { askArrival, readArrival, setPromise } from '../../usecases/tracking/care/arrival.ts';
import { carrierHelp } from '../../usecases/tracking/care/carrierHelp.ts';
import {
  buyerNotice,
  readNoticeHook,
  removeNoticeHook,
  sendNotice,
  setNoticeHook,
} from '../../usecases/tracking/care/notice.ts';
import { expectReturn, listReturns, scanReturn } from '../../usecases/tracking/care/returns.ts';
import { carrier } from '../main/carrier.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { filledText, flag, oneOf, required, text, usual, whole } from '../main/word.ts';

const say = phrases({
  promised: ['承诺 {at}：{standing}', 'promised by {at}: {standing}'],
  promisedFrom: ['承诺 {at}（{from}）：{standing}', 'promised by {at} ({from}): {standing}'],
  unpromised: ['没有承诺时间', 'nothing is promised'],
  told: ['平台 {platform} 预计 {at}（{asked} 询问）', 'platform {platform} expects {at} (asked {asked})'],
  own: [
    '本店最近 {parcels} 个走同线路（到{province}）、走了一样久的包裹：一半在 {half} 前、九成在 {most} 前签收',
    'of this shop’s {parcels} latest parcels on this lane (to {province}) that took at least as long: half arrived by {half}, nine of ten by {most}',
  ],
  noOwn: ['同线路的历史太少，说不出预计时间', 'too little history of this lane to say when it will arrive'],
  call: ['致电 {carrier} {phone}：', 'call {carrier} {phone}:'],
  unknownPhone: ['（电话未知）', '(phone not known)'],
  sent: ['已通过接口发出。', 'Sent by the webhook.'],
  before: [
    '{waybillNo} 已在 {at} 收过：订单 {orderNo}',
    '{waybillNo} was received before, at {at}: order {orderNo}',
  ],
  whose: [
    '知道是哪个订单后：returns add {waybillNo} --order NO',
    'Once its order is known: returns add {waybillNo} --order NO',
  ],
  returned: ['{waybillNo} → 订单 {orderNo}：{state}', '{waybillNo} → order {orderNo}: {state}'],
  shown: [
    '显示 {shown} 个，共 {total} 个；--limit 可看更多',
    '{shown} of {total} shown; see more with --limit',
  ],
  noHook: ['没有设置接口地址', 'no webhook is set'],
  nobody: ['（不知道是谁的）', '(nobody knows whose)'],
});

type Arrival = Answered<'parcelCare', 'arrival'>;

function arrivalJson({ promisedAt, signedAt, told, own, ...rest }: Arrival) {
  return {
    ...rest,
    promisedAt: isoTime(promisedAt),
    signedAt: isoTime(signedAt),
    told: told && { ...told, expectedAt: isoTime(told.expectedAt), askedAt: isoTime(told.askedAt) },
    own: own && { ...own, halfAt: isoTime(own.halfAt), mostAt: isoTime(own.mostAt) },
  };
}

function arrivalLines(
  { promisedAt, promiseFrom, standing, told, own }: Arrival,
  language: Language,
): string[] {
  const promised =
    promisedAt === null
      ? say(language, 'unpromised')
      : say(language, promiseFrom === null ? 'promised' : 'promisedFrom', {
          at: localTime(promisedAt),
          from: promiseFrom === null ? '' : wordFor(language, 'promiseFrom', promiseFrom),
          standing: wordFor(language, 'promiseStanding', standing),
        });
  const platform =
    told === null
      ? []
      : [
          say(language, 'told', {
            platform: told.platform,
            at: told.expectedAt === null ? told.words : localTime(told.expectedAt),
            asked: localTime(told.askedAt),
          }),
        ];
  const { parcels = 0, province = '', halfAt = 0, mostAt = 0 } = own ?? {};
  const history = say(language, own === null ? 'noOwn' : 'own', {
    parcels,
    province,
    half: localTime(halfAt),
    most: localTime(mostAt),
  });
  return [promised, ...platform, history];
}

type Return = Answered<'parcelCare', 'expectReturn'>;

function returnLine({ waybillNo, orderNo, state }: Return, language: Language): string {
  return say(language, 'returned', {
    waybillNo,
    orderNo: orderNo === '' ? say(language, 'nobody') : orderNo,
    state: wordFor(language, 'returnState', state),
  });
}

const returnJson = ({ createdAt, receivedAt, ...row }: Return) => ({
  ...row,
  createdAt: isoTime(createdAt),
  receivedAt: isoTime(receivedAt),
});

/** By a moment, or a day before it ends. */
const deadline = {
  name: 'TIME',
  read: (argument: string): number | null =>
    readMoment(readShopDate(argument) === null ? argument : `${argument}T23:59`),
};

const arrivalCommands: readonly Command[] = [
  command({
    name: 'parcel arrival',
    zh: '显示一个包裹的承诺、平台预计和同线路历史；--ask 向平台问一次',
    en: 'show promise, platform’s estimate and history of the lane of a parcel; --ask asks the platform once',
    access: 'seeWork',
    operands: [filledText('WAYBILL', 40)],
    options: { ask: flag },
    async run({ workspace, language, operands: [waybillNo], options: { ask } }) {
      const arrival = unwrap(await (ask ? askArrival : readArrival)(workspace, { waybillNo }));
      return report({ waybillNo, ...arrivalJson(arrival) }, arrivalLines(arrival, language));
    },
  }),
  command({
    name: 'parcel promise',
    zh: '填写答应买家的送达时间；--none 取消',
    en: 'enter by when a buyer was promised a parcel, or --none',
    access: 'changeOrders',
    operands: [filledText('WAYBILL', 40)],
    options: { by: deadline, none: flag },
    either: [['--by'], ['--none']],
    async run({ workspace, language, operands: [waybillNo], options: { by } }) {
      const arrival = unwrap(await setPromise(workspace, { waybillNo, promisedAt: by ?? null }));
      return report({ waybillNo, ...arrivalJson(arrival) }, arrivalLines(arrival, language));
    },
  }),
  command({
    name: 'parcel notice',
    zh: '给买家的物流说明（已打码）；--send 通过自己的接口发出',
    en: 'masked text for the buyer about where a parcel is; --send sends it by your own webhook',
    access: 'changeOrders',
    operands: [filledText('WAYBILL', 40)],
    options: { send: flag },
    async run({ workspace, language, operands: [waybillNo], options: { send } }) {
      const notice = unwrap(await buyerNotice(workspace, { waybillNo, language }));
      const sentAt = send ? unwrap(await sendNotice(workspace, { waybillNo, language })).sentAt : null;
      const human = [notice.text, ...(send ? [say(language, 'sent')] : [])];
      return report({ ...notice, checkedAt: isoTime(notice.checkedAt), sentAt: isoTime(sentAt) }, human);
    },
  }),
  command({
    name: 'parcel help',
    zh: '包裹要拦截、改地址或催件：打给谁，怎么说',
    en: 'a parcel must stop, be redirected or hurry: whom to call and what to say',
    access: 'seeWork',
    operands: [filledText('WAYBILL', 40), oneOf(carrierWishes)],
    async run({ workspace, language, operands: [waybillNo, wish] }) {
      const help = unwrap(await carrierHelp(workspace, { waybillNo, wish, language }));
      const phone = help.phone === '' ? say(language, 'unknownPhone') : help.phone;
      const carrier = help.carrier === '' ? '' : carrierName(help.carrier, language);
      return report(help, [say(language, 'call', { carrier, phone }), help.text]);
    },
  }),
];

const hookCommands: readonly Command[] = [
  command({
    name: 'parcel hook',
    zh: '设置通知买家的接口地址；密钥从标准输入读（可空），--off 停用，不带选项时显示',
    en: 'set where notices to buyers go; its secret is read from standard input, --off ends it, without options it is shown',
    access: 'changeSettings',
    begins: true,
    options: { url: text('URL'), off: flag },
    perhaps: [['--url'], ['--off']],
    reads: 'SECRET',
    async run({ workspace, language, terminal, options: { url, off } }) {
      if (off) unwrap(await removeNoticeHook(workspace));
      if (url !== undefined) {
        const secret = (await terminal.readInput()).split('\n')[0] ?? '';
        unwrap(await setNoticeHook(workspace, { url, secret }));
      }
      const hook = await readNoticeHook(workspace);
      const json = hook === null ? null : { ...hook, savedAt: isoTime(hook.savedAt) };
      return report({ hook: json }, [hook === null ? say(language, 'noHook') : hook.host]);
    },
  }),
];

const returnCommands: readonly Command[] = [
  command({
    name: 'returns list',
    zh: '列出退货包裹',
    en: 'list parcels that come back',
    access: 'seeWork',
    options: { state: oneOf(returnStates), limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { state, limit } }) {
      const { total, rows } = await listReturns(workspace, { state, offset: 0, limit });
      const lines = rows.map((row) => returnLine(row, language));
      const foot = total > rows.length ? [say(language, 'shown', { shown: rows.length, total })] : [];
      const human = total === 0 ? [nothing(language)] : [...lines, ...foot];
      return report({ returns: rows.map(returnJson), total }, human);
    },
  }),
  command({
    name: 'returns add',
    zh: '登记买家寄回的单号，或说明已收到的退货是哪个订单',
    en: 'note the number under which a buyer sends something back, or whose order a received one is of',
    access: 'changeOrders',
    operands: [filledText('WAYBILL', 40)],
    options: {
      order: required(filledText('NO', 100)),
      carrier: usual(carrier, ''),
      reason: usual(text('TEXT'), ''),
    },
    async run({ workspace, language, operands: [waybillNo], options: { order, carrier, reason } }) {
      const asked = { orderNo: order, waybillNo, carrier, reason };
      const row = unwrap(await expectReturn(workspace, asked));
      return report(returnJson(row), [returnLine(row, language)]);
    },
  }),
  command({
    name: 'returns scan',
    zh: '扫描到货的退货包裹，找到它的订单',
    en: 'scan a parcel that came back and find its order',
    access: 'packParcels',
    operands: [filledText('WAYBILL', 40)],
    options: { note: usual(text('TEXT'), '') },
    async run({ workspace, language, operands: [waybillNo], options: { note } }) {
      const row = unwrap(await scanReturn(workspace, { waybillNo, note }));
      const isUnknown = row.orderNo === '';
      const hint = isUnknown ? [say(language, 'whose', { waybillNo: row.waybillNo })] : [];
      const at = row.receivedAt === null ? '' : localTime(row.receivedAt);
      const line =
        row.wasReceived && !isUnknown
          ? say(language, 'before', { waybillNo: row.waybillNo, orderNo: row.orderNo, at })
          : returnLine(row, language);
      return report(returnJson(row), [line, ...hint], isUnknown);
    },
  }),
];

export const parcelCareCommands: readonly Command[] = [
  ...arrivalCommands,
  ...hookCommands,
  ...returnCommands,
];
