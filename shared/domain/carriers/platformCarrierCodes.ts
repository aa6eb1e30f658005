import { carrierRow, carrierTable } from './carrierTable.ts';

const ownOfKuaidi100 = new Map<string, string>();
for (const { code, kuaidi100 } of carrierTable)
  if (kuaidi100 !== undefined && !ownOfKuaidi100.has(kuaidi100)) ownOfKuaidi100.set(kuaidi100, code);

/** Our code at Kuaidi100; null: none is known. */
export function kuaidi100Code(code: string): string | null {
  return carrierRow(code)?.kuaidi100 ?? null;
}

/** What Kuaidi100 calls `zhongtong` is our `ZTO`; null: a carrier the table does not hold. */
export function carrierOfKuaidi100(code: string): string | null {
  return ownOfKuaidi100.get(code) ?? null;
}
