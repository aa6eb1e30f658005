import { findAddressee } from '../names/addressee.ts';
import { findLabels, type Label } from './findLabels.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';
import { freeTokens } from './tokens.ts';

/** 买家：小猪 names an account where a 收件人 names a person. */
const account = /^[[【(]?(?:买家|会员|用户)\s*[:：\]】]/;
const named = /^\s*[\u3400-\u9fff·]{2,12}(?=[\s,;，；。]|$)/;

/** The words that say what follows: those of a form, and where none names the receiver those of talk. */
export function labelsOf(normal: NormalText, owned: Ownership): readonly Label[] {
  const labels = findLabels(normal, owned);
  if (!labels.some(({ field }) => field === 'name')) {
    const addressee = findAddressee(normal, owned);
    return addressee === null ? labels : [...labels, addressee].sort((a, b) => a.start - b.start);
  }
  const names = labels.filter(({ field }) => field === 'name');
  const isAccount = ({ start, end }: Label): boolean => account.test(normal.text.slice(start, end));
  const isPerson = (label: Label): boolean => !isAccount(label) && named.test(normal.text.slice(label.end));
  if (!names.some(isAccount) || !names.some(isPerson)) return labels;
  return labels.map((label) =>
    label.field === 'name' && isAccount(label) ? { ...label, field: 'other' } : label,
  );
}

/** What stands behind these is known, and no part of an address: a number or an account in Latin letters; of a person 男, a nickname. */
const ofOrder = /订单|单号|單號|编号|微信|QQ/i;
const code = /^[\s:：*=]*([\w-]{1,40})(?=[\s,;，；]|$)/;
const ofPerson = /昵称|买家|会员|用户|性别|年龄|[账帐]号|旺|ID|抖音|快手/;
const nickname = /^[\s:：*=]*((?:(?![省市区县镇乡村路街号楼])[\p{L}\d·]){1,8})(?=[\s,;，；]|$)/u;

/** How much of the leftover text a label explains: the word behind it. */
function explainedLength({ text }: NormalText, owned: Ownership, label: Label, stop: number): number {
  if (label.field !== 'other') return 0;
  const labelText = text.slice(label.start, label.end);
  const isPerson = ofPerson.test(labelText);
  if (!isPerson && !ofOrder.test(labelText)) return 0;
  const behind = text.slice(label.end, stop);
  const [whole = '', word = ''] = (isPerson ? nickname.exec(behind) : null) ?? code.exec(behind) ?? [];
  const end = label.end + whole.length;
  return word !== '' && owned.ownerAt(end - 1) === 'leftover' ? word.length : 0;
}

/** Takes the word behind a label that is neither of name, phone nor address, unless a number behind it was taken already. */
function takeValue(normal: NormalText, owned: Ownership, label: Label, stop: number): void {
  const [value] = freeTokens(normal, owned, label.end, stop);
  if (value === undefined) return;
  for (let at = label.end; at < value.start; at += 1) if (owned.ownerAt(at) !== '') return;
  owned.take(value.start, value.end, 'leftover');
}

/** Takes the text of such labels: remarks, order numbers, goods. Answers how much of it needs no look. */
export function takeLabels(normal: NormalText, owned: Ownership, labels: readonly Label[]): number {
  if (labels.length === 0) return 0;
  for (const label of labels) owned.take(label.start, label.end, 'label');
  let explained = 0;
  labels.forEach((label, index) => {
    if (label.field !== 'other' && label.field !== 'remark') return;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const nextLabel = labels[index + 1]?.start ?? normal.text.length;
    const stop = Math.min(nextLabel, lineEnd === -1 ? normal.text.length : lineEnd);
    takeValue(normal, owned, label, stop);
    explained += explainedLength(normal, owned, label, stop);
  });
  return explained;
}
