/** What may have become of barcodes of goods that were taught: kept, so that the newest can be undone. */
export const goodsCodeActs = ['taught', 'corrected', 'forgotten', 'imported'] as const;
export type GoodsCodeAct = (typeof goodsCodeActs)[number];

/** Columns of a file of such barcodes, in their order. */
export const goodsCodeColumns = ['code', 'skuCode', 'hasSerials', 'savedBy', 'savedAt'] as const;
export type GoodsCodeColumn = (typeof goodsCodeColumns)[number];

/** Without them a file teaches nothing. */
export const neededGoodsCodeColumns: readonly GoodsCodeColumn[] = ['code', 'skuCode'];

export const goodsCodeColumnNames: Readonly<
  Record<'zh-CN' | 'en', Readonly<Record<GoodsCodeColumn, string>>>
> = {
  'zh-CN': {
    code: '条码',
    skuCode: '商家编码',
    hasSerials: '每件有唯一码',
    savedBy: '谁教的',
    savedAt: '什么时候',
  },
  en: {
    code: 'Barcode',
    skuCode: 'SKU code',
    hasSerials: 'Serial per piece',
    savedBy: 'Taught by',
    savedAt: 'Taught at',
  },
};

/** As other programs head them. */
const alsoCalled: Readonly<Partial<Record<GoodsCodeColumn, readonly string[]>>> = {
  code: ['商品条码', '条形码', '国际码', '69码', 'code', 'ean', 'upc', 'gtin'],
  skuCode: ['商品编码', '规格编码', 'sku编码', 'sku', '货号', 'seller sku'],
  hasSerials: ['唯一码', '序列号', 'serials'],
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** The column a header names; null: none of ours. */
export function goodsCodeColumnOf(header: string): GoodsCodeColumn | null {
  const wanted = plain(header);
  const namesOf = (column: GoodsCodeColumn): readonly string[] => [
    ...Object.values(goodsCodeColumnNames).map((names) => names[column]),
    ...(alsoCalled[column] ?? []),
  ];
  return goodsCodeColumns.find((column) => namesOf(column).some((name) => plain(name) === wanted)) ?? null;
}

const yesWords: readonly string[] = ['是', '有', '1', 'y', 'yes', 'true', '√'];
export const saysYes = (text: string): boolean => yesWords.includes(plain(text));

/** Why a row of a file teaches nothing. */
export const goodsCodeFaults = ['noCode', 'noSku', 'digitsLost', 'tooLong', 'isCommand', 'twice'] as const;
export type GoodsCodeFault = (typeof goodsCodeFaults)[number];
