import { questionsOfNote } from '../../../shared/domain/intake/noteWords.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { cleanCellText } from '../kit/cellText.ts';
import type { FileRecognition, ImportedRow, OrderDraft } from '../kit/orderDraft.ts';
import type { OpenTable, ShareListener, TableRow } from '../kit/tableFormat.ts';
import { furtherRecognition, isFurtherHeader, isTitleOfList } from '../recognition/furtherHeader.ts';
import { emptyOwnDictionary } from '../recognition/headerDictionary.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { FieldColumns, type RowKnowledge } from './fieldColumns.ts';
import { readFileFacts } from './readFileFacts.ts';
import { readOrderRow } from './readOrderRow.ts';
import { RowCells } from './rowCells.ts';

interface RowOptions extends RowKnowledge {
  readonly onShare?: ShareListener | undefined;
}

/**
 * The rows of orders below the header, one result each, as many at a time as stream in: drafts (also those that must not ship, by their
 * verdict) and rejected rows. Titles, instructions, repeated headers, totals and blank rows are passed over. Throws
 * `TableFault` when the file turns out to be bad further down.
 */
export async function* readOrderRows(
  table: OpenTable,
  recognition: FileRecognition,
  { onShare, ...knowledge }: RowOptions = {},
): AsyncGenerator<readonly ImportedRow[], void, void> {
  const sheet = table.sheets.find((one) => one.name === recognition.sheet);
  if (sheet === undefined)
    throw new Error(`The table has no sheet that was recognised: ${recognition.sheet}`);
  let block = blockOf(recognition, knowledge);
  let held: OrderComplaint | null = null;
  const continuations = createContinuations(block.columns.facts.mayContinue);
  for await (const rows of sheet.rows(onShare)) {
    const imported: ImportedRow[] = [];
    for (const [index, row] of rows.entries()) {
      if (row.rowNumber <= recognition.headerRowNumber) continue;
      if (isFurtherHeader(row, block.recognition)) {
        const { spellings } = knowledge.own ?? emptyOwnDictionary;
        block = blockOf(
          furtherRecognition(row, rows.slice(index + 1), { recognition, spellings }),
          knowledge,
        );
        continue;
      }
      const heading = headingOfRows(row);
      if (heading !== null) {
        held = heading.wait;
        continue;
      }
      if (!block.isOrderRow(row) || isTitleOfList(row, rows[index + 1])) continue;
      const placed = continuations.place(readOrderRow(new RowCells(row, block.columns)));
      if (placed !== null) imported.push(held === null ? placed : heldBack(placed, held));
    }
    if (imported.length > 0) yield imported;
  }
  yield continuations.rest();
}

/** Of a list in the sheet: where its columns stand, and which of its rows are orders. */
function blockOf(recognition: FileRecognition, knowledge: RowKnowledge) {
  const headers = recognition.mapping.map(({ header }) => header);
  return {
    recognition,
    columns: new FieldColumns(recognition, { facts: readFileFacts(recognition), ...knowledge }),
    isOrderRow: orderRowTest(recognition.headerRowNumber, headers),
  };
}

/** 以下明天再发, 下面的先不要打单: a line among the rows that speaks of those below it, up to the next such line. */
function headingOfRows({ rowNumber, cells }: TableRow): { readonly wait: OrderComplaint | null } | null {
  let only = '';
  // Asked of every row: nearly all have a second filled cell.
  for (const { text } of cells) {
    if (text === '') continue;
    if (only !== '') return null;
    only = text;
  }
  const text = cleanCellText(only);
  if (!/^[（(【[*—-]*(?:以下|下面|下列|后面)/.test(text)) return null;
  const [asked] = questionsOfNote('sellerRemark', text, '');
  if (asked === undefined) return { wait: null };
  const params = { word: asked.params.word ?? '预售', row: rowNumber };
  return { wait: { code: 'IMPORT_HEADING_SAYS_WAIT', field: 'row', params } };
}

function heldBack(row: ImportedRow, held: OrderComplaint): ImportedRow {
  if (row.kind === 'rejected' || row.draft.verdict === 'skip') return row;
  const { draft } = row;
  return { kind: 'draft', draft: { ...draft, verdict: 'ask', complaints: [...draft.complaints, held] } };
}

/** What further lines of an order take over from the row that holds its receiver. */
interface Head {
  readonly shop: string;
  /** Why the order does not ship, null when it may. */
  readonly stop: OrderComplaint | null;
}

interface Continuations {
  /** The row with its order, or null while the order was not seen yet. */
  place(row: ImportedRow): ImportedRow | null;
  /** Lines that waited for their order: joined to it, or refused because it never came. */
  rest(): readonly ImportedRow[];
}

function headOf({ shop, verdict, complaints }: OrderDraft): Head {
  return { shop, stop: verdict === 'skip' ? (complaints[0] ?? null) : null };
}

/** Right below an order and without a number: most likely its goods, which only a person can say. */
function lineBelow(draft: OrderDraft, above: OrderDraft): ImportedRow {
  if (draft.verdict === 'skip') return { kind: 'draft', draft };
  const complaint = { code: 'IMPORT_LINE_JOINED', field: 'items', params: { row: draft.rowNumber } };
  const complaints = [...draft.complaints, complaint];
  return continued({ ...draft, orderNo: above.orderNo, verdict: 'ask', complaints }, headOf(above));
}

function continued(draft: OrderDraft, { shop, stop }: Head): ImportedRow {
  if (stop === null) return { kind: 'draft', draft: { ...draft, shop } };
  return { kind: 'draft', draft: { ...draft, shop, verdict: 'skip', complaints: [stop] } };
}

function orphan({ rowNumber, orderNo }: OrderDraft): ImportedRow {
  const complaint = { code: 'IMPORT_ROW_NO_RECEIVER', field: 'phone' };
  return { kind: 'rejected', rejected: { rowNumber, orderNo, complaint } };
}

/**
 * Brings further lines of an order, which leave out what its first row said, to their order. Where a file has such lines
 * (`isScattered`) its order numbers are kept, so that they may stand anywhere; otherwise only the row above counts.
 */
function createContinuations(isScattered: boolean): Continuations {
  const heads = new Map<string, Head>();
  const waiting: OrderDraft[] = [];
  let previous: OrderDraft | null = null;
  function knownHead(draft: OrderDraft): Head | undefined {
    if (previous !== null && previous.orderNo === draft.orderNo) return headOf(previous);
    return heads.get(draft.orderNo);
  }
  function placeBelow(draft: OrderDraft): ImportedRow {
    if (previous?.rowNumber !== draft.rowNumber - 1) return orphan(draft);
    const row = lineBelow(draft, previous);
    previous = { ...previous, rowNumber: draft.rowNumber };
    return row;
  }
  return {
    place(row) {
      if (row.kind === 'rejected') {
        previous = null;
        return row;
      }
      const { draft } = row;
      if (draft.isContinuation !== true) {
        previous = draft;
        if (isScattered && draft.orderNo !== '') heads.set(draft.orderNo, headOf(draft));
        return row;
      }
      if (draft.orderNo === '') return placeBelow(draft);
      const head = knownHead(draft);
      if (head !== undefined) return continued(draft, head);
      if (!isScattered) return orphan(draft);
      waiting.push(draft);
      return null;
    },
    rest: () =>
      waiting.map((draft) => {
        const head = heads.get(draft.orderNo);
        return head === undefined ? orphan(draft) : continued(draft, head);
      }),
  };
}
