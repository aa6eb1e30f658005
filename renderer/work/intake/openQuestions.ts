import type { ImportItem } from '../../bridge/importQueue.ts';
import type { Recognition } from '../../bridge/questions.ts';

type OpenQuestion = 'encoding' | 'columns';

/** What a person must still answer before the file may run; a file without any can start automatically. */
export function openQuestions({
  recognition,
  overrides,
}: Pick<ImportItem, 'recognition' | 'overrides'>): readonly OpenQuestion[] {
  const asksEncoding = recognition?.encodingQuestion !== undefined && overrides.encoding === undefined;
  const missing = recognition === null ? [] : missingFields(recognition.mapping.map(({ field }) => field));
  // Not one of the columns that an order needs: this is some other text, until somebody says what its columns mean.
  const isOtherText = missing.length === neededFields.length;
  return [...(asksEncoding ? ['encoding' as const] : []), ...(isOtherText ? ['columns' as const] : [])];
}

/** What an order cannot do without; a column with name, phone and address in one gives all three. */
export const neededFields: readonly (readonly string[])[] = [
  ['orderNo', 'subOrderNo', 'erpOrderNo', 'origOrderNo'],
  ['receiverName', 'receiverFirstLast', 'oneLineReceiver'],
  ['receiverPhone', 'receiverTel', 'oneLineReceiver'],
  ['fullAddress', 'addressDetail', 'newAddress', 'oneLineReceiver'],
];

/** The first name of each needed field that no column gives. Only a warning: the core decides row by row. */
export function missingFields(mapped: readonly (string | null)[]): readonly string[] {
  return neededFields
    .filter((names) => !names.some((name) => mapped.includes(name)))
    .map((names) => names[0] ?? '');
}

/** Text in one column of which nothing is a field of an order: receivers as people write them to each other, not a table. */
export function isWrittenText({ format, mapping }: Pick<Recognition, 'format' | 'mapping'>): boolean {
  return ['csv', 'clipboard'].includes(format) && mapping.length === 1 && mapping[0]?.field === null;
}

/** How a column is known without looking at what it holds. */
const sureRules = ['profile', 'own', 'dictionary', 'remembered', 'operator'];

/** A file of a layout that was understood whole: it needs nobody's eye before its orders are taken in. */
export function isKnownFile(item: Pick<ImportItem, 'stage' | 'recognition' | 'overrides'>): boolean {
  const { stage, recognition } = item;
  if (stage !== 'known' || recognition === null || openQuestions(item).length > 0) return false;
  const sure = recognition.mapping.filter(({ rule }) => sureRules.includes(rule));
  return missingFields(sure.map(({ field }) => field)).length === 0;
}

/** Does the file wait for a password? */
export function asksPassword({ failure }: Pick<ImportItem, 'failure'>): boolean {
  return failure?.code === 'IMPORT_PASSWORD_NEEDED' || failure?.code === 'IMPORT_PASSWORD_WRONG';
}
