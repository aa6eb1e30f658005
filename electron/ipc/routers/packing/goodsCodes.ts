import { goodsCodesContracts } from '../../../../shared/contracts/packing/goodsCodes.ts';
import { readGoodsCodeFile, writeGoodsCodeFile } from '../../../usecases/packing/goodsCodeFile.ts';
import {
  forgetGoodsCode,
  lastGoodsCodeChange,
  listGoodsCodes,
  saveGoodsCode,
  undoGoodsCodes,
} from '../../../usecases/packing/goodsCodes.ts';
import { readSettings } from '../../../usecases/workspace/settings.ts';
import { does, gateOf, unwrap } from '../../gate.ts';
import { pathOf, writesFile } from '../../pageFiles.ts';

const { onWorkspace } = gateOf(goodsCodesContracts);

const goodsCodesRouter = onWorkspace('goodsCodes', {
  window: listGoodsCodes,
  last: lastGoodsCodeChange,
  save: does(saveGoodsCode),
  forget: forgetGoodsCode,
  undo: does(undoGoodsCodes),
  async readFile(workspace, { fileToken, ...request }, call) {
    return unwrap(await readGoodsCodeFile(workspace, await pathOf(call, fileToken, 'goods-codes'), request));
  },
  writeFile: writesFile(async (workspace, { format }: { readonly format: 'csv' | 'xlsx' }) => {
    const { language } = await readSettings(workspace);
    return unwrap(await writeGoodsCodeFile(workspace, { language, path: null, format }));
  }),
});

export const goodsCodesRouters = { goodsCodes: goodsCodesRouter };
