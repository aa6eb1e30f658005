import type { implement } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import type { ChangeTopic } from '../../shared/contracts/statusContract.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface PageImportsOptions {
  readonly isFresh: boolean;
  now(): number;
  tell(...topics: ChangeTopic[]): void;
}

const columns = [
  ['订单编号', 'orderNo', 'profile', ['2026112500012', '2026112500013']],
  ['收货人姓名', 'receiverName', 'profile', ['林**', '陈**']],
  ['联系手机', 'receiverPhone', 'profile', ['138****0007', '138****0012']],
  ['收货地址', 'fullAddress', 'profile', ['上海市静安区****', '北京市朝阳区****']],
  ['宝贝标题', 'goodsName', 'dictionary', ['云南小粒咖啡 500g', '手工竹编收纳篮']],
  ['数量', 'quantity', 'content', ['1', '2']],
  ['预约发货', null, 'none', ['否', '否']],
] as const;

const fields = [
  'orderNo',
  'receiverName',
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'province',
  'city',
  'district',
  'addressDetail',
  'oneLineReceiver',
  'goodsName',
  'sku',
  'quantity',
  'weight',
  'buyerRemark',
  'sellerRemark',
  'carrier',
];

/** The import part of the page's double: one recognisable file and a run that takes a few seconds. */
export function pageImports(os: Os, { isFresh, now, tell }: PageImportsOptions) {
  const rowCount = 1200;
  const undoneAt = new Map<string, number>();
  const summary = (rows: number) => ({
    importId: `i${now()}`,
    file: '订单 11-25.xlsx',
    rows,
    imported: Math.max(0, rows - 10),
    duplicates: Math.min(4, rows),
    changed: 1,
    needsReview: Math.floor(rows / 25),
    rejected: 3,
    skipped: 2,
    durationMs: 4_210,
    attention: [
      {
        code: 'ORDER_CONTENT_CHANGED',
        field: 'address',
        params: { orderNo: '2026112500012' },
        orderNo: '2026112500012',
        rowNumber: 13,
      },
      { code: 'missing_phone', field: 'phone', orderNo: '2026112500077', rowNumber: 78 },
      { code: 'masked', field: 'phone', orderNo: '2026112500091', rowNumber: 92 },
    ],
  });
  return {
    recognise: os.imports.recognise.handler(({ input }) => ({
      format: 'xlsx',
      encoding: 'UTF-8',
      sheet: '订单列表',
      headerRowNumber: 1,
      profile: input.overrides?.profile ?? 'taobao',
      mapping: columns.map(([header, field, rule, samples], columnIndex) => {
        const changed = input.overrides?.columns?.[String(columnIndex)];
        return {
          columnIndex,
          header,
          field: changed === undefined ? field : changed,
          rule: changed === undefined ? rule : ('operator' as const),
          confidence: (changed === undefined ? field : changed) === null ? 0 : 0.95,
          samples: [...samples],
        };
      }),
    })),
    fields: os.imports.fields.handler(() => fields),
    run: os.imports.run.handler(async function* ({ signal }) {
      for (let rows = 0; rows < rowCount && signal?.aborted !== true; rows += 40) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        yield { kind: 'progress' as const, rows, imported: rows, share: rows / rowCount, rowsPerSecond: 400 };
      }
      tell('imports', 'orders', 'status');
      yield { kind: 'finished' as const, summary: summary(rowCount), isCancelled: false };
    }),
    failedRows: os.imports.failedRows.handler(() => ({
      path: '/tmp/订单 11-25-failed.xlsx',
      rowCount: 3,
    })),
    undoCheck: os.imports.undoCheck.handler(() => ({ orders: 1190, changes: 0, blocked: [] })),
    undo: os.imports.undo.handler(({ input }) => {
      undoneAt.set(input.importId, now());
      tell('imports', 'orders', 'status');
      return { removed: 1190, reverted: 0 };
    }),
    history: os.imports.history.handler(({ input }) => {
      const rows = isFresh
        ? []
        : Array.from({ length: 12 }, (_, index) => {
            const { attention: _attention, ...rest } = summary(1200 - index * 60);
            return {
              ...rest,
              importId: `h${index}`,
              at: now() - index * 21_600_000 - 600_000,
              profile: 'taobao',
              undoneAt: undoneAt.get(`h${index}`) ?? null,
            };
          });
      return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
    }),
  };
}
