import { matchesOf } from './matchesOf.ts';

/** A piece of a pasted message that tells of receivers, and what it says of who sends to them. */
export interface ReceiverPart {
  readonly text: string;
  /** As written; empty: nothing was said. */
  readonly sender: string;
}

const rest = '(?:人|方|信息|地址|电话|手机|姓名|联系人)';
/** 寄件人, 发货地址, 寄: and 寄件: and, once one of them is there, 收件人, 收: … */
const labels = new RegExp(
  `(?<sender>(?:寄件|发件|发货)${rest}|寄方|(?:^|(?<=[\\s,，;；。]))(?:寄件?|发[件货]?)(?=\\s*[:：]))|(?:收件|收货)${rest}|收方|(?:^|(?<=[\\s,，;；。]))收[件货]?(?=\\s*[:：])`,
  'g',
);
const phone = /\d{7}|\d{3,4}[-\s]\d{4}/;
/** A line that goes on telling of the sender. */
const senderLine = /^\s*(?:姓名|名字|电话|手机|联系|座机|地址|公司)/;

interface Piece {
  readonly isSender: boolean;
  text: string;
}

/** The message from label to label; what is said of one side by several labels is one piece. */
function piecesOf(message: string): Piece[] {
  const found = matchesOf(labels, message);
  const pieces: Piece[] = [{ isSender: false, text: message.slice(0, found[0]?.index) }];
  found.forEach((match, index) => {
    const text = message.slice(match.index, found[index + 1]?.index);
    const isSender = match.groups?.sender !== undefined;
    const last = pieces.at(-1);
    if (last?.isSender === isSender && last.text.trim() !== '') last.text += text;
    else pieces.push({ isSender, text });
  });
  return pieces.filter(({ text }) => text.trim() !== '');
}

/** In one line, without what parted it from the rest. */
const oneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/^[\s,，;；。]+|[\s,，;；。]+$/g, '');

/** Behind a sender whom no receiver's label ends: the first line and those that go on telling of it. */
function endOfSender(text: string): number {
  let end = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (end > 0 && !senderLine.test(line)) break;
    end += line.length;
  }
  return end;
}

/**
 * Parts who sends from who receives, so that nobody is sent a parcel of his own: 寄件人：张三 … 收件人：李四 …. A sender is of the receivers
 * behind it, the last of those in front where none follow. A message without a sender comes back whole.
 */
export function partSenders(message: string): readonly ReceiverPart[] {
  const pieces = piecesOf(message);
  if (!pieces.some(({ isSender }) => isSender)) return [{ text: message, sender: '' }];
  const parts: { text: string; sender: string }[] = [];
  let sender = '';
  pieces.forEach(({ isSender, text }, index) => {
    if (!isSender) {
      // 代发： in front of a sender is said of neither.
      if (phone.test(text) || index > 0) parts.push({ text, sender });
      else sender = text.trim();
      return;
    }
    const end = index + 1 < pieces.length ? text.length : endOfSender(text);
    sender = oneLine(`${index === 1 ? sender : ''}${text.slice(0, end)}`);
    if (index + 1 < pieces.length) return;
    const last = parts.at(-1);
    if (last !== undefined && last.sender === '') last.sender = sender;
    const behind = text.slice(end);
    if (behind.trim() !== '') parts.push({ text: behind, sender });
  });
  return parts;
}

const mayTellSender = /寄件|寄方|发件|发货|[寄发]\s*[:：]/;
const receiverLabel = /^\s*(?:(?:收件|收货)(?:人|方|信息|地址)|收方|收[件货]?\s*[:：])/;

const place = /[省市区县]/;

/** The part of one text that is of the receiver, and where it begins; null where nobody else sends, or not just one receives. */
export function receiverWithin(text: string): { readonly part: ReceiverPart; readonly start: number } | null {
  if (!(text.includes('寄') || text.includes('发')) || !mayTellSender.test(text)) return null;
  const parts = partSenders(text);
  const [part] = parts;
  if (parts.length !== 1 || part === undefined || !receiverLabel.test(part.text)) return null;
  if (!phone.test(part.sender) && !place.test(part.sender)) return null;
  const start = text.indexOf(part.text);
  return start === -1 ? null : { part, start };
}
