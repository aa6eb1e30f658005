import { formatMoney } from '../../../shared/rules/amounts.ts';
import { describeComplaint, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { Order } from '../../store/schema.ts';
import { complaintsOf, goodsTextOf, textContextOf } from '../../usecases/orders/order.ts';
import { phrases } from '../main/phrases.ts';
import type { orderContent } from './order.ts';

const say = phrases({
  goods: ['  商品：{goods}', '  goods: {goods}'],
  parcels: ['  包裹：{count} 件', '  parcels: {count}'],
  buyer: ['  买家留言：{text}', '  buyer: {text}'],
  seller: ['  卖家备注：{text}', '  seller: {text}'],
  cod: ['  代收货款：{money}', '  to collect: {money}'],
  insured: ['  保价：{money}', '  insured for: {money}'],
  question: ['  ? {sentence} [{code}]', '  ? {sentence} [{code}]'],
});

/** What is in the order, a line each; what it has none of is not named. */
export function contentLines(content: ReturnType<typeof orderContent>, language: Language): string[] {
  const { items, parcelCount, buyerRemark, sellerRemark, codAmountFen, insuredValueFen } = content;
  return [
    ...(items.length === 0 ? [] : [say(language, 'goods', { goods: goodsTextOf(items) })]),
    ...(parcelCount < 2 ? [] : [say(language, 'parcels', { count: parcelCount })]),
    ...(buyerRemark === '' ? [] : [say(language, 'buyer', { text: buyerRemark })]),
    ...(sellerRemark === '' ? [] : [say(language, 'seller', { text: sellerRemark })]),
    ...(codAmountFen === 0 ? [] : [say(language, 'cod', { money: formatMoney(codAmountFen) })]),
    ...(insuredValueFen === 0 ? [] : [say(language, 'insured', { money: formatMoney(insuredValueFen) })]),
  ];
}

/** What a person has to answer before it goes on, with what to do. */
export const questionLines = (order: Order, isRevealed: boolean, language: Language): string[] =>
  complaintsOf(order).map(({ code, params = {} }) => {
    const whole = { orderNo: order.orderNo, ...params };
    const places = isRevealed ? whole : maskParams(whole, textContextOf(order));
    const told = describeComplaint(code, places, language, 'commandLine') ?? { says: code, next: '' };
    return say(language, 'question', { sentence: inOneLine(told, language), code });
  });
