/** ¥12.30, ¥1,234.00, from fen. */
export function formatMoney(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : '';
  const yuan = Math.abs(amountFen) / 100;
  return `${sign}¥${yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** 12.30, 1234.00, from fen, as a cell or a field holds it; empty where nothing is known. */
export function plainYuan(amountFen: number | null | undefined): string {
  return amountFen == null ? '' : (amountFen / 100).toFixed(2);
}

/** Kilograms with two decimals; an unknown weight is a dash. */
export function formatWeight(weightGrams: number | null): string {
  return weightGrams === null ? '–' : `${(weightGrams / 1000).toFixed(2)} kg`;
}
