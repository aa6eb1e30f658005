import type { Ownership } from '../text/ownership.ts';
import type { Token } from '../text/tokens.ts';
import { cleanNameEnd } from './nameWorth.ts';
import { surnameLength } from './surnames.ts';

/** 钟林 收: a mark apart from the name it belongs to. */
const markAlone = /^(?:[([【]?(?:收|亲收|亲启|启|签收)[)\]】]?|[([【](?:先生|女士|小姐|老师)[)\]】])$/;

/** Words that are one name: Amy Chen, 孙 悦 with a blank for looks, 钟林 收. */
export function joinNames(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const latin = /^[A-Z][A-Za-z.'-]*$/;
    const words =
      latin.test(cleanNameEnd(token.text)) && /^[[(【]?[A-Z][A-Za-z.' -]*$/.test(last?.text ?? '');
    const spaced = last?.text.length === 1 && token.text.length === 1 && surnameLength(last.text) === 1;
    const marked = last !== undefined && last.text.length <= 8 && markAlone.test(token.text);
    if (last !== undefined && (words || spaced || marked) && text.slice(last.end, token.start) === ' ') {
      joined[joined.length - 1] = {
        start: last.start,
        end: token.end,
        text: `${last.text}${words || marked ? ' ' : ''}${token.text}`,
      };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

/** 1699 号都桥: 号 belongs to the number in front of it, not to the name. */
export function behindUnit(token: Token, text: string, owned: Ownership): Token {
  const counted =
    owned.ownerAt(token.start - 2) === undefined &&
    /^[号號室楼栋幢座层]\p{L}/u.test(token.text) &&
    /\d $/.test(text.slice(0, token.start));
  const inClass = /^[班室楼栋]\p{L}/u.test(token.text) && text.charAt(token.start - 1) === ')';
  return counted || inClass ? { start: token.start + 1, end: token.end, text: token.text.slice(1) } : token;
}
