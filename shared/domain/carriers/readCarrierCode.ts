import { carrierTable } from './carrierTable.ts';

const codeOf = new Map<string, string>();
for (const { code, zh, en, spellings = [] } of carrierTable) {
  for (const name of [code, zh, en, ...spellings]) if (!codeOf.has(fold(name))) codeOf.set(fold(name), code);
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Our code for a carrier as people write it (`顺丰`, `中通快递`, `zto`); null for a text that names none. */
export function readCarrierCode(text: string): string | null {
  const folded = fold(text);
  const short = folded.replace(/(股份|有限|责任)*公司$/u, '');
  return codeOf.get(folded) ?? codeOf.get(short) ?? null;
}
