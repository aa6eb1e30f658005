import type { Language } from '../../../shared/errors/describeError.ts';

const zh = {
  renumbered: '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号 {waybillNo}；打印 {printed} 张。',
  renumberOpen: '订单 {orderNo}：旧单号 {oldWaybillNo} 已退回，新单号还没有拿到（{state}）。',
  renumberByHand: '订单 {orderNo}：手工单号 {oldWaybillNo} 已退回；重新取号，或再绑定一个。',
  added: '订单 {orderNo} 加了一件 {extraNo}，单号 {waybillNo}；打印 {printed} 张。',
  addedOpen: '订单 {orderNo} 加了一件 {extraNo}，还没有拿到单号（{state}）。',
  destroyOld: '旧面单请撕毁，不要再贴。',
} as const;

type ParcelKey = keyof typeof zh;

const en: Readonly<Record<ParcelKey, string>> = {
  renumbered:
    'Order {orderNo}: {oldWaybillNo} was given back, the new number is {waybillNo}; {printed} labels printed.',
  renumberOpen: 'Order {orderNo}: {oldWaybillNo} was given back, the new number is not there yet ({state}).',
  renumberByHand:
    'Order {orderNo}: the hand-obtained {oldWaybillNo} was given back; book the order, or bind another number.',
  added: 'Order {orderNo} has an extra parcel {extraNo}, number {waybillNo}; {printed} labels printed.',
  addedOpen: 'Order {orderNo} has an extra parcel {extraNo}; its number is not there yet ({state}).',
  destroyOld: 'Tear the old labels up; they must not be used.',
};

/** Sentences of the commands about parcels and their numbers. */
export function parcelText(
  language: Language,
  key: ParcelKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = (language === 'en' ? en : zh)[key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
