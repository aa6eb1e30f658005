import type { Party } from '../../../shared/domain/party.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { type WrittenFile, writeTextWorkbook } from './writeTextWorkbook.ts';

/** One learned correction as the file shows it. */
export interface LearnedRow {
  readonly kind: 'address' | 'spelling';
  readonly source: string;
  readonly shop: string;
  readonly written: string;
  readonly receiver: Party;
  readonly learnedAt: number;
  readonly usedCount: number;
}

const words = {
  'zh-CN': {
    sheet: '学到的更正',
    kinds: { address: '地址', spelling: '商家写法' },
    columns: [
      '类型',
      '来源',
      '店铺',
      '写法',
      '收件人',
      '电话',
      '分机',
      '省',
      '市',
      '区县',
      '街道',
      '详细地址',
      '学到时间',
      '用过次数',
    ],
  },
  en: {
    sheet: 'Learned corrections',
    kinds: { address: 'address', spelling: 'spelling' },
    columns: [
      'Kind',
      'Source',
      'Shop',
      'Written',
      'Name',
      'Phone',
      'Extension',
      'Province',
      'City',
      'District',
      'Town',
      'Detail',
      'Learned at',
      'Used',
    ],
  },
} as const;

/** Learned corrections as a sheet a person can read and keep. What is masked is the caller's to decide. */
export function writeLearned({
  path,
  rows,
  language,
}: {
  readonly path: string;
  readonly rows: AsyncIterable<LearnedRow>;
  readonly language: Language;
}): Promise<Outcome<WrittenFile>> {
  const { sheet, kinds, columns } = words[language];
  async function* table(): AsyncGenerator<string[], void, void> {
    for await (const { kind, source, shop, written, receiver, learnedAt, usedCount } of rows) {
      const { name, phone, extension, province, city, district, town, detail } = receiver;
      const at = new Date(learnedAt).toISOString();
      yield [kinds[kind], source, shop, written, name, phone, extension].concat(
        [province, city, district, town, detail],
        [at, String(usedCount)],
      );
    }
  }
  return writeTextWorkbook(path, sheet, columns, table());
}
