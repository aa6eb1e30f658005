import type { TrackingException, TrackingState } from '../../../shared/domain/tracking.ts';

/** The meaning of one line: where the parcel is, and what is wrong with it. null, '': the words do not say. */
export interface LineWords {
  readonly state: TrackingState | null;
  readonly exception: TrackingException | '';
}

const nothing: LineWords = { state: null, exception: '' };

/** Possible events, requests and averted events: none of them has happened. */
const supposed =
  /(?<=^|[,。;!:()】\]])(?:如|若)(?!皋|东|意|家|新|期|下|常|此)[^。;!]*|(?:逾期|超时|超期|否则)[^,。;]{0,8}(?:将|会)[^。;!]*|(?:如果?|若|倘若|万一|一旦)(?:电话|暂时|您|遇|有|需|未|无|是|发现|出现|客户|收件|本人|快递|包裹|派送|对|不|要|想|超)[^。;!]*|(?:请勿|避免|防止|谨防|以免|以防|防范|未发现|没有|并无|无)(?:拒收|退回|破损|丢失|遗失|违禁|异常|延误)[^,。;!]*|(?:退货|退款|退换|理赔|破损|丢失|延误|拒收)(?:无忧|保障|险|包赔|必赔|政策|服务|电话|请联系|请拨打)[^,。;!]*/g;

/** A request that was made, refused or withdrawn: the parcel continues. */
const calledOff =
  /(?:取消|撤销|终止|停止|不再|无需|放弃)(?:了|快件|包裹)?(?:退回|退件|退货|拦截|拒收)|(?:拦截|退回)(?:已|申请|请求|指令|件)*(?:失败|不成功|未成功|取消|撤销|已提交|受理中|处理中)|(?:未能?|无法|没有)(?:成功)?(?:拦截|退回)|(?:申请|发起|提交|登记)(?:了|快件|包裹|中)?(?:拦截|退回|退件)(?!成功)/;

const sender = '(?:发件|寄件|发货|寄方|商家|卖家|店家|原寄|始发|揽收)';
/** Returned to a branch of the carrier, which delivers it again. */
const toBranch =
  /退回(?!件|中|发件|寄件|商家|卖家)(?:至|到|给)?[【[(“]?[^,。;】\])”]{0,20}?(?:网点|站点|分部|营业部|营业所|服务部|分拨|中转|转运|驿站|仓)(?![^。;]{0,12}(?:发件|寄件|退件))/;

const returned = new RegExp(
  `退(?:回|货)?(?:件|快件|包裹|邮件)?(?:已|被|成功)*(?:签收|妥投|收讫)|(?:退回件|退件|退货件|返件)(?:已|成功)[^。;]{0,24}(?:签收|妥投|送达)|${sender}(?:人|方|客户|网点)?(?:本人)?[】)]?(?:已|确认)*(?:签收|收回)(?!人)|签收人(?:是|为)?[::]?[【[(“]?${sender}(?:人|方|客户)|已退[回还]?(?:至|到|给)?${sender}(?:人|方|客户)?[^,。;]{0,6}签收|(?<!being |be )returned to (?:the )?(?:sender|shipper)|delivered to (?:the )?(?:sender|shipper|origin)|return (?:was )?delivered`,
);
const refused =
  /拒收|拒签|拒绝(?:签收|收件|收货|接收|领取)|拒不签收|(?:客户|收件人|收方)(?:表示)?(?:不要|不想要|不收)|refused|rejected by (?:the )?(?:recipient|consignee|receiver|customer)/;
const intercepted =
  /拦截(?:成功|退回(?!失败|申请))|已(?:被|成功)*拦截|拦截件|(?:被|快件|包裹|邮件)拦截|intercepted/;
const goesBack =
  /退回|退件|退货件|退货中|退运|转退|退还|退往|退返|返件|回退|原路返回|原路退|返回(?:发件|寄件|商家|卖家)|件返回|退签|return(?:ed|ing)? to (?:the )?(?:sender|shipper|origin)|(?:being|is) returned|return (?:initiated|in progress|shipment)/;

/** Problems, the plainest first: a line about a refusal at an unclear address is a refusal. */
const troubles: readonly (readonly [TrackingException, RegExp])[] = [
  ['refused', refused],
  [
    'violation',
    /违禁|禁寄|禁限寄|限寄物品|安检(?:异常|不合格|未通过|不通过|退回)|验视不合格|prohibited|dangerous goods/,
  ],
  ['lost', /丢失|遗失|下落不明|灭失|丢件|已销毁|弃件|无法找到(?:快件|包裹)|lost|missing parcel|destroyed/],
  ['damaged', /破损|损坏|损毁|污损|破包|漏液|渗漏|泄漏|外包装(?:破|湿|变形)|内件(?:短少|破)|damaged/],
  [
    'removed-from-locker',
    /(?:快递员|派件员|派送员|业务员|投递员|小哥|网点)[^,。;]{0,12}(?:取出|收回|取回|移出)|取消派件将快件取出|removed from (?:the )?(?:parcel )?locker/,
  ],
  [
    'locker-overdue',
    /(?:超时|逾期|超期|长时间|多日|久)(?:仍|还|一直)?(?:未|没|无人)(?:取|领|自提)|(?:取件码|取货码|验证码|提货码)(?:已|已经)?(?:失效|过期)|(?:滞留|存放|保管|入柜|入库)[^,。;]{0,6}超(?:过|时|期)|超过?\d+(?:小时|天)(?:仍|还)?(?:未取|未领)|未及时(?:取件|领取|取走)/,
  ],
  [
    'address-incomplete',
    /地址(?:信息|填写|写)?(?:不对|不详|不全|不清|不明|不完整|不准确|不正确|不存在|不符|错误|有误|错|缺失|模糊|欠详|异常)|详(?:细)?址不[详明]|查无此|无此(?:单位|地址|人|门牌)|查无(?:人|地址)|原址|(?:无|缺少?|没有)门牌|已搬(?:迁|走|家)|迁(?:移|址)|(?:incomplete|incorrect|wrong|insufficient|invalid|bad) address|address (?:is )?(?:incomplete|incorrect|wrong|insufficient|unknown|not found)/,
  ],
  [
    'out-of-area',
    /超区|超派|超范围|超出(?:了)?(?:派送|派件|服务|配送|投递)?范围|超(?:派送|派件|服务|配送|投递)范围|不在(?:本网点|本站)?(?:派送|派件|服务|配送|投递)(?:范围|区域)|(?:无|没有)(?:服务|派送)?网点|out of (?:the )?(?:delivery|service) area/,
  ],
  [
    'phone-wrong',
    /(?:电话|手机|联系方式|号码)(?:号码|号)?(?:错误|有误|不正确|不全|缺失|不存在|不符|是错|为错|错)|空号|停机|(?:无|缺少|没有)(?:收件人)?(?:联系)?(?:电话|手机|号码|联系方式)(?!.{0,2}(?:接|联))|(?:wrong|invalid|incorrect) phone/,
  ],
  [
    'unreachable',
    /(?:无法|不能|未能|难以|暂未)(?:取得|及时|正常|与|和|同)*(?:收件人|收件客户|收方客户|客户|用户|买家|收方|收件方|您)?(?:本人)?(?:取得|进行|建立)?联[系络]|联系不(?:上|到|通)|联络不上|联系(?:收件人|客户|用户|您)?(?:未果|失败)|(?:电话|手机|来电)[^,。;]{0,4}(?:无人接|未接|没接|不接|打不通|不通|关机|忙线|占线|拒接)|无人接听|无法接听|未接听|(?:无法|未能|未)接通|不在服务区|多次(?:拨打|致电|联系)|电联不上|unable to (?:contact|reach)|could not (?:contact|reach)|no answer/,
  ],
  ['missorted', /错分|错发|发错|分错|错转|误发|误分|错投|投错|送错|串件|窜件|mis-?sort|mis-?rout|missent/],
  [
    'customs-fee',
    /(?:税费|关税|税金|税款)[^,。;]{0,6}(?:未缴|未付|待缴|待付|待支付|未支付|须缴|需缴)|待补税|(?:等待|尚未|未)(?:缴税|缴纳关税|支付税)|(?:duty|duties|tax|taxes|customs fee)[^,.;]{0,20}(?:unpaid|due|payment|required)/,
  ],
  [
    'customs-exception',
    /(?:清关|报关|通关|申报)(?:异常|失败|不通过|未通过|受阻|延误|资料(?:不全|缺失|有误))|海关(?:查验|扣|退运|抽检|抽查|待查)|检疫(?:查验|扣)|被海关|(?:缺少?|补充|补交|提供|上传)[^,。;]{0,6}(?:清关|身份证|报关|通关)|held (?:by|in|at) customs|customs (?:inspection|exception|hold|delay|issue)|seized/,
  ],
  [
    'delayed',
    /滞留|留仓|延误|晚点|积压|爆仓|(?:天气|暴雨|台风|大雪|暴雪|大雾|洪水|洪涝|冰雪|寒潮|地震|疫情|管制|交通|道路|封路|限行|航班|不可抗力)[^,。;]{0,8}(?:原因|影响|延迟|受阻|中断|封闭|取消|推迟|恶劣|导致)|(?:因|受|由于)[^,。;]{0,10}(?:天气|暴雨|台风|大雪|暴雪|疫情|管制|封路|机械故障|车辆故障|节假日|春节)|(?:快件|派送|时效|运输)延迟|暂停(?:派|收派|配送|服务)|delay(?:ed)?(?! of)/,
  ],
  [
    'redelivery',
    /改(?:日|期|天|约|时间|派(?!至|到)|送(?!至|到|达))|预约(?:改|派)|另(?:行)?约|(?:更改|变更|修改|调整|延迟|推迟|延后|要求)派(?:送|件)?(?:时间|日期)?|(?:延迟|延后|延期|推迟|暂缓|延时)(?:派|送|投|配)|(?:择日|次日|隔日|明日|明天|后天|下次|工作日|周[一二三四五六日末])(?:上午|下午|再|再次|重新|继续|安排|进行)*(?:派|送|投(?!诉)|配送)|\d(?:日|号)(?:上午|下午|再|后)*(?:派|送|投(?!诉))|约定(?:时间|日期|\d|在|于)|(?:等待|待)(?:再次|二次|重新)(?:派|投|配)|将(?:再次|重新|二次|于|在)[^,。;]{0,12}(?:派|投|配送)|will be (?:re)?attempted|re-?deliver|rescheduled/,
  ],
  [
    'delivery-failed',
    /(?:派送|派件|投递|配送|妥投|送货)(?:不成功|未成功|失败|异常|未果)|未(?:能)?(?:成功)?(?:妥投|派送|投递)|(?:无法|不能)(?:正常)?(?:派|投|配|送|进入|入内)|(?:收件人|收件客户|收方|客户|用户|家中|家里|单位|公司|办公室)(?:已|暂时|暂|均)*(?:不在|无人|没人|外出|出差|休息|放假|下班)|无人(?:在家|签收|收件)|拒付|(?:货款|到付款|到付|运费|代收款)[^,。;]{0,6}(?:未付|未支付|未收|拒|不付|不愿|未缴)|(?:未带|没带|无)(?:现金|钱)|快递柜(?:已)?满|柜满|failed (?:delivery )?attempt|delivery (?:attempt )?(?:failed|unsuccessful|exception)|(?:unable|attempted) to deliver|not (?:at )?home|undeliver|business (?:is )?closed/,
  ],
];

/** Places where a parcel waits for its receiver. A shop (店) may be a branch of the carrier. */
const waitingPlace =
  '(?:柜|丰巢|驿站|自提|代收点|代办点|代理点|兔喜|妈妈|超市|便利店|服务站|社区|合作点|邮局|locker|pick-?up point|collection point|parcel shop|access point)';
const laidDown =
  '(?<![将正拟待往]|正在|准备)(?:放(?:至|到|在|入|进|于)|存(?:放|入|至|于)|暂存|暂放|投(?:放|入|柜|递至|递到|至)|入(?:柜|库|站)|上架|送(?:至|达|到)|派至|到达|抵达|到了?|保管|代收|delivered to|arrived at|available at)';
const laid = new RegExp(laidDown);
const inPlace = new RegExp(
  `(?:ready|available) for (?:pick-?up|collection)|${laidDown}[^。;]{0,40}${waitingPlace}|${waitingPlace}[^。;]{0,20}(?:入柜|入库|入站|上架|暂存|代收|保管|收入)`,
);
const waits =
  /取件码|取货码|提货码|验证码|凭[^,。;]{0,8}(?:取|领)|(?:及时|尽快|尽早|前往|准备|前来|去|等待|待)[^,。;]{0,16}(?:取件|领取|自提|取货|提取|取走|取回|提货|取包裹)|待取|可自提|请您?(?:取件|领取|自提)|(?:awaiting|waiting for) (?:pick-?up|collection)/;

const notYetSigned =
  /(?:未|待|准备|即将|请|无人|可|需|须|注意|便于|方便|亲自|将由?|预计|验货|核对)(?:您|客户|本人|及时|当面|后|再|内件|包裹)*(?:代为|代)?签收|签收(?:前|时|异常|失败)|签收点/g;
const fetched =
  '(?:客户|收件人|收方|用户|买家|本人|他人|家人)[^,。;]{0,14}(?:取件|取走|领取|自提|取出|提取|提货|取回)';
const signed = new RegExp(
  `签收|妥投|${fetched}|您已[^,。;]{0,12}(?:完成取件|取件成功)|已(?:被|由)?[^,。;]{0,8}(?:取走|领取|自提|代收)|${waitingPlace}[^,。;]{0,12}(?:取件成功|已取件|出库|出站)|(?:派送|派件|投递|配送|送货)(?:已)?(?:成功|完成)|已?(?:送达|交付)(?:收件人|客户|本人|完成|成功)|确认收货|(?<!un|be |not |being )delivered|signed (?:for )?by|proof of delivery|(?:collected|picked up) by (?:the )?(?:customer|recipient|consignee|addressee)`,
);

/** The stages of a parcel; if a line names two, the first here counts. */
const stages: readonly (readonly [TrackingState, RegExp])[] = [
  [
    'awaiting-collection',
    /(?:等待|待|准备|通知|安排|尚未|未)(?:快递(?:公司|员)?)?(?:上门)?(?:揽|收寄|取件)|(?:等待|待|准备|通知|安排)(?:快递员)?上门|已下单|下单成功|(?:订单|运单|面单|快件单)(?:已|信息)*(?:创建|生成|提交|接收|打印)|打单|打包|拣货|备货|label (?:has been )?created|shipment information|pre-?advice|order (?:received|created|placed)|awaiting (?:item|parcel)/,
  ],
  [
    'collected',
    /揽(?:收|件)(?!部|网点|站|点)|收寄(?!部|局|点|快递|包裹)|已收取|picked up|pick-?up scan|posted/,
  ],
  [
    'destination',
    /到达目的(?:地|城市|网点)|抵达目的(?:地|城市|国)|到达派(?:件|送)(?:网点|站)|arriv(?:ed|al) (?:at|in) destination/,
  ],
  [
    'delivering',
    /(?<![很尽]快|即将|准备)(?:派(?:件|送)(?:中|途中|在途)|(?:正在|开始|安排|进行|为您|出仓|二次|再次|重新|继续)(?:进行|为您|安排|上门|二次|再次|重新)*(?:派|投递|配送|送货)|(?:投递|配送|送货)(?:中|途中)|由[^。;]{0,40}(?:派送|派件|投递|配送|送货))|准备签收|派件(?:员|人)|派送员|投递员|配送员|out for delivery|with (?:the )?(?:delivery )?courier|on vehicle for delivery/,
  ],
  ['customs', /清关|报关|通关|海关|口岸申报|customs|clearance/],
  [
    'in-transit',
    /离开|到达|抵达|发往|发出|发车|运往|运输|转运|中转|转寄|改寄|转投|收入|分拨|集散|装车|装袋|封车|卸车|下一站|起飞|落地|途中|在途|干线|航班|depart|arriv|transit|in-?bound|processed|forward|flight/,
  ],
  ['collected', /已?收件|已?取件|accepted|collected/],
];

/**
 * The meaning of a line's words, Chinese or English: platforms leave many lines without a code, and one code may mean several things.
 * Suppositions (“如客户拒收，请…”) say nothing.
 */
export function lineWords(line: string): LineWords {
  const text = plainLine(line);
  const trouble = troubles.find(([, words]) => words.test(text))?.[0] ?? '';
  const isCalledOff = calledOff.test(text);
  if (returned.test(text) && !isCalledOff) return { state: 'returned', exception: '' };
  if (isGoingBack(text) && !isCalledOff)
    return { state: 'returning', exception: returnReason(trouble, text) };
  if (trouble === 'refused' && isCalledOff) return nothing;
  if (trouble === '') return { state: stateInLine(text), exception: '' };
  return { state: trouble.startsWith('customs') ? 'customs' : 'problem', exception: trouble };
}

/** The return was cancelled. */
export const callsOffReturn = (line: string): boolean => calledOff.test(plainLine(line));

/** No courier writes a longer line. */
const mostSigns = 500;

/** Half-width, lower case, without blanks except between Latin words, and without suppositions. */
const plainLine = (line: string): string =>
  line
    .slice(0, mostSigns)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([^a-z])\s+|\s+(?=[^a-z])/g, '$1')
    .replace(supposed, '');

function isGoingBack(text: string): boolean {
  return intercepted.test(text) || (goesBack.test(text) && !toBranch.test(text));
}

/** Reasons of a return that a person must know; for all others the return itself counts. */
function returnReason(trouble: LineWords['exception'], text: string): TrackingException {
  if (trouble === 'refused' || trouble === 'violation' || trouble === 'damaged') return trouble;
  return intercepted.test(text) ? 'intercepted' : 'returning';
}

function stateInLine(text: string): TrackingState | null {
  const claims = text.replace(notYetSigned, '');
  const isWaiting = inPlace.test(claims) || (waits.test(claims) && laid.test(claims));
  if (isWaiting && !/签收|妥投|出库|signed/.test(claims)) return 'locker';
  if (signed.test(claims)) return 'signed';
  return stages.find(([, words]) => words.test(claims))?.[0] ?? null;
}
