import type { Token } from './tokens.ts';
import { UnitSet } from './unitSet.ts';

/** Words people write to the shop, none of which is a name or a place. */
const chatter =
  '麻烦|谢谢|多谢|感谢|辛苦|拜托|尽快|加急|急用|你好|您好|亲|老板|掌柜|店家|客服|同学|师傅|请|记得|不要|务必|最好|今天|明天|周末|工作日|上午|下午|晚上|帮忙|帮我|给我|您|你|我|要|早点|快点|一定|了|啦|哦|的|一下|发货|发|寄|送货|送|收货|用|打|货|件|顺丰|圆通|中通|韵达|申通|极兔|邮政|京东|德邦|快递|电话|电联|联系|出|过来|吧|哈|改|换|前|放|门口|门卫|前台|驿站|快递柜|丰巢|柜|上门|派送|代收|勿|别|不|轻拿轻放|易碎|包邮|到付|拆|看|先|再|给|在|到|说|好|就|行|可以|有人|没人|时间|打不通|没接|不接|备用号?|本人|签收|这个地址|以下地址';
const chatterStart = new UnitSet(
  '麻谢多感辛拜尽加急你您好亲老掌店客同师请记不务最今明周工上下晚帮给我要早快一了啦哦的发寄送收用打货件顺圆中韵申极邮京德电联出过吧哈改换前放门驿丰柜派代勿别轻易包到拆看先再在说就行可有没时备本这以([【',
);
const noise = new RegExp(`^[([【]?(?:${chatter}){1,16}[)\\]】]?$`);
/** Without one of these the chatter above could be part of an address. */
const telling =
  /谢|感|麻烦|辛苦|拜托|尽快|加急|急用|你好|您好|老板|掌柜|客服|请|记得|务必|周末|工作日|发货|顺丰|圆通|中通|韵达|申通|极兔|快递|派送|上门|送货|轻放|包邮|到付|电联|电话|联系|打不通|没接|备用|本人|签收|代收|改|放门|放前|放驿|不送|亲|个地址|下地址/;

const mayBeChatter = ({ text }: Token): boolean => chatterStart.isAt(text, 0) && text.length <= 40;

/** What a page shows beside an address and is copied along, and marks apart from the name. */
const pageWords = new Set(
  '默认 默认地址 设为默认 编辑 删除 修改 复制 复制成功 复制地址 复制信息 待发货 已付款 图片 虚拟号 隐私号 收件 收货'.split(
    ' ',
  ),
);
const longestPageWord = 4;
/** 微信同号, （虚拟号有效期7天）, 【拨打隐私号请按分机4521】: of the number, which is read by itself. */
const ofNumber =
  /^[([【]?(?:电话|手机号?)?(?:(?:微信|[wv]x|v)(?:同号|同步|同(?:手机|电话)号?)|同微信号?|(?:虚拟|隐私)(?:号码?|电话).{0,16}|(?:配送)?(?:电话)?请?拨打.{0,16})[)\]】]?$/i;
const ofNumberStart = new UnitSet('电手微wWvV同虚隐配请拨([【');

/** The word in a pair of brackets, else the text as it is. */
const unbracketed = (text: string): string => (/^[([【].*[)\]】]$/.test(text) ? text.slice(1, -1) : text);

/** What those words begin with. */
const pageStart = new UnitSet('默设编删修复待已图虚隐收([【');

function isPageWord(text: string): boolean {
  if (text.length > longestPageWord + 2 || !pageStart.isAt(text, 0)) return false;
  return pageWords.has(unbracketed(text));
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
