import type { FileRecognition } from '../kit/orderDraft.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import { genericProfile, importProfiles } from '../profiles/importProfiles.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { headerSlots, namesColumns, textsOf } from './findHeaderRow.ts';
import { exactField, type OwnDictionary } from './headerDictionary.ts';
import { mapColumns } from './mapColumns.ts';

interface Above {
  readonly headerRowNumber: number;
  readonly mapping: readonly { readonly header: string }[];
}

/**
 * Does a further list begin here, under columns of its own? Below the list of one shop that of another is pasted, whose columns stand in
 * another order.
 */
export function isFurtherHeader(row: TableRow, { headerRowNumber, mapping }: Above): boolean {
  // What stands right below a header belongs to it: field names of a platform, what to fill in.
  if (headerRowNumber === 0 || row.rowNumber <= headerRowNumber + 1 || !namesColumns(row)) return false;
  return textsOf(row).some((text, index) => !isSame(text, mapping[index]?.header ?? ''));
}

/** Once more, in the same words or in field names. */
function isSame(text: string, header: string): boolean {
  if (text === '' || text === header) return true;
  const field = exactField(normaliseHeader(text));
  return field !== null && field === exactField(normaliseHeader(header));
}

/** One text right above the names of columns: whose list begins. */
export function isTitleOfList(row: TableRow, next: TableRow | undefined): boolean {
  if (next === undefined || textsOf(row).filter((text) => text !== '').length !== 1) return false;
  return namesColumns(next);
}

/** What the columns of the list below that header are. What a person said of a column holds for the one of the same name. */
export function furtherRecognition(
  header: TableRow,
  below: readonly TableRow[],
  { recognition, spellings }: { readonly recognition: FileRecognition } & Pick<OwnDictionary, 'spellings'>,
): FileRecognition {
  const headers = textsOf(header);
  const slots = headerSlots(recognition.mapping.map((column) => column.header));
  const fieldOfSlot = new Map(
    recognition.mapping.flatMap(({ field, rule }, index) =>
      rule === 'operator' || rule === 'remembered' ? [[slots[index] ?? '', field] as const] : [],
    ),
  );
  const overrides = headerSlots(headers).flatMap((slot, index) => {
    const field = fieldOfSlot.get(slot);
    return field === undefined ? [] : [[index, field] as const];
  });
  const next = below.findIndex(namesColumns);
  const sampleRows = below.slice(0, next === -1 ? 50 : Math.min(next, 50)).map(textsOf);
  const { goodsSheet: _, ...rest } = recognition;
  return {
    ...rest,
    headerRowNumber: header.rowNumber,
    sampleRows,
    mapping: mapColumns(headers, sampleRows, {
      profile: importProfiles.find(({ id }) => id === recognition.profile) ?? genericProfile,
      spellings,
      senders: new Set(),
      remembered: {},
      overrides: Object.fromEntries(overrides),
    }),
  };
}
