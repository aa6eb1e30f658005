import { z } from 'zod';
import {
  countSchema,
  type DeepReadonly,
  fileToken,
  handedFile,
  inputText,
  open,
  outputText,
  rowsOf,
  timeSchema,
  windowInput,
} from '../../domain/fields.ts';
import { goodsCodeActs, goodsCodeFaults } from '../../domain/packing/goodsCodes.ts';
import { procedure } from '../procedure.ts';

const goodsCode = z.object({
  code: outputText(200),
  /** Of the goods, as orders name them. */
  skuCode: outputText(200),
  /** Each piece has a code of its own that is scanned after this one. */
  hasSerials: open(z.boolean()),
  savedBy: outputText(40),
  savedAt: timeSchema,
});

export type GoodsCodeRow = DeepReadonly<z.infer<typeof goodsCode>>;

const changeView = z.object({
  no: countSchema,
  act: open(z.enum(goodsCodeActs)),
  at: timeSchema,
  operator: outputText(40),
  /** How many barcodes it was about, and the first of them. */
  codes: countSchema,
  code: outputText(200),
});

export type GoodsCodeChangeView = DeepReadonly<z.infer<typeof changeView>>;

const readView = z.object({
  added: countSchema,
  /** Stood for other goods, and stand for those of the file now. */
  corrected: countSchema,
  same: countSchema,
  /** Stand for other goods, and were left. */
  left: countSchema,
  refused: z.array(z.object({ row: countSchema, fault: open(z.enum(goodsCodeFaults)) })),
});

export type ReadGoodsCodes = DeepReadonly<z.infer<typeof readView>>;

const code = inputText(200, 1);

/** Barcodes that stand for goods whose own code is another one: taught once, known at every bench of the workspace. */
const goodsCodesContract = {
  /** The newest first; `search` is part of the barcode or of the goods' code. */
  window: procedure('seeWork')
    .input({ ...windowInput, search: inputText(100).optional() })
    .output(rowsOf(goodsCode)),
  /** What was changed last and can be undone; null: nothing. */
  last: procedure('seeWork').output(changeView.nullable()),
  /** Refused for a barcode that stands for other goods already, unless this corrects it. */
  save: procedure('changeSettings')
    .input({
      code,
      skuCode: inputText(200, 1),
      hasSerials: open(z.boolean()),
      isCorrection: open(z.boolean()),
    })
    .output(goodsCode),
  forget: procedure('changeSettings')
    .input({ code })
    .output({ removed: open(z.boolean()) }),
  /** Takes back the newest change, if it is still this one; what was changed again since then is left. */
  undo: procedure('changeSettings')
    .input({ no: countSchema })
    .output({ restored: countSchema, left: countSchema }),
  /** Teaches what a file says, all or nothing; with `isTrial` it is only counted. */
  readFile: procedure('changeSettings')
    .input({ fileToken, replaces: open(z.boolean()), isTrial: open(z.boolean()) })
    .output(readView),
  /** Writes them as a file that can be read back. */
  writeFile: procedure('changeSettings')
    .input({ format: open(z.enum(['csv', 'xlsx'])) })
    .output({ ...handedFile, rowCount: countSchema }),
};

export const goodsCodesContracts = { goodsCodes: goodsCodesContract };
