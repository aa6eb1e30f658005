import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import type { GoodsCodeChangeView, GoodsCodeRow } from '../../../shared/contracts/packing/goodsCodes.ts';
import type { GoodsCodeAct } from '../../../shared/domain/packing/goodsCodes.ts';
import { readCommand } from '../../../shared/domain/packing/packCommands.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { articleIn, cleanCode, goodsKeyOf } from '../../packing/readCode.ts';
import { type ChangedGoodsCode, goodsCodeRowsJson } from '../../store/packing/packingJson.ts';
import type { GoodsCode } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';

const shown = ({ code, goodsKey, hasSerials, savedBy, savedAt }: GoodsCode): GoodsCodeRow => ({
  code,
  skuCode: goodsKey,
  hasSerials: hasSerials === 1,
  savedBy,
  savedAt,
});

/** A barcode in the form the bench looks up, however it was typed or scanned. */
export const codeKeyOf = (raw: string): string => goodsKeyOf(cleanCode(raw));

/** What a barcode is taught as: of a code that also numbers the piece, only what all pieces share. */
const taughtKeyOf = (raw: string): string => articleIn(cleanCode(raw)) ?? codeKeyOf(raw);

/** A barcode that is a gesture at the bench can never identify goods. */
export const isCommandCode = (code: string): boolean => readCommand(code) !== null;

/** A barcode's entry in a change. */
export function taughtOf(row: GoodsCode | undefined): ChangedGoodsCode['before'] {
  if (row === undefined) return null;
  const { goodsKey, hasSerials, savedBy, savedAt } = row;
  return { goodsKey, hasSerials, savedBy, savedAt };
}

/** Stores a change for undoing, in the transaction that makes it. */
export async function keepChange(
  { actor, clock }: Pick<Workspace, 'actor' | 'clock'>,
  write: Repositories,
  act: GoodsCodeAct,
  rows: readonly ChangedGoodsCode[],
): Promise<void> {
  const rowsJson = goodsCodeRowsJson.write([...rows]);
  await write.goodsCodes.addChange({ act, at: clock.now(), operator: actor.name, rowsJson });
  await write.goodsCodes.forgetOldChanges();
}

/** Assigns a barcode to goods, at every bench of this workspace. */
export function saveGoodsCode(
  workspace: Workspace,
  { code: raw, skuCode, hasSerials, isCorrection }: Asked<'goodsCodes', 'save'>,
): Promise<Outcome<GoodsCodeRow>> {
  const [code, goodsKey] = [taughtKeyOf(raw), goodsKeyOf(skuCode)];
  return tryChange(workspace, ['packing'], async (write): Promise<Outcome<GoodsCodeRow>> => {
    if (isCommandCode(code)) return failure('PACK_GOODS_CODE_COMMAND', { code });
    const known = await write.goodsCodes.code(code);
    if (known !== undefined && known.goodsKey !== goodsKey && !isCorrection)
      return failure('PACK_GOODS_CODE_TAKEN', { code, goods: known.goodsKey });
    const { actor, clock } = workspace;
    const saved = { savedBy: actor.name, savedAt: clock.now() };
    const row: GoodsCode = { code, goodsKey, hasSerials: hasSerials ? 1 : 0, ...saved };
    await write.goodsCodes.put(row);
    await keepChange(workspace, write, known === undefined ? 'taught' : 'corrected', [
      { code, before: taughtOf(known), after: taughtOf(row) },
    ]);
    return done(shown(row));
  });
}

export async function forgetGoodsCode(
  workspace: Workspace,
  { code: raw }: Asked<'goodsCodes', 'forget'>,
): Promise<Answered<'goodsCodes', 'forget'>> {
  const code = codeKeyOf(raw);
  const removed = await change(workspace, ['packing'], async (write) => {
    const known = await write.goodsCodes.code(code);
    if (known === undefined) return false;
    await write.goodsCodes.remove(code);
    await keepChange(workspace, write, 'forgotten', [{ code, before: taughtOf(known), after: null }]);
    return true;
  });
  return { removed };
}

const isSame = (row: GoodsCode | undefined, taught: ChangedGoodsCode['after']): boolean =>
  row?.goodsKey === taught?.goodsKey && row?.hasSerials === taught?.hasSerials;

/** Undoes the newest change; a barcode that was changed again since stays as it is. */
export function undoGoodsCodes(
  workspace: Workspace,
  { no }: Partial<Asked<'goodsCodes', 'undo'>>,
): Promise<Outcome<Answered<'goodsCodes', 'undo'>>> {
  return tryChange(workspace, ['packing'], async (write) => {
    const last = await write.goodsCodes.lastChange();
    if (last?.no === undefined || (no !== undefined && last.no !== no))
      return failure('PACK_GOODS_CODES_UNDONE');
    let restored = 0;
    const rows = goodsCodeRowsJson.read(last.rowsJson);
    for (const { code, before, after } of rows) {
      if (!isSame(await write.goodsCodes.code(code), after)) continue;
      if (before === null) await write.goodsCodes.remove(code);
      else await write.goodsCodes.put({ code, ...before });
      restored++;
    }
    await write.goodsCodes.undone(last.no, workspace.clock.now());
    return done({ restored, left: rows.length - restored });
  });
}

/** What an undo would take back. */
export async function lastGoodsCodeChange({
  store: { read },
}: Pick<Workspace, 'store'>): Promise<GoodsCodeChangeView | null> {
  const last = await read.goodsCodes.lastChange();
  if (last?.no === undefined) return null;
  const rows = goodsCodeRowsJson.readOr(last.rowsJson, []);
  const { no, act, at, operator } = last;
  return { no, act, at, operator, codes: rows.length, code: rows[0]?.code ?? '' };
}

/** Barcodes with their goods, newest first. */
export async function listGoodsCodes(
  { store: { read } }: Pick<Workspace, 'store'>,
  { search = '', ...window }: Asked<'goodsCodes', 'window'>,
): Promise<Answered<'goodsCodes', 'window'>> {
  const wanted = search.normalize('NFKC').trim();
  const rows = await read.goodsCodes.window(wanted, window);
  return { total: await read.goodsCodes.count(wanted), rows: rows.map(shown) };
}
