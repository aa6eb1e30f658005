/** `¥1280.50`; empty for nothing. */
export function formatYuan(amountFen: number): string {
  return amountFen > 0 ? `¥${(amountFen / 100).toFixed(2)}` : '';
}
