import type { Token } from './tokens.ts';

/** Words people write to the shop, none of which is a name or a place. */
const words =
  '麻烦|谢谢|多谢|感谢|辛苦|拜托|尽快|加急|急用|你好|您好|亲|老板|掌柜|店家|客服|请|记得|不要|务必|最好|今天|明天|周末|工作日|上午|下午|晚上|帮忙|帮我|给我|您|你|我|要|早点|快点|一定|了|啦|哦|的|一下|发货|发|寄|送货|送|收货|用|打|货|件|顺丰|圆通|中通|韵达|申通|极兔|邮政|京东|德邦|快递|电话|电联|联系|出|过来|吧|哈|改|换|前|放|门口|门卫|前台|驿站|快递柜|丰巢|柜|上门|派送|代收|勿|别|不|轻拿轻放|易碎|包邮|到付|拆|看|先|再|给|在|到|说|好|就|行|可以|有人|没人|时间';
const noise = new RegExp(`^[([【]?(?:${words}){1,16}[)\\]】]?$`);
/** Without one of these the words above could be part of an address. */
const telling =
  /谢|感|麻烦|辛苦|拜托|尽快|加急|急用|你好|您好|老板|掌柜|客服|请|记得|务必|周末|工作日|发货|顺丰|圆通|中通|韵达|申通|极兔|快递|派送|上门|送货|轻放|包邮|到付|电联|电话|联系|代收|改|放门|放前|放驿|不送|亲/;

/** True when a token only talks to the shop and says nothing of the receiver. */
export function isNoise(token: Token): boolean {
  return token.text.length <= 40 && noise.test(token.text) && telling.test(token.text);
}
