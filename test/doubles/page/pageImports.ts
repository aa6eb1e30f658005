import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { ChangeTopic } from '../../../shared/contracts/session.ts';
import { encodingQuestion, fileColumns, fileFields } from './pageFiles.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface PageImportsOptions {
  readonly isFresh: boolean;
  /** Its server is away. */
  readonly isAway: boolean;
  now(): number;
  tell(...topics: ChangeTopic[]): void;
  fail(code: string, params?: Record<string, string | number>): never;
}

/** The import part of the page's double: one recognisable file and a run that takes a few seconds. */
export function pageImports(os: Os, { isFresh, isAway, now, tell, fail }: PageImportsOptions) {
  const rowCount = 1200;
  const undoneAt = new Map<string, number>();
  const summary = (rows: number) => ({
    importId: isAway ? 'waiting-1' : `i${now()}`,
    file: '订单 11-25.xlsx',
    rows,
    orders: Math.max(0, rows - 14),
    furtherRows: Math.min(5, Math.max(0, rows - 9)),
    repeatedRows: Math.min(6, Math.max(0, rows - 3)),
    imported: Math.max(0, rows - 19),
    fromMemory: 3,
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
      { code: 'ADDRESS_MISSING_PHONE', field: 'phone', orderNo: '2026112500077', rowNumber: 78 },
      ...['name', 'phone', 'fullAddress'].map((field) => ({
        code: 'IMPORT_MASKED_RECEIVER',
        field,
        orderNo: '2026112500091',
        rowNumber: 92,
      })),
    ],
  });
  return {
    list: os.imports.list.handler(({ input }) => ({
      files: input.fileTokens.map((fileToken) => ({
        fileToken,
        entry: null,
        name: fileToken.split('/').at(-1) ?? fileToken,
        sizeBytes: 81_920,
      })),
      refused: [],
    })),
    // By the file's name: 两 has two sheets of orders, 繁 does not tell its encoding, 密 wants the password `open sesame`, 坏 is broken, 长 takes long.
    recognise: os.imports.recognise.handler(({ input: { fileToken: path = '', overrides } }) => {
      if (path.includes('坏')) return fail('IMPORT_FILE_CORRUPT', { reason: 'zip' });
      if (path.includes('密') && overrides?.password !== 'open sesame')
        return fail(overrides?.password === undefined ? 'IMPORT_PASSWORD_NEEDED' : 'IMPORT_PASSWORD_WRONG');
      return {
        format: overrides?.pasted === undefined ? 'xlsx' : 'clipboard',
        encoding: overrides?.encoding ?? 'utf-8',
        sheet: overrides?.sheet ?? '订单列表',
        ...(path.includes('两') && overrides?.sheet === undefined ? { otherSheets: ['11-26'] } : {}),
        headerRowNumber: 1,
        profile: overrides?.profile ?? 'taobao',
        mapping: fileColumns.map(([header, field, rule, confidence, samples], columnIndex) => {
          const chosen = overrides?.columns?.[String(columnIndex)];
          return {
            columnIndex,
            header,
            field: chosen === undefined ? field : chosen,
            rule: chosen === undefined ? rule : ('operator' as const),
            confidence: chosen === undefined ? confidence : 1,
            samples: [...samples],
            ...(header === '商品数量' && (chosen ?? null) === null ? { givesWayTo: 6 } : {}),
          };
        }),
        ...(path.includes('繁') && overrides?.encoding === undefined ? { encodingQuestion } : {}),
      };
    }),
    fields: os.imports.fields.handler(() => fileFields),
    run: os.imports.run.handler(async function* ({ signal }) {
      for (let rows = 0; rows < rowCount && signal?.aborted !== true; rows += 40) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        yield { kind: 'progress' as const, rows, imported: rows, share: rows / rowCount, rowsPerSecond: 400 };
      }
      tell('imports', 'orders', 'status');
      yield { kind: 'finished' as const, summary: summary(rowCount), isCancelled: false, isWaiting: isAway };
    }),
    failedRows: os.imports.failedRows.handler(() => ({
      fileToken: 'failed-rows',
      name: '订单 11-25-failed.xlsx',
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
