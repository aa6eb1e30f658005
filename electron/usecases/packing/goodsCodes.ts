import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanCode, goodsKeyOf } from '../../bench/readCode.ts';
import type { GoodsCode } from '../../store/schema.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';

type Shown = Answered<'packing', 'saveGoodsCode'>;

const shown = ({ code, goodsKey, hasSerials, savedBy, savedAt }: GoodsCode): Shown => ({
  code,
  skuCode: goodsKey,
  hasSerials: hasSerials === 1,
  savedBy,
  savedAt,
});

/** A barcode stands for goods from now on, at every bench of this workspace. */
export function saveGoodsCode(
  workspace: Workspace,
  { code: raw, skuCode, hasSerials }: Asked<'packing', 'saveGoodsCode'>,
): Promise<Outcome<Shown>> {
  const [code, goodsKey] = [goodsKeyOf(cleanCode(raw)), goodsKeyOf(skuCode)];
  return tryChange(workspace, ['packing'], async (write): Promise<Outcome<Shown>> => {
    const known = await write.bench.code(code);
    if (known !== undefined && known.goodsKey !== goodsKey)
      return failure('PACK_GOODS_CODE_TAKEN', { code, goods: known.goodsKey });
    const { actor, clock } = workspace;
    const saved = { savedBy: actor.name, savedAt: clock.now() };
    const row: GoodsCode = { code, goodsKey, hasSerials: hasSerials ? 1 : 0, ...saved };
    await write.bench.putCode(row);
    return done(shown(row));
  });
}

export async function removeGoodsCode(
  workspace: Workspace,
  { code }: Asked<'packing', 'removeGoodsCode'>,
): Promise<{ readonly removed: boolean }> {
  const removed = await change(workspace, ['packing'], (write) => write.bench.removeCode(goodsKeyOf(code)));
  return { removed };
}

/** Barcodes and the goods they stand for, by code. */
export async function listGoodsCodes(
  { store: { read } }: Workspace,
  window: Asked<'packing', 'goodsCodes'>,
): Promise<Answered<'packing', 'goodsCodes'>> {
  return { total: await read.bench.codeCount(), rows: (await read.bench.codes(window)).map(shown) };
}
