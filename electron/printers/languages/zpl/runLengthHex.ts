/** Longest run one pair of letters can say: `z` is 400, `Y` is 19. */
const longestRun = 419;

/** Before a digit: `g`–`z` stand for 20, 40 … 400, `G`–`Y` for 1–19; both add up. */
function runOf(digit: string, count: number): string {
  let text = '';
  let left = count;
  for (; left > longestRun; left -= longestRun) text += `zY${digit}`;
  if (left < 3) return text + digit.repeat(left);
  const twenties = Math.floor(left / 20);
  if (twenties > 0) text += String.fromCharCode(0x66 + twenties);
  if (left % 20 > 0) text += String.fromCharCode(0x46 + (left % 20));
  return text + digit;
}

function packRow(hex: string): string {
  const last = hex[hex.length - 1] as string;
  const isFilled = last === '0' || last === 'F';
  let kept = hex.length;
  while (isFilled && kept > 0 && hex[kept - 1] === last) kept -= 1;
  let text = '';
  for (let at = 0; at < kept; ) {
    let end = at + 1;
    while (end < kept && hex[end] === hex[at]) end += 1;
    text += runOf(hex[at] as string, end - at);
    at = end;
  }
  if (!isFilled) return text;
  return text + (last === '0' ? ',' : '!');
}

/**
 * ASCII-compressed hex of ZPL: repeated digits as runs, `,` fills the rest of a row with 0 and `!` with F, `:` is the
 * row above once more.
 */
export function runLengthHex(data: Uint8Array, bytesPerRow: number): string {
  const whole = Buffer.from(data).toString('hex').toUpperCase();
  const digits = bytesPerRow * 2;
  const rows: string[] = [];
  let above = '';
  for (let at = 0; at < whole.length; at += digits) {
    const row = whole.slice(at, at + digits);
    rows.push(row === above ? ':' : packRow(row));
    above = row;
  }
  return rows.join('');
}
