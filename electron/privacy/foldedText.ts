/** From (in) and to (out), as places of the folded text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A text as it reads: full-width and circled signs as plain ones, lower case, signs without width left out, one unit a
 * sign. Whoever looks for something in it can say where it stands in the text itself.
 */
export interface FoldedText {
  readonly plain: string;
  /** The same with Chinese numerals as digits. */
  readonly counted: string;
  /** The text itself with these ranges as `***`. */
  without(ranges: readonly TextRange[]): string;
}

const numerals: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};

const withoutWidth = /[\p{Cf}\p{Mn}\p{Me}]/u;
const simple = /^[\x20-\x7e\u4e00-\u9fff\u3002]*$/;

/** Stands for what cannot be folded to one unit, and for what is looked at no more. */
export const blank = '\u25a1';

/** The text with these ranges blank, as long as before. */
export function blankOut(text: string, ranges: readonly TextRange[]): string {
  let left = '';
  let end = 0;
  for (const { from, to } of joined(ranges)) {
    left += text.slice(end, from) + blank.repeat(to - from);
    end = to;
  }
  return left + text.slice(end);
}

function foldSign(sign: string): string {
  if (/\p{Nd}/u.test(sign) && !/[0-9]/.test(sign.normalize('NFKC'))) return '5';
  const folded = sign.normalize('NFKC').toLowerCase();
  return folded.length === 1 ? folded : blank;
}

export function foldText(text: string): FoldedText {
  let plain = '';
  const starts: number[] = [];
  const isSimple = simple.test(text);
  if (isSimple) plain = text.toLowerCase();
  else {
    let at = 0;
    for (const sign of text) {
      if (!withoutWidth.test(sign)) {
        plain += foldSign(sign);
        starts.push(at);
      }
      at += sign.length;
    }
  }
  const startOf = (place: number) => (isSimple ? place : (starts[place] ?? text.length));
  return {
    plain,
    counted: plain.replace(/[零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖]/g, (sign) => numerals[sign] ?? sign),
    without(ranges) {
      let shown = '';
      let end = 0;
      for (const { from, to } of joined(ranges)) {
        shown += `${text.slice(end, startOf(from))}***`;
        end = startOf(to);
      }
      return shown + text.slice(end);
    },
  };
}

/** In their order, those that touch as one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}
