/**
 * What a seller writes on an order that must not leave, as short as it is: 自提, 已发, 没货, 取消, 款到发货. Each class of reasons stands
 * apart. A word counts where a phrase ends behind it, so that 自提柜, 已发短信 or 取消包装 hold nobody up.
 */
const begin = '(?<=^|[,，。;；、!！?？\\s/+(（)）:：])';
const end = '(?=$|[,，。;；、!！?？\\s/+(（)）~～])';

/** It is over: 取消, 客户退单, 撤, 不用发了. */
const over =
  `${begin}(?:(?:客户|顾客|买家|客人|对方|[他她])(?:说|又)?(?:不要|不买)|(?:客户|顾客|买家|客人|对方|[他她])?(?:说|已经?|要|又)*` +
  `(?:取消|退(?!换)|退单|退订|撤|撤单|撤销|停发|不寄|不用[发寄]货?|不[发寄]货?))(?:了|掉|订单|此单)?${end}|不用[发寄]货?了`;

/** It goes without a courier, or went: 自提, 来店里拿, 带走了, 货拉拉, 我带过去. A locker or station is where a courier leaves it. */
const byHand =
  '(?<![不别勿][要用能]?|柜|[驿网]站|点|可以?)(?:自提|自取|自己(?:来|去)?[拿取提])(?!柜|点|站|码)' +
  '|(?<![不别勿][要用能]?)(?:来|到)(?:店|厂|仓库?|家)?里?(?:自己?)?[拿取提](?!件|快递)' +
  `|(?:带|拿|取|提)走了?${end}|当面[给交付]|(?:我|自己|老板)(?:亲自)?[送带](?:过?去|过?来|货)|自己送|专车|跑腿(?!费)|闪送|货拉拉|已经?送(?:到|达|货|过去)?了?${end}` +
  '|pick(?:ed)?[ -]?up (?:in|at|from) (?:the )?(?:store|shop)';

/** It has left already: 已发, 发过了, 昨天寄走了. 发票已发 and 已发微信 are none. */
const gone = `(?<!票|信|图|号|片|链接|邮件|券|包)已经?(?:发|寄)(?:货|出|走)?(?:了|过|完)?${end}|(?<!票|信|图|号|片|链接|邮件|券|红包)(?:[发寄](?:过了?|走了|出?去?了))${end}`;

/** There is none of it: 没货, 缺货. 如缺货请联系 is a condition. */
const noStock =
  '(?<![如若倘果]|要是|万一)(?:[没无缺断]货)(?![款架]|.{0,6}(?:联系|电话|通知|告诉|换|改))|等货(?!到付)';

/** It is not paid for: 款到发货, 还没付钱, 欠款. */
const notPaid =
  '款到(?:后|了)?再?发|(?:还没有?|没有?|未)(?:付|给|收到?)(?:钱|款|货款|尾款|全款)|(?:钱|款)还?(?:没|未)[付给到]|先付款|(?<!不)欠(?:货|尾)?款' +
  `|未付${end}|wait(?:ing)? for (?:the )?payment|not (?:yet )?paid|\\bunpaid\\b`;

/** Nobody would be found there: 空号, 地址不详. */
const notReachable = '空号|停机|(?:电话|号码|手机)(?:不对|错)|地址不(?:详|全|清|对|完整|明)|查无此人|打不通$';

/** It is no order, or the same once more: 测试单, 重复. */
const noOrder = `测试(?:单|订单|数据)|${begin}测试${end}|重复(?:了|单|订单|录入)|${begin}(?:同上)?重复${end}`;

/** Not now: 周五发, 月底一起发, 改天寄, 先留着, 待定. */
const notNow =
  '(?:下?个?(?:周|星期|礼拜)[一二三四五六日天末]|下个?月|月底|改天|过[两几]天)(?:再|统一|一起|一块)?(?:发货?|寄)(?!票)' +
  `|暂时?(?:不要?|别|勿)[发寄]|先留(?:着|一下)?${end}|${begin}待定${end}`;

/** With another parcel: 和王姐的一起, 跟上面合一起. 赠品和货一起 goes out. */
const withAnother =
  '[和跟与同](?:[上下前那另昨]|[^,，。;；、]{0,4}(?:姐|哥|总|老板|先生|女士|单))[^,，。;；、]{0,6}(?:合?一起|合并|合单|合发)';

const english = '\\b(?:cancell?ed|refunded|already sent|out of stock)\\b';

/** All of it, for the pattern of a seller's note. */
export const sellerWords = [
  over,
  byHand,
  gone,
  noStock,
  notPaid,
  notReachable,
  noOrder,
  notNow,
  withAnother,
  english,
].join('|');
