import { UnitSet } from './unitSet.ts';

/** 改寄福田区…, 请改发到杭州…: what a buyer writes between a former address and the one that is meant. */
const lead = '请?[改换转](?:[寄发送][到给往]?|到)';
const leadAnywhere = new RegExp(lead);
const leadAtEnd = new RegExp(`${lead}\\s{0,3}[:：]?\\s{0,3}$`);
const longestLead = 8;
/** What a lead ends with. */
const ends = new UnitSet('寄发送到给往:： ');
/** Marks between it and the address on either side. */
const marks = new UnitSet(' \t\n\r,，;；:：、。');

/** Does one end right in front of this place? */
export function isBehindChange(text: string, at: number): boolean {
  return ends.isAt(text, at - 1) && leadAtEnd.test(text.slice(Math.max(0, at - longestLead), at));
}

export function withoutChangeLead(text: string): string {
  return text.replace(leadAtEnd, '');
}

/** What stands in front of the words and behind them; null where there are none. Any text is cut in one pass. */
export function aroundChange(text: string): { readonly front: string; readonly behind: string } | null {
  const found = leadAnywhere.exec(text);
  if (found === null) return null;
  let end = found.index;
  while (marks.isAt(text, end - 1)) end -= 1;
  let start = found.index + found[0].length;
  while (marks.isAt(text, start)) start += 1;
  return end === 0 || start === text.length ? null : { front: text.slice(0, end), behind: text.slice(start) };
}
