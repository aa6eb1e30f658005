import { Gate } from './gate.ts';
import type { Token } from './tokens.ts';
import { UnitSet } from './unitSet.ts';

/** Words people write to the shop, none of which is a name or a place. */
const chatter =
  '麻烦|谢谢|多谢|感谢|辛苦|拜托|尽快|加急|急用|你好|您好|亲|老板|掌柜|店家|客服|同学|师傅|请|记得|不要|务必|最好|今天|明天|周末|工作日|上午|下午|晚上|帮忙|帮我|给我|您|你|我|要|早点|快点|一定|了|啦|哦|的|一下|发货|发|寄|送货|送|收货|用|打|货|件|顺丰|圆通|中通|韵达|申通|极兔|邮政|京东|德邦|快递|电话|电联|联系|出|过来|吧|哈|改|换|前|放|门口|门卫|前台|驿站|快递柜|丰巢|柜|上门|派送|代收|勿|别|不|轻拿轻放|易碎|包邮|到付|拆|看|先|再|给|在|到|说|好|就|行|可以|有人|没人|时间|打不通|没接|不接|备用号?|本人|签收|这个地址|以下地址|核对|核实|确认|一起|收|小?礼物|赠品|催';
const chatterStart = new UnitSet(
  '麻谢多感辛拜尽加急你您好亲老掌店客同师请记不务最今明周工上下晚帮给我要早快一了啦哦的发寄送收用打货件顺圆中韵申极邮京德电联出过吧哈改换前放门驿丰柜派代勿别轻易包到拆看先再在说就行可有没时备本这以([【',
);
const noise = new RegExp(`^[([【]?(?:${chatter}){1,16}[)\\]】]?$`);
/** Without one of these the chatter above could be part of an address. */
const telling =
  /谢|感|麻烦|辛苦|拜托|尽快|加急|急用|你好|您好|老板|掌柜|客服|请|记得|务必|周末|工作日|发货|顺丰|圆通|中通|韵达|申通|极兔|快递|派送|上门|送货|轻放|易碎|包邮|到付|电联|电话|联系|打不通|没接|备用|本人|签收|代收|改|放门|放前|放驿|不送|亲|个地址|下地址/;

const mayBeChatter = ({ text }: Token): boolean => chatterStart.isAt(text, 0) && text.length <= 40;

/** What a page shows beside an address and is copied along, and marks apart from the name. */
const pageWords = new Set(
  'Hi hi Hello hello ok OK 收货信息 收件信息 默认 默认地址 设为默认 新建收货地址 新增收货地址 收货地址 无 急 #接龙 编辑 删除 修改 复制 复制成功 复制地址 复制信息 待发货 已付款 等待卖家发货 修改地址 订单详情 图片 虚拟号 隐私号 收件 收货'.split(
    ' ',
  ),
);
const longestPageWord = 6;
/** 微信同号, （虚拟号有效期7天）, 【拨打隐私号请按分机4521】: of the number, which is read by itself. */
const ofNumber =
  /^[([【]?(?:电话|手机号?)?(?:(?:微信|[wv]x|v)(?:同号|同步|同(?:手机|电话)号?)|同微信号?|(?:虚拟|隐私)(?:号码?|电话).{0,16}|(?:配送时?)?(?:电话)?请?拨打.{0,16})[)\]】]?$/i;
const ofNumberStart = new UnitSet('电手微wWvV同虚隐配请拨([【');

/** [玫瑰]: what a chat shows as a small picture is copied as a word. */
const pictureWords = new Set(
  '微笑 玫瑰 抱拳 强 爱心 捂脸 呲牙 愉快 合十 OK 握手 偷笑 旺柴 庆祝 礼物 咖啡 太阳 月亮 拥抱 胜利 鼓掌 害羞 可怜 苦涩 嘿哈 红包 福 發 流泪 大哭 色 憨笑 嘴唇 加油 跳跳 鲜花'.split(
    ' ',
  ),
);

/** The word in a pair of brackets, else the text as it is. */
const unbracketed = (text: string): string => (/^[([【].*[)\]】]$/.test(text) ? text.slice(1, -1) : text);

/** What those words begin with. */
const pageStart = new UnitSet('HhoO默设新编删修等订复待已图虚隐收无急#([【');

function isPageWord(text: string): boolean {
  if (text.startsWith('[') && pictureWords.has(unbracketed(text))) return true;
  if (text.length > longestPageWord + 2 || !pageStart.isAt(text, 0)) return false;
  return pageWords.has(unbracketed(text));
}

/** Said of the number it stands beside in a cell of its own: 微信同号, （微信）. */
export function saysOfNumber(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return ofNumber.test(plain) || /^[([【](?:微信|[wv]x|v)[)\]】]$/i.test(plain);
}

/** True when a token only talks to the shop, or of the page it was copied from, and says nothing of the receiver. */
export function isNoise(token: Token): boolean {
  const { text } = token;
  if (mayBeChatter(token) && telling.test(text) && noise.test(text)) return true;
  return isPageWord(text) || (ofNumberStart.isAt(text, 0) && ofNumber.test(text));
}

/** The same for all that stands in one pair of brackets: （放丰巢，别打电话） tells as a whole that its first half is no place. */
export function isNoiseTogether(note: readonly Token[]): boolean {
  return (
    note.every((token) => mayBeChatter(token) && noise.test(token.text)) &&
    note.some(({ text }) => telling.test(text))
  );
}

const measured = '(?:箱|盒|袋|瓶|包|罐|件|份|斤|公斤|kg)';
/** 10斤装x2, 苹果10斤, 一箱苹果, 红枣两袋, 3号链接, 黑色L码: what is ordered, and no part of a street. 王八斤 is a person. */
const goodsWord = new RegExp(
  `^[([【]?(?:[\\u3400-\\u9fff]{0,8}\\d{1,4}${measured}装?[\\u3400-\\u9fff]{0,4}(?:[x×*]\\d{1,3})?|[一二两三四五六七八九十]{1,2}${measured}[\\u3400-\\u9fff]{2,6}|[\\u3400-\\u9fff]{2,8}[一二两三四五六七八九十]{1,2}(?:箱|盒|袋|瓶|罐)|\\d{1,3}号链接|(?:[\\u3400-\\u9fff]{1,3}色)?(?:[SMLX]{1,4}|\\d{2})码)[)\\]】]?$`,
  'i',
);
const goodsGate = new Gate('箱盒袋瓶包罐件份斤链码gG');
const goodsUnits = new UnitSet('箱盒袋瓶包罐件份斤链码gG');
const otherPart =
  /[发寄达号室栋幢楼层座弄巷路街村组省市区县镇乡厂店馆院园站房门场]|单元|仓库|公司|[圆中申]通|顺丰/;

/** Most texts have no unit of goods, and none of their words is asked. */
export const mayNameGoods = (signs: number): boolean => goodsGate.isOpen(signs);

/** Is a word goods that somebody ordered, and neither a place nor a wish to the courier? */
export function isOrdered({ text }: Token): boolean {
  if (text.length > 18 || !goodsUnits.isIn(text) || !goodsWord.test(text)) return false;
  return text.includes('号链接') || !otherPart.test(text);
}
