import type { implement } from '@orpc/server';
import type { contract } from '../../../../shared/contracts/contract.ts';
import type { GoodsCodeChangeView, GoodsCodeRow } from '../../../../shared/contracts/packing/goodsCodes.ts';
import type { PageWorld } from '../pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** What the file of this double says. */
const fileRows = [
  { code: '6901028075763', skuCode: 'TEA-250' },
  { code: '6920459905012', skuCode: 'COF-BOX' },
];

/** Taught barcodes in memory; one undo takes back what was changed last. */
export function pageGoodsCodes(os: Os, { own, now, fail, tell, options, taughtCodes: codes }: PageWorld) {
  const put = (code: string, skuCode: string, hasSerials: boolean, savedBy: string, savedAt: number) => {
    const row = { code, skuCode, hasSerials, savedBy, savedAt };
    codes.set(code, row);
    return row;
  };
  if (options.isFresh !== true) {
    put('4006381333931', 'COF-500', false, '王店长', now() - 3_600_000);
    put('6901028075763', 'TEA-100', false, '李发货', now() - 86_400_000);
    put('6937526503743', 'CUP-01', true, '王店长', now() - 9 * 86_400_000);
  }
  let last: { readonly view: GoodsCodeChangeView; readonly before: Map<string, GoodsCodeRow> } | null = null;
  const keep = (act: GoodsCodeChangeView['act'], code: string, count: number, change: () => void): void => {
    const before = new Map(codes);
    change();
    const no = (last?.view.no ?? 0) + 1;
    last = { view: { no, act, at: now(), operator: own.actor().name, codes: count, code }, before };
    tell('packing');
  };
  const newestFirst = (): GoodsCodeRow[] => [...codes.values()].sort((a, b) => b.savedAt - a.savedAt);
  return {
    window: os.goodsCodes.window.handler(({ input: { search = '', offset, limit } }) => {
      const found = newestFirst().filter(({ code, skuCode }) =>
        `${code} ${skuCode}`.toUpperCase().includes(search.toUpperCase()),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    }),
    last: os.goodsCodes.last.handler(() => last?.view ?? null),
    save: os.goodsCodes.save.handler(({ input: { code, skuCode, hasSerials, isCorrection } }) => {
      const known = codes.get(code);
      if (known !== undefined && known.skuCode !== skuCode && !isCorrection)
        return fail('PACK_GOODS_CODE_TAKEN', { code, goods: known.skuCode });
      keep(known === undefined ? 'taught' : 'corrected', code, 1, () =>
        put(code, skuCode.toUpperCase(), hasSerials, own.actor().name, now()),
      );
      return codes.get(code) ?? fail('PACK_GOODS_CODES_UNDONE');
    }),
    forget: os.goodsCodes.forget.handler(({ input: { code } }) => {
      keep('forgotten', code, 1, () => codes.delete(code));
      return { removed: true };
    }),
    undo: os.goodsCodes.undo.handler(({ input: { no } }) => {
      if (last === null || last.view.no !== no) return fail('PACK_GOODS_CODES_UNDONE');
      const restored = last.view.codes;
      codes.clear();
      for (const [code, row] of last.before) codes.set(code, row);
      last = null;
      tell('packing');
      return { restored, left: 0 };
    }),
    readFile: os.goodsCodes.readFile.handler(({ input: { replaces, isTrial } }) => {
      const fresh = fileRows.filter(({ code }) => !codes.has(code));
      const other = fileRows.filter(({ code, skuCode }) => (codes.get(code)?.skuCode ?? skuCode) !== skuCode);
      const taken = replaces ? [...fresh, ...other] : fresh;
      if (!isTrial && taken.length > 0)
        keep('imported', taken[0]?.code ?? '', taken.length, () => {
          for (const { code, skuCode } of taken) put(code, skuCode, false, own.actor().name, now());
        });
      return {
        added: fresh.length,
        corrected: replaces ? other.length : 0,
        same: fileRows.length - fresh.length - other.length,
        left: replaces ? 0 : other.length,
        refused: [{ row: 4, fault: 'digitsLost' as const }],
      };
    }),
    writeFile: os.goodsCodes.writeFile.handler(({ input: { format } }) => ({
      fileToken: 'goods-codes',
      name: `goods-codes.${format}`,
      rowCount: codes.size,
    })),
  };
}
