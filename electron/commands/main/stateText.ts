import type { PrinterRow } from '../../../shared/contracts/settings.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import type { Language } from '../../../shared/text/describeError.ts';

type Words<State extends string> = Readonly<Record<State, { readonly 'zh-CN': string; readonly en: string }>>;

/** An order as people read it; `unsure` and `failed` come from its shipment. */
const orderWords: Words<OrderState | 'unsure' | 'failed'> = {
  'needs-review': { 'zh-CN': '待校正', en: 'to correct' },
  ready: { 'zh-CN': '待取号', en: 'ready' },
  booking: { 'zh-CN': '排队取号', en: 'queued' },
  booked: { 'zh-CN': '已取号', en: 'booked' },
  packed: { 'zh-CN': '已打包', en: 'packed' },
  'handed-over': { 'zh-CN': '已交寄', en: 'handed over' },
  'in-transit': { 'zh-CN': '运输中', en: 'in transit' },
  delivered: { 'zh-CN': '已签收', en: 'delivered' },
  held: { 'zh-CN': '已挂起', en: 'on hold' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
  returned: { 'zh-CN': '已退回', en: 'returned' },
  merged: { 'zh-CN': '已合并', en: 'merged' },
  split: { 'zh-CN': '已拆分', en: 'split' },
  unsure: { 'zh-CN': '结果不明', en: 'unsure' },
  failed: { 'zh-CN': '取号失败', en: 'refused' },
};

const trackingWords: Words<TrackingState> = {
  none: { 'zh-CN': '暂无轨迹', en: 'no trace yet' },
  'awaiting-collection': { 'zh-CN': '待揽收', en: 'awaiting pickup' },
  collected: { 'zh-CN': '已揽收', en: 'picked up' },
  'in-transit': { 'zh-CN': '运输中', en: 'in transit' },
  destination: { 'zh-CN': '到达目的地', en: 'at destination' },
  delivering: { 'zh-CN': '派送中', en: 'out for delivery' },
  locker: { 'zh-CN': '待取件', en: 'in locker' },
  signed: { 'zh-CN': '已签收', en: 'signed for' },
  returning: { 'zh-CN': '退回中', en: 'returning' },
  returned: { 'zh-CN': '已退回', en: 'returned' },
  problem: { 'zh-CN': '问题件', en: 'problem' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
  customs: { 'zh-CN': '清关中', en: 'customs' },
};

const printerWords: Words<PrinterRow['state']> = {
  ready: { 'zh-CN': '就绪', en: 'ready' },
  busy: { 'zh-CN': '忙', en: 'busy' },
  'paper-out': { 'zh-CN': '缺纸', en: 'out of paper' },
  'head-open': { 'zh-CN': '打印头已打开', en: 'head open' },
  error: { 'zh-CN': '故障', en: 'error' },
  offline: { 'zh-CN': '离线', en: 'offline' },
  unknown: { 'zh-CN': '状态未知', en: 'state unknown' },
};

const checkWords: Words<'ok' | 'warn' | 'fail' | 'sealed' | 'practice' | 'never' | 'unmeasured'> = {
  ok: { 'zh-CN': '正常', en: 'ok' },
  warn: { 'zh-CN': '注意', en: 'warn' },
  fail: { 'zh-CN': '故障', en: 'fail' },
  sealed: { 'zh-CN': '已加密保管', en: 'sealed' },
  practice: { 'zh-CN': '练习密钥', en: 'practice key' },
  unmeasured: { 'zh-CN': '尚未测量', en: 'not measured yet' },
  never: { 'zh-CN': '从未备份', en: 'never' },
};

const kinds = { order: orderWords, tracking: trackingWords, printer: printerWords, check: checkWords };

/** The word people read for a state; a state without one is its own word. */
export function stateText(kind: keyof typeof kinds, state: string, language: Language): string {
  const words: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = kinds[kind];
  return words[state]?.[language] ?? state;
}
