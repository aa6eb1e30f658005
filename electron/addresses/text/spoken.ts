import { isBuiltLikePlace, isBusiness } from '../names/nameWorth.ts';
import { UnitSet } from './unitSet.ts';

/**
 * Words that sentences are built with and hardly any road, village or building: 我, 这, 给, 寄. What people say to a shop has no end,
 * the words that hold it together do.
 */
const speech = new UnitSet('我你您他她咱这吗呢啦哦给请很寄拍着急票换退');
/** These stand in names of places too: 谢庄, 别墅. */
const mildSpeech = new UnitSet('的了是要谢说没别不再');

/** 我爱我家, 寄宿学校, 急救中心, 退休干部局: the same units in the words of a place. */
const placeWords =
  /我爱我家|我家|你好|咱家|吉他|其他|写字楼|别墅|别院|拍卖|拍摄|寄宿|寄存|寄卖|急救|急诊|应急|退役|退休|离退|换热|换乘|换电|交换|补给|供给|给水|邮票|彩票|售票|车票|机票|票务|退伍|退税|目的|美的/g;
const mayBePlaceWord = new UnitSet('我你咱他写别拍寄急退换给票的');
const counted = /\d[号號栋幢楼层室弄巷]/;
const sentence = /地址|那[个边单]|一下|到了|多[送发]/;
const sentenceUnits = new UnitSet('址那一到多');

/** Does a word of the text talk to the shop, rather than say where something goes? */
export function isSpoken(written: string): boolean {
  const isSentence = sentenceUnits.isIn(written) && sentence.test(written);
  const isTold = isSentence || speech.isIn(written) || mildSpeech.isIn(written);
  if (!isTold || written.length < 2 || counted.test(written)) return false;
  const text = mayBePlaceWord.isIn(written) ? written.replace(placeWords, '') : written;
  if (isSentence || speech.isIn(text)) return true;
  return mildSpeech.isIn(text) && !isBuiltLikePlace(written);
}

/** ②, 3.: which of several it is, in a list. */
const listNumber = /^\d{1,2}[.、)]?$/;
/** tb12345: what somebody is called in a shop. */
const account = /[A-Za-z]{2,}_?\d{3,}/;

/** In front of the region: what is built neither like a place nor like the number of one. A street may be called anything. */
export function isUnplaced(text: string): boolean {
  if (account.test(text)) return true;
  return text.length >= 2 && !/\d/.test(text) && !isBuiltLikePlace(text) && !isBusiness(text);
}

export const isListNumber = (text: string): boolean => listNumber.test(text);
