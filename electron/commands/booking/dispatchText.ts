import type {
  AccountLock,
  Fallback,
  GoLiveState,
  GoLiveStep,
  LaneState,
  PreflightName,
  PreflightState,
} from '../../../shared/domain/booking.ts';
import type { Language } from '../../../shared/text/describeError.ts';

const zh = {
  verdictGo: '可以开始：{orders} 单，预计 {minutes} 分钟。',
  verdictLook: '可以开始，但请先看提醒：{orders} 单中 {bookable} 单会取号，预计 {minutes} 分钟。',
  verdictStop: '先不要开始：有必须先解决的问题。',
  accountHead: '账号 {account}：{verdict}',
  findingLine: '[{state}] {name}：{words}',
  fine: '正常',
  unknownYet: '还不知道',
  notOffered: '平台不提供查询',
  unlimited: '不限量',
  factPaper: '{labels} 张，约 {rolls} 卷',
  factQueue: '前面还有 {waiting} 单，每秒 {perSecond} 单',
  factBalance: '剩 {available} 个，这一批 {wanted} 个',
  factClock: '误差 {seconds} 秒',
  factHealth: '近 7 天 {calls} 次调用正常',
  ordersNamed: '（{orderNos}）',
  dryRows: '试运行：读取 {rows} 行，会新增 {imported} 单，待确认 {needsReview} 单；没有保存，没有取号。',
  goLiveLine: '[{state}] {step}（{durationMs} 毫秒）{words}',
  unlocked: '账号 {name} 已通过小单测试，可以正式取号。',
  stillLocked: '账号 {name} 还没有解锁。',
  isTest: '账号 {name} 是测试账号（替换了接口地址），不需要解锁。',
  laneLine:
    '{name}  {lock}  {lane}  等待 {waiting}  结果不明 {unsure}  每秒 {perSecond} 次{raise}  {fallback}',
  raise: '（提速到 {until}）',
  finish: '  预计 {at} 完成',
  retry: '  {at} 再试',
  changed: '账号 {name} 已更新。',
  callLine: '{id}  {at}  {interfaceName}  {certainty}  {durationMs} 毫秒  {orderNo}  {code}',
  callTotal: '共 {total} 次调用',
  unshippedLine: '{orderNo}  {waybillNo}  {carrier}  已取号 {ageDays} 天，退费期还剩 {refundDaysLeft} 天',
  unshippedTotal: '取号 {days} 天以上还没交寄的 {total} 个单号',
  unsureLine: '{orderNo}  订单码 {orderCode}  已查 {questions} 次  {next}',
  nextAsk: '{at} 再查',
  yourTurn: '请到平台后台看：这个订单码有没有运单？有就绑定单号，没有就回答“不存在”',
  unsureTotal: '结果不明 {total} 单',
  asked: '{count} 单现在就去查。',
  notThere: '订单 {orderNo} 会用同一订单码再发一次。',
  renumbered: '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号 {waybillNo}；打印 {printed} 张。',
  renumberOpen: '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号还没有拿到（{state}）。',
  renumberByHand: '订单 {orderNo}：手工单号 {oldWaybillNo} 已退回；重新取号，或再绑定一个。',
  added: '订单 {orderNo} 加了一件 {extraNo}，单号 {waybillNo}；打印 {printed} 张。',
  addedOpen: '订单 {orderNo} 加了一件 {extraNo}，还没有拿到单号（{state}）。',
  destroyOld: '旧面单请撕毁，不要再贴。',
} as const;

type DispatchKey = keyof typeof zh;

const en: Readonly<Record<DispatchKey, string>> = {
  verdictGo: 'Ready to go: {orders} orders, about {minutes} minutes.',
  verdictLook:
    'It can go, but read the warnings: {bookable} of {orders} orders would be booked, about {minutes} minutes.',
  verdictStop: 'Do not start yet: something must be mended first.',
  accountHead: 'Account {account}: {verdict}',
  findingLine: '[{state}] {name}: {words}',
  fine: 'fine',
  unknownYet: 'not known yet',
  notOffered: 'the platform does not tell',
  unlimited: 'no limit',
  factPaper: '{labels} labels, about {rolls} rolls',
  factQueue: '{waiting} ahead, {perSecond} a second',
  factBalance: '{available} left, {wanted} wanted',
  factClock: '{seconds} s off',
  factHealth: '{calls} calls in 7 days',
  ordersNamed: ' ({orderNos})',
  dryRows:
    'Dry run: {rows} rows read, {imported} orders would be new, {needsReview} need review; nothing was stored or booked.',
  goLiveLine: '[{state}] {step} ({durationMs} ms) {words}',
  unlocked: 'The account {name} has passed its small-order test and may book for real.',
  stillLocked: 'The account {name} is still locked.',
  isTest: 'The account {name} is a test account (its endpoint is replaced); nothing is locked.',
  laneLine: '{name}  {lock}  {lane}  {waiting} waiting  {unsure} unsure  {perSecond}/s{raise}  {fallback}',
  raise: ' (raised until {until})',
  finish: '  done about {at}',
  retry: '  tries again {at}',
  changed: 'The account {name} is changed.',
  callLine: '{id}  {at}  {interfaceName}  {certainty}  {durationMs} ms  {orderNo}  {code}',
  callTotal: '{total} calls',
  unshippedLine:
    '{orderNo}  {waybillNo}  {carrier}  booked {ageDays} days ago, {refundDaysLeft} days left for a refund',
  unshippedTotal: '{total} numbers booked {days} days ago or more and not handed over',
  unsureLine: '{orderNo}  code {orderCode}  asked {questions} times  {next}',
  nextAsk: 'asked again {at}',
  yourTurn:
    'look at the platform: is there a waybill for this code? Bind its number, or answer that it is not there',
  unsureTotal: '{total} unsure',
  asked: '{count} are asked for now.',
  notThere: 'Order {orderNo} is sent again under the same code.',
  renumbered:
    'Order {orderNo}: {oldWaybillNo} was given back, the new number is {waybillNo}; {printed} labels printed.',
  renumberOpen: 'Order {orderNo}: {oldWaybillNo} was given back, the new number is not there yet ({state}).',
  renumberByHand:
    'Order {orderNo}: the hand-obtained {oldWaybillNo} was given back; book the order, or bind another number.',
  added: 'Order {orderNo} has an extra parcel {extraNo}, number {waybillNo}; {printed} labels printed.',
  addedOpen: 'Order {orderNo} has an extra parcel {extraNo}; its number is not there yet ({state}).',
  destroyOld: 'Tear the old labels up; they must not be used.',
};

/** Words of the commands about lanes, pre-flight and calls. */
export function dispatchText(
  language: Language,
  key: DispatchKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = language === 'en' ? en[key] : zh[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

type Words<Key extends string> = Readonly<Record<Key, readonly [zh: string, en: string]>>;

const findingNames: Words<PreflightName> = {
  sender: ['寄件人', 'sender'],
  account: ['账号', 'account'],
  health: ['接口', 'platform'],
  balance: ['单号余量', 'balance'],
  clock: ['电脑时间', 'clock'],
  printer: ['打印机', 'printer'],
  paper: ['纸张', 'paper'],
  reach: ['送达', 'reach'],
  characters: ['字段', 'fields'],
  masked: ['打码数据', 'masked data'],
  duplicates: ['重复', 'duplicates'],
  queue: ['队列', 'queue'],
};
const findingStates: Words<PreflightState> = {
  ok: ['正常', 'ok'],
  warn: ['提醒', 'warn'],
  stop: ['停止', 'stop'],
  unknown: ['未知', 'unknown'],
};
const stepNames: Words<GoLiveStep> = {
  signature: ['签名', 'signature'],
  create: ['下单', 'create'],
  query: ['查询', 'query'],
  print: ['打印', 'print'],
  cancel: ['取消', 'cancel'],
};
const stepStates: Words<GoLiveState> = {
  open: ['未测', 'open'],
  passed: ['通过', 'passed'],
  failed: ['失败', 'failed'],
};
const locks: Words<AccountLock> = {
  locked: ['未解锁', 'locked'],
  unlocked: ['已解锁', 'unlocked'],
  test: ['测试账号', 'test account'],
  none: ['练习', 'practice'],
};
const lanes: Words<LaneState> = {
  idle: ['空闲', 'idle'],
  working: ['取号中', 'working'],
  pausing: ['稍后重试', 'pausing'],
  broken: ['连不通，已暂停', 'not getting through, paused'],
  probing: ['试探中', 'probing'],
  stopped: ['被平台拒绝，已停', 'refused by the platform, stopped'],
};
const fallbacks: Words<Fallback> = {
  wait: ['失败时等待', 'waits when it fails'],
  backup: ['失败时转备用账号', 'falls back on another account'],
  manual: ['失败时手工取号', 'falls back on numbers by hand'],
};
const all = { finding: findingNames, findingState: findingStates, step: stepNames, stepState: stepStates };
const groups = { ...all, lock: locks, lane: lanes, fallback: fallbacks };

/** One word of a fixed set: `dispatchWord('zh-CN', 'lane', 'broken')`. */
export function dispatchWord(language: Language, group: keyof typeof groups, key: string): string {
  const pair = (groups[group] as Words<string>)[key];
  return pair === undefined ? key : pair[language === 'en' ? 1 : 0];
}
