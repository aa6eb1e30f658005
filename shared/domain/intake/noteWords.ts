import type { ErrorCode } from '../../errors/catalogue.ts';
import { buyersWithAnother, buyerWords } from './buyerWords.ts';
import { laterArrivalIn, type ShippingDay, shippingDayOf } from './noteDays.ts';
import { noLonger, sellersWithAnother, sellerWords } from './sellerWords.ts';

/** Behind 不发 and 别发: no wait is meant, but another courier (不发圆通) or more care (别发错). */
const notAWait = '(?!错|漏|少|顺丰|圆通|中通|申通|韵达|极兔|邮政|京东|德邦|百世|ems)';

/** 12月10号, 下周一, 月底, 年后, 3天: a day that is still to come. */
const laterDay =
  '(?:\\d{1,2}月(?:\\d{1,2}[日号]?|[底初中])?|\\d{1,2}[./]\\d{1,2}[日号]?|\\d{1,2}[日号天周]|[一两三几][天周]' +
  '|下?个?(?:周|星期|礼拜)[一二三四五六日天末]?|下个?月(?:\\d{1,2}[日号]?)?|月[底初中]|双(?:十[一二]|1[12])' +
  '|[年节假]|元旦|国庆|春节|五一|过年|过完年|开学|明天|后天)';
/** 年后发货, 下周一再寄, 晚几天发. */
const later =
  `(?:${laterDay}(?:(?:以后|之后|过后|后)再?|再)` +
  '|(?:下个?(?:周|星期|礼拜)[一二三四五六日天末]?|下个?月[底初中]?|年后)(?:统一|才)?' +
  '|(?:晚|等|过|推迟)(?:[几一两三]|\\d{1,2})(?:天|周|个月)再?|晚[点些]再)(?:发货?(?!票)|寄)';

/** 取消订单, 不想要了; 不要取消 and 取消包装 are none. */
const ended =
  '(?<![不没别勿未][用要必需会可以]{0,2})取消(?:(?:这个?|该|此)?(?:订?单|发货|购买|交易))' +
  '|(?:(?<![不没别勿])[要想]|帮我?|申请|要求|已经?)取消(?![关收包吊赠])|不想要了|(?:^|[,，。;；\\s])不要了' +
  '|(?:申请|全额|[已待要])退款(?!\\s*\\d|差|运费|部分|[^,，。]{0,4}元)|退款中';
/** 和上一单一起发, 合并发货: two orders in one parcel. */
const together =
  '合并(?:发货?|寄|订单|一起)|(?:和|跟|与)(?!货)[^,，。;；]{1,8}?的(?:[^,，。;；]{0,4})(?:一起|一块)(?:发|寄)|(?:两|几|上一?|那|个)(?:个?订?单)[^,，。;；]{0,6}(?:一起|一块)(?:发|寄)|(?:一起|一块)合单';
/** 暂停发货, 延迟发货, 先放着. */
const paused =
  '暂[缓停]发|暂缓|缓发|延[迟后期]发|(?:先|暂时?)放着|等我?(?:的)?(?:消息|电话|回复|确认)再?(?:发|寄)|等我(?:消息|通知|回复)';

/** Hold until I confirm, please cancel my order, combine with #1001: not Hold the box upright, and no shipping combined. */
const englishWait =
  '(?<!do not |don.t )\\b(?:hold (?:until|till|for|off|this|my|the order|it\\b|shipping|shipment)|(?:please|pls|plz) hold(?! (?:(?:it|the|this|my|your) )?(?:box|parcel|package|door|upright|level|flat))|(?:please )?wait (?:for|until|till|to ship)' +
  '|cancel (?:my |the |this )?(?:order|purchase)|(?:ship|send) (?:it |them |this )?(?:together )?with (?:my |the )?(?:other )?(?:order|#)' +
  '|combine (?:it |this |them )?with|ship (?:it )?(?:later|next week|next month))';

/** What sellers write when a parcel must not leave. */
const doNotShipPattern = new RegExp(
  `(?:不要?|别|勿)发(?!票)${notAWait}|先别|刷单|(?<!真)空包|补差价(?!款?已)|拍错|${later}|${ended}|${paused}` +
    '|锁单|留单|扣单|压单|拦截|作废|待确认|待补货|[等待]补货|等[^,，。;；]{0,6}(?:到货|确认(?!收)|通知)' +
    `|do\\s?n['o]t ship|\\bhold\\b|${englishWait}|${sellerWords}`,
  'i',
);

/** What buyers write when they want it later, or not. They write 不发 of much else: only whole phrases count. */
const buyerWaitsPattern = new RegExp(
  `(?:先|暂时?)(?:不要?|别)发${notAWait}|(?:不要|别)发货|${noLonger}|等我?通知再?发|${later}|${ended}|${paused}` +
    `|多拍了|拍多了|拍重了?|重复(?:下单|拍)|do\\s?n['o]t (?:ship|send) (?:yet|until|before)|${englishWait}`,
  'i',
);

/** Words of a note alone: in a text with an address in it they would be found by chance. */
const buyerAsksPattern = new RegExp(`${buyerWaitsPattern.source}|${buyerWords}`, 'i');

/** 不用改, 没改: the word behind it is denied. */
const unlessDenied = '(?<![不没别勿][用要必需]?)';
/** 寄到：杭州市余杭区五常大道1号: a place with a street; 送到小区门口 is where the courier goes. */
const elsewhere =
  '(?:寄|发|送)(?:到|往|给|去|这个地址)[^,，。;；]{0,10}?[\\u4e00-\\u9fff]{2,4}(?:省|自治区|(?<!城|门|超)市|(?<![小社园校厂景住片辖地])区|县)' +
  '[\\u4e00-\\u9fff\\d]{2,20}(?:路|街|道|号|镇|村|大厦|小区)';
const contact = '(?:地址|电话|手机号|收[货件]人)';
/**
 * What either writes when the receiver of the order is no longer the right one: 改地址, 地址写错了, 改寄到…. Not 改发, which is
 * as often another courier or another colour, and not 号码, which is the size of a shoe.
 */
const readdressPattern = new RegExp(
  `${unlessDenied}(?:更?改|更?换|修改|变更)(?:一?下|成|为|了|个)?(?:新的?)?(?:收[货件])?${contact}` +
    `|${contact}(?:我)?(?:已经?)?(?:更?改|更?换|变更|更正|[写填打输留]错|错了|有误)(?!不)` +
    `|${unlessDenied}(?:[改转]寄|改[发送](?:到|往|给))` +
    `|${elsewhere}` +
    '|(?:另外?一个|别的|新的?|其他)地址|地址[^,，。;；]{0,4}发你|按聊天' +
    '|(?:change|update|wrong|new) (?:(?:the|my|shipping|delivery) )*address',
  'i',
);

const togetherPattern = new RegExp(together);
const sellersTogetherPattern = new RegExp(`${together}|${sellersWithAnother}`);
const buyersTogetherPattern = new RegExp(`${together}|${buyersWithAnother}`);

/** Does a text say that the parcel is to wait, in words that no address has? */
export const saysWait = (text: string): boolean => buyerWaitsPattern.test(text) || togetherPattern.test(text);

/** 预售, not 非预售 and not 预售款已付. */
const presalePattern =
  /(?<![非无没]|不是|取消)预售(?!款|价|[已到]|结束|转现货|商品已)|\bpre-?(?:sale|order)(?!ed)\b/i;

/** Words of a note that somebody has to read before the parcel leaves. */
const questions = [
  ['sellerRemark', 'IMPORT_NOTE_SAYS_WAIT', doNotShipPattern],
  ['buyerRemark', 'IMPORT_BUYER_SAYS_WAIT', buyerAsksPattern],
  ['sellerRemark', 'IMPORT_SHIP_TOGETHER', sellersTogetherPattern],
  ['buyerRemark', 'IMPORT_SHIP_TOGETHER', buyersTogetherPattern],
  ['sellerRemark', 'IMPORT_NOTE_READDRESSES', readdressPattern],
  ['buyerRemark', 'IMPORT_NOTE_READDRESSES', readdressPattern],
] as const;

/** What a note holds an order up for; only the words found are shown, with the column they are in. */
export interface NoteQuestion {
  readonly code: Extract<ErrorCode, (typeof questions)[number][1] | 'IMPORT_SHIP_LATER' | 'IMPORT_PRESALE'>;
  readonly field: 'sellerRemark' | 'buyerRemark';
  readonly params: Readonly<Record<string, string>>;
}

/** What is to be written on a card says nothing of the parcel: 贺卡写“等我回来”. */
const quotedCard =
  /(?<engraved>(?:刻|印|绣)字?[:：\s]+)[^,，。;；]+|(?<card>[贺卡]片?(?:内容|上)?写?(?:上|着|一句)?[:：]?\s*)(?:“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』)/g;

/** However an order comes in, its notes are asked this; none for most. `now` null: nobody said what day it is. */
export function questionsOfNote(
  field: NoteQuestion['field'],
  written: string,
  column: string,
  now: number | null = null,
): readonly NoteQuestion[] {
  if (written === '') return [];
  // Phones write don’t.
  const note = written.replaceAll('’', "'");
  const day = now === null ? null : shippingDayOf(note, now, field === 'sellerRemark');
  const text = (day?.rest ?? note).replace(quotedCard, '$<engraved>$<card>');
  const ofWords = questions.flatMap(([asked, code, pattern]) => {
    const word = asked === field ? pattern.exec(text)?.[0] : undefined;
    return word === undefined ? [] : [{ code, field, params: { word, column } }];
  });
  const arrival = now === null || day !== null ? null : laterArrivalIn(note, now);
  const code = field === 'sellerRemark' ? 'IMPORT_NOTE_SAYS_WAIT' : 'IMPORT_BUYER_SAYS_WAIT';
  if (arrival !== null && !ofWords.some((one) => one.code === code))
    ofWords.push({ code, field, params: { word: arrival, column } });
  return [...ofWait(field, text, day, now), ...ofWords];
}

/** A day that has come is no wait any more, whatever else was said of it. */
function ofWait(
  field: NoteQuestion['field'],
  note: string,
  day: ShippingDay | null,
  now: number | null,
): readonly NoteQuestion[] {
  if (day !== null && now !== null) {
    const { at, date } = day;
    return at > now ? [{ code: 'IMPORT_SHIP_LATER', field, params: { date } }] : [];
  }
  return presalePattern.test(note) ? [{ code: 'IMPORT_PRESALE', field, params: {} }] : [];
}
