import type { Label } from '../text/findLabels.ts';
import { Gate } from '../text/gate.ts';
import { matchesOf } from '../text/matchesOf.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { cleanNameEnd, isTitled, looksLikePlace, surnameLength } from './nameWorth.ts';

/** A verb and the words up to the next blank or mark. */
const lead =
  /(?:找|给|致|联系|打给|交给|转交给?|我[爸妈姐哥弟妹]?叫|我是|名叫)(?=([\u3400-\u9fff]{2,8}?)(?:$|[\s,;。、([【]|(?:联系)?电话|手机))/g;
/** Each of the verbs has one of these. */
const leadGate = new Gate('找给致系交叫是');

/** 李明, 欧阳芳, 王经理, 老王: built like a person and like nothing else. */
function isPerson(name: string): boolean {
  if (looksLikePlace(name) || name === '方式') return false;
  const surname = surnameLength(name);
  const given = name.length - surname;
  return (surname > 0 && (given === 1 || given === 2 || isTitled(name))) || /^[老小阿].$/.test(name);
}

/** 找李明收, 给王经理, 我是李明: who receives, told as one tells it to somebody. The verb is a label and part of no name. */
export function findAddressee({ text, signs }: NormalText, owned: Ownership): Label | null {
  if (!leadGate.isOpen(signs)) return null;
  for (const match of matchesOf(lead, text)) {
    const [verb, name = ''] = match;
    const { index } = match;
    if (owned.isFree(index) && owned.isTokenStart(index) && isPerson(cleanNameEnd(name)))
      return { field: 'name', start: index, end: index + verb.length };
  }
  return null;
}
