import { decimalToInteger } from './decimalToInteger.ts';

/** Money as files write it (`1,234.50`, `￥12`, `12.00元`, `CNY 3`) to fen. Null when it cannot be read, 0 when blank. */
export function readAmountFen(text: string): number | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s,¥￥元]|cny|rmb/gi, '')
    .replace(/圆$/, '');
  return bare === '' ? 0 : decimalToInteger(bare, 2);
}
