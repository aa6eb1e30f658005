import type { Token } from './tokens.ts';

/** Requests and greetings of a chat. A token that is nothing else goes to the leftover. */
const noise =
  /^(?:[(（[【]?)(?:(?:麻烦|谢谢|多谢|感谢|辛苦|拜托|尽快|加急|急用|你好|您好|亲|老板|掌柜|店家|客服|请|记得|不要|别|务必|最好|今天|明天|周[一二三四五六日末]|上午|下午|晚上)?(?:帮忙|帮我|给我|您|你|尽快|早点|快点|今天|明天|一定|务必|了|啦|哦|的)*(?:发|寄|送|打|走|用)?(?:一下|货|件|顺丰|圆通|中通|韵达|申通|极兔|邮政|京东|德邦|快递|电话|电联|出|过来|吧|了|啦|哈|哦|谢谢|多谢|感谢|！|!|~|～)*)(?:[)）\]】]?)$/;
const always =
  /(?:谢谢|感谢|麻烦发|尽快发|发顺丰|发货前|包邮|到付|送货上门|放驿站|放门口|打电话|勿放|轻拿轻放)/;

/** True when a token only talks to the shop and says nothing of the receiver. */
export function isNoise(token: Token): boolean {
  if (token.text.length > 24) return false;
  if (always.test(token.text) && !/[路街村镇区号栋]/.test(token.text)) return true;
  return (
    token.text.length >= 1 && noise.test(token.text) && !/^(?:[(（[【]?)(?:[)）\]】]?)$/.test(token.text)
  );
}
