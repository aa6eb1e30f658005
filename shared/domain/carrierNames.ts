import { carrierTable } from './carrierTable.ts';

const nameOf = new Map(carrierTable.map(([code, zh, en]) => [code, { 'zh-CN': zh, en }]));

/** The name people know a carrier by; a code that is not in the table is its own name. */
export function carrierName(code: string, language: 'zh-CN' | 'en'): string {
  return nameOf.get(code)?.[language] ?? code;
}

/** Every carrier of the table, for choosing one. */
export const carrierList = carrierTable.map(([code, nameZh, nameEn]) => ({ code, nameZh, nameEn }));
