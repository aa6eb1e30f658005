import { carrierRow, carrierTable } from './carrierTable.ts';

/** The name people know a carrier by; a code that is not in the table is its own name. */
export function carrierName(code: string, language: 'zh-CN' | 'en'): string {
  const row = carrierRow(code);
  if (row === null) return code;
  return language === 'en' ? row.en : row.zh;
}

/** Every carrier of the table, for choosing one. */
export const carrierList = carrierTable.map(({ code, zh, en }) => ({ code, nameZh: zh, nameEn: en }));
