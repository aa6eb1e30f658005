import type { CarrierRow } from './carrierRow.ts';
import { freightCarriers, otherCarriers } from './otherCarriers.ts';
import { expressCarriers, postCarriers } from './parcelCarriers.ts';

/**
 * Carriers by our code, which is KDNiao's ShipperCode. A code that is not here is still a code: the platform judges it.
 * Sources: KDNiao's code lists in public clients, its demo headers and list of e-waybill carriers (2019 to 2025);
 * Kuaidi100's pages and demos for its codes (some are taken over from lists and unconfirmed); number forms from two
 * public validators with their tests; services from the option list of a public shop system for KDNiao.
 */
export const carrierTable: readonly CarrierRow[] = [
  ...expressCarriers,
  ...postCarriers,
  ...freightCarriers,
  ...otherCarriers,
];

const rowOf = new Map(carrierTable.map((row) => [row.code, row]));

/** What is known of a carrier; null for a code that is not in the table. */
export function carrierRow(code: string): CarrierRow | null {
  return rowOf.get(code) ?? null;
}

const freightCodes = new Set(freightCarriers.map(({ code }) => code));

/** Priced by weight and volume: a booking needs a weight. */
export function isFreightCarrier(code: string): boolean {
  return freightCodes.has(code);
}

/** The name people know a carrier by; a code that is not in the table is its own name. */
export function carrierName(code: string, language: 'zh-CN' | 'en'): string {
  const row = carrierRow(code);
  if (row === null) return code;
  return language === 'en' ? row.en : row.zh;
}

/** Every carrier of the table, for choosing one. */
export const carrierList = carrierTable.map(({ code, zh, en }) => ({ code, nameZh: zh, nameEn: en }));

let codeOf: ReadonlyMap<string, string> | null = null;

/** Made at the first question: to tidy some 250 names takes milliseconds, and every start reads this file. */
function namesToCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { code, zh, en, spellings = [] } of carrierTable) {
    for (const name of [code, zh, en, ...spellings]) if (!codes.has(fold(name))) codes.set(fold(name), code);
  }
  return codes;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Our code for a carrier as people write it (`顺丰`, `中通快递`, `zto`); null for a text that names none. */
export function readCarrierCode(text: string): string | null {
  const folded = fold(text);
  const short = folded.replace(/(股份|有限|责任)*公司$/u, '');
  codeOf ??= namesToCodes();
  return codeOf.get(folded) ?? codeOf.get(short) ?? null;
}
