/** A label we do not know; 9:00 is none. */
const colon = /(?<!\d)[:：]|[:：](?!\d)/;
const numberLeft = /\d{7,}/;
const talk = /电话(?!联系)|手机|收件|收货|姓名|订单|分机|转\d|微信|QQ|先生|女士|小姐|@/;
const bar = /[|｜\t]/;

function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('([【（［'.includes(character)) depth += 1;
    else if (')]】）］'.includes(character)) depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/** How many things in a detail say that something else has been read into it. */
export function detailDoubts(detail: string): number {
  const signs = [colon, numberLeft, talk, bar].filter((sign) => sign.test(detail)).length;
  return signs + (isUnbalanced(detail) ? 1 : 0);
}
