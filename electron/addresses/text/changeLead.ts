import { UnitSet } from './unitSet.ts';

/** 改寄福田区…, 请改发到杭州…, 换成余杭区…: what a buyer writes between a former address and the one that is meant. */
const lead = '请?(?:[改换转]|变更|更正)(?:[寄发送][到给往]?|[到成为])';
const leadAnywhere = new RegExp(lead);
const leadAtEnd = new RegExp(`${lead}\\s{0,3}[:：]?\\s{0,3}$`);
const longestLead = 12;
/** What a lead ends with. */
const ends = new UnitSet('寄发送到给往成为:： ');
/** Marks between it and the address on either side. */
const marks = new UnitSet(' \t\n\r,，;；:：、。');

/** Does one end right in front of this place? */
export function isBehindChange(text: string, at: number): boolean {
  return ends.isAt(text, at - 1) && leadAtEnd.test(text.slice(Math.max(0, at - longestLead), at));
}

export function withoutChangeLead(text: string): string {
  return text.replace(leadAtEnd, '');
}

/** Where in a text the former address ends, and where the one that is meant begins. */
export interface AddressChange {
  readonly front: number;
  readonly behind: number;
}

/** The two without the marks around what stands between them; null where one of them would be empty. */
export function withoutMarks(text: string, start: number, end: number): AddressChange | null {
  let front = start;
  while (marks.isAt(text, front - 1)) front -= 1;
  let behind = end;
  while (marks.isAt(text, behind)) behind += 1;
  return front === 0 || behind === text.length ? null : { front, behind };
}

/** What stands in front of the words and behind them; null where there are none. Any text is cut in one pass. */
export function aroundChange(text: string): { readonly front: string; readonly behind: string } | null {
  const found = leadAnywhere.exec(text);
  const cut = found === null ? null : withoutMarks(text, found.index, found.index + found[0].length);
  return cut === null ? null : { front: text.slice(0, cut.front), behind: text.slice(cut.behind) };
}
