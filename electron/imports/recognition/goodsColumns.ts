import { cleanCellText } from '../kit/cellText.ts';
import { type ColumnGuess, findGuess, isFree, take } from './columnGuess.ts';

const count = /^[x×*]?\d{1,3}(?:\.0+)?[件个份箱盒袋包瓶套条双只]?$/;
/** 运费, 年龄, 楼层: numbers that count no goods. Only at the end: 月饼 and 年糕 are goods. */
const notGoods =
  /(?:号|价|额|费|钱|元|龄|计|数|数量|总量|销量|存量|库存|积分|评分|率|重|重量|斤数|日期|时间|编码|条码|层|楼|栋|单元|室|班级|年级|期|长|宽|高|税|款项|[付货退收余尾欠]款|序|人|组|区|状态|标记|备注|说明|地址|电话|手机|邮编)$|^(?:总|合|共|小计|是否|第?\d*序|id$|no\.?$|#$|备注|说明|日期|时间|[\d\s./-]{5,}$)|金额|price|total|amount|weight|qty|age$/i;

function countsOf({ values }: ColumnGuess): readonly string[] | null {
  const filled = values.map(cleanCellText).filter((text) => text !== '');
  return filled.every((text) => count.test(text)) ? filled : null;
}

const isNamed = (guess: ColumnGuess): boolean =>
  guess.normalised !== '' && isFree(guess) && guess.givesWayTo === undefined;

/** Columns beside each other that hold nothing but counts. */
function runsOfCounts(guesses: readonly ColumnGuess[]): ColumnGuess[][] {
  const runs: ColumnGuess[][] = [[]];
  for (const guess of guesses) {
    const mayCount = isNamed(guess) && !notGoods.test(guess.normalised) && countsOf(guess) !== null;
    if (mayCount) runs.at(-1)?.push(guess);
    else runs.push([]);
  }
  return runs;
}

/**
 * A table with a column for each kind of goods, or for each size of one: 苹果 | 香梨 | 橙子, S | M | L. Two columns of counts beside each
 * other are taken for it; a single one could count anything.
 */
function fillGoodsCounts(guesses: readonly ColumnGuess[]): void {
  if (findGuess(guesses, 'quantity') !== undefined) return;
  for (const run of runsOfCounts(guesses)) {
    const filled = run.filter((guess) => (countsOf(guess) ?? []).length > 0);
    if (filled.length >= 2) for (const guess of run) take(guess, 'goodsCount');
  }
}

const unnamedCount = /^[1-9]\d?[件个份箱盒袋包瓶套条双只]?$/;

/** A table without a header: what stands right before a column of counts is what they count. */
function fillUnnamedGoods(guesses: readonly ColumnGuess[]): void {
  if (guesses.some(({ header }) => header !== '') || findGuess(guesses, 'goodsName') !== undefined) return;
  for (const [index, counts] of guesses.entries()) {
    const goods = guesses[index - 1];
    if (goods === undefined || !isFree(goods) || !isFree(counts)) continue;
    const isCounted = counts.values.length > 0 && counts.values.every((text) => unnamedCount.test(text));
    const isText = goods.values.every((text) => /\p{L}/u.test(text) && text.length <= 40);
    if (!isCounted || !isText) continue;
    take(goods, 'goodsName');
    take(counts, 'quantity');
    return;
  }
}

/** Goods and how many of each, where no header says which column holds them. */
export function fillGoods(guesses: readonly ColumnGuess[]): void {
  fillGoodsCounts(guesses);
  fillUnnamedGoods(guesses);
}
