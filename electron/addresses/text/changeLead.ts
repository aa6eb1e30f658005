import { UnitSet } from './unitSet.ts';

/** 改寄福田区…, 请改发到杭州…: what a buyer writes between a former address and the one that is meant. */
const lead = '请?[改换转](?:[寄发送][到给往]?|到)\\s*[:：]?\\s*';
const leadAtEnd = new RegExp(`${lead}$`);
const leadAnywhere = new RegExp(`^(.+?)[\\s,，;；、。]*${lead}(.+)$`, 's');
const longestLead = 8;
/** What a lead ends with. */
const ends = new UnitSet('寄发送到给往:： ');

/** Does one end right in front of this place? */
export function isBehindChange(text: string, at: number): boolean {
  return ends.isAt(text, at - 1) && leadAtEnd.test(text.slice(Math.max(0, at - longestLead), at));
}

export function withoutChangeLead(text: string): string {
  return text.replace(leadAtEnd, '');
}

/** What stands in front of the words and behind them; null where there are none. */
export function aroundChange(text: string): { readonly front: string; readonly behind: string } | null {
  const [, front, behind] = leadAnywhere.exec(text) ?? [];
  return front === undefined || behind === undefined ? null : { front, behind };
}
