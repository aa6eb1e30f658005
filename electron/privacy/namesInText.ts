import { blankOut, type FoldedText, type TextRange } from './foldedText.ts';

/** The hundred and some that nearly everybody bears. */
const surname =
  '(?:欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤陳張劉楊黃趙吳孫馬鄭謝許鄧馮韓蕭羅葉蔣蘇呂盧鐘姜譚陸賈韋鄒閻龍賀顧龔錢嚴湯])';

const role =
  '(?:快递员|派件员|派送员|派件人|业务员|收件员|揽收员|揽件员|取件员|投递员|配送员|收派员|小件员|骑手|快递小哥|签收人|收件人|收货人|代收人|寄件人|联系人|姓名)';
const opening = '(?:姓名|是|为)?\\s*[:：【\\[(「“"]*\\s*';
/** What may follow a name that stands in a sentence. */
const after = '(?=[^\\p{Script=Han}]|$|正在|正|已|为您|将|派|电话|手机|联系|签收|代收|取|收|先生|女士|小姐)';

const named = (before: string) => new RegExp(`(${before})(${surname}[\\p{Script=Han}]{1,2}?)${after}`, 'gu');
const patterns: readonly RegExp[] = [
  named(`${role}${opening}`),
  new RegExp(
    `((?:找|联系|交给|转交|叫)\\s*)(${surname}[\\p{Script=Han}]{1,2})(?=[^\\p{Script=Han}]|$|先生|女士|小姐|收)`,
    'gu',
  ),
  /(由\s*[【[(“"]*)([\p{Script=Han}·]{2,4}?)(?=[】\])”"]*\s*(?:签收|代收|代签|领取|取走|[(（]本人|[(（]))/gu,
  // Before a number that was hidden.
  new RegExp(
    `(^|[^\\p{Script=Han}])(${surname}[\\p{Script=Han}]{1,2})(?=[\\s:：,，(（/-]{0,3}\\u25a1)`,
    'gu',
  ),
];

/** Words of parcels that begin as a name does, and places and relations that sign for others. */
const noName =
  /^(?:安排|方式|方便|成功|高峰|单号|时间|任何|全程|平台|常用|温馨|何时|万一|金额|白天|石材|江苏|江西|黄色|白色|金色|余额|于是|向您|段落|任务|程序|马上|毛重)|本人|家人|他人|同事|前台|门卫|门口|物业|保安|驿站|超市|快递|菜鸟|丰巢|邮政|收发|亲友|朋友|邻居|代收|代理|网点|门店|收件|寄件|客户|用户|卖家|买家|商家|客服|自提|柜|站|点$|处$|室$|店$/u;

const openingSign = '[【\\[「(“"]';
const closingSign = '[】\\]」)”"]';
/** A name in brackets, by what a person does and a place does not, without a word that calls it one. */
const inBrackets = new RegExp(
  `(${openingSign}\\s*)(${surname}[\\p{Script=Han}]{1,2})\\s*${closingSign}` +
    '(?=[\\s,:;。.]{0,2}(?:$|正在|为您|派|送|签收|代收|取|电话|手机|联系|\\u25a1|\\d))',
  'gu',
);
/** Whatever stands in brackets behind it, a parcel goes there or comes from there. */
const goesTo = /(?:到达|抵达|离开|发往|发至|运往|前往|下一站|从|在|于|到|往)\s*$/u;
const placeEnd = /[省市县区州盟旗镇乡村路街港岛站部厅仓]$/u;

function bracketedNames(text: string, isPlace: (name: string) => boolean): TextRange[] {
  return [...text.matchAll(inBrackets)].flatMap(({ 1: before = '', 2: name = '', index }) => {
    const isSomewhere = goesTo.test(text.slice(0, index)) || placeEnd.test(name) || isPlace(name);
    const from = index + before.length;
    return isSomewhere || noName.test(name) ? [] : [{ from, to: from + name.length }];
  });
}

/**
 * Names that a text itself calls so: of couriers, of who signed, of whom to call. `hidden`: numbers that stay out of sight. Where
 * somebody can say what is a place, names in brackets, too.
 */
export function namesIn(
  { plain }: FoldedText,
  hidden: readonly TextRange[],
  isPlace?: (name: string) => boolean,
): TextRange[] {
  const text = blankOut(plain, hidden);
  const found: TextRange[] = isPlace === undefined ? [] : bracketedNames(text, isPlace);
  for (const pattern of patterns)
    for (const { 1: before = '', 2: name = '', index } of text.matchAll(pattern))
      if (!noName.test(name))
        found.push({ from: index + before.length, to: index + before.length + name.length });
  return found;
}

const bareName = new RegExp(`^${surname}[\\p{Script=Han}]{1,2}$`, 'u');

/** Nothing but a name, as in a cell of its own. */
export const isBareName = (text: string): boolean => bareName.test(text) && !noName.test(text);

/** Where a known name, phone or place stands, however it is spaced. */
export function knownIn({ plain }: FoldedText, known: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  for (const text of known) {
    const signs = Array.from(text.normalize('NFKC').toLowerCase().replace(/\s/g, ''));
    if (signs.length < 2 || text.includes('***')) continue;
    const [first = ''] = signs;
    for (let from = plain.indexOf(first); from !== -1; from = plain.indexOf(first, from + 1)) {
      const to = endOf(plain, signs, from);
      if (to !== null) found.push({ from, to });
    }
  }
  return found;
}

/** Blanks, dots and middle dots between two signs: so many that a name is still read as one. */
const mostBetween = 2;

/** Where these signs end when they begin here; null: something else stands here. By hand: of a long text no pattern can be made. */
function endOf(plain: string, signs: readonly string[], from: number): number | null {
  let at = from;
  for (const [no, sign] of signs.entries()) {
    for (let gap = 0; no > 0 && gap < mostBetween && !plain.startsWith(sign, at); gap++)
      if (/[\s·.]/.test(plain.charAt(at))) at++;
    if (!plain.startsWith(sign, at)) return null;
    at += sign.length;
  }
  return at;
}
