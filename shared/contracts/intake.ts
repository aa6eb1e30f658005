import { z } from 'zod';
import {
  countSchema,
  failureNote,
  fileToken,
  freeText,
  fullText,
  handedFile,
  idSchema,
  inputText,
  open,
  outputText,
  partyInput,
  secret,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../domain/fields.ts';
import { orderStates } from '../domain/order.ts';
import { readingSchema } from './correcting.ts';
import { procedure, workStream } from './procedure.ts';

/** Some 50,000 rows of 20 columns: what a spreadsheet puts on the clipboard at most. */
const maxPastedCharacters = 20_000_000;

const columnMapping = z.object({
  columnIndex: countSchema,
  header: freeText(500),
  field: open(z.string().nullable()),
  rule: open(
    z.enum(['operator', 'remembered', 'profile', 'own', 'dictionary', 'contained', 'content', 'none']),
  ),
  /** 0..1: how sure we are of the meaning, 0 for a column left out. */
  confidence: open(z.number().min(0).max(1)),
  /** Another column fills the same field better: its index. Absent unless this one is left out for it. */
  givesWayTo: countSchema.optional(),
  samples: z.array(outputText(500)),
});

/** Character encodings a person may choose for a text file. */
const textEncoding = open(z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']));

/** The bytes do not say which encoding they are in. Best guess first; `damagedCharacters` cannot be read in it. */
const encodingQuestion = z.object({
  choices: z.array(
    z.object({
      encoding: textEncoding,
      preview: z.array(freeText(2000)),
      damagedCharacters: countSchema,
    }),
  ),
});

const recognition = z.object({
  format: open(z.string()),
  encoding: open(z.string()),
  sheet: outputText(100),
  headerRowNumber: countSchema,
  profile: open(z.string()),
  mapping: z.array(columnMapping),
  /** What a person should hear of the file as a whole. */
  notes: z.array(failureNote).optional(),
  /** Further sheets that look like orders; each is imported separately with `overrides.sheet`. */
  otherSheets: z.array(outputText(100)).optional(),
  /** Present: the run is refused until `overrides.encoding` says which one it is. */
  encodingQuestion: encodingQuestion.optional(),
});

const overrides = z.object({
  profile: open(z.string().max(40)).optional(),
  sheet: inputText(100).optional(),
  encoding: textEncoding.optional(),
  /** Name of the file inside a zip, as `list` answers it. */
  entry: inputText(4096).optional(),
  /** Opens a protected workbook: sent when the answer was IMPORT_PASSWORD_NEEDED or IMPORT_PASSWORD_WRONG. */
  password: secret(255).optional(),
  /** Cells from the clipboard, read instead of a file. */
  pasted: inputText(maxPastedCharacters).optional(),
  /** columnIndex (as text) → field, null to leave the column out. */
  columns: z.record(z.string(), open(z.string().max(40).nullable())).optional(),
});

/** A file of the operator's, or with `overrides.pasted` no more than a name for what was pasted. */
const orderSource = {
  fileToken: fileToken.optional(),
  name: inputText(200).optional(),
  overrides: overrides.optional(),
};

const importSummary = z.object({
  importId: idSchema,
  file: outputText(4096),
  /** = `orders` + `furtherRows` + `repeatedRows` + `rejected`. */
  rows: countSchema,
  orders: countSchema,
  /** Rows that bring more goods to an order of another row. */
  furtherRows: countSchema,
  /** Rows that say once more what another row of their order says. */
  repeatedRows: countSchema,
  imported: countSchema,
  /** Of those imported: filled as a person settled the same text before. */
  fromMemory: countSchema,
  duplicates: countSchema,
  changed: countSchema,
  needsReview: countSchema,
  rejected: countSchema,
  skipped: countSchema,
  durationMs: countSchema,
  attention: z.array(failureNote.extend({ orderNo: outputText(200), rowNumber: countSchema })),
});

const importProgress = {
  rows: countSchema,
  imported: countSchema,
  /** null while the number of rows is not known. */
  share: open(z.number().min(0).max(1).nullable()),
  rowsPerSecond: open(z.number()),
};

const pasting = ['importOrders', 'seePersonalData'] as const;

const importsContract = {
  /** What can be imported of dropped files, folders and zips, and what cannot with the reason; nothing is stored. */
  list: procedure('importOrders')
    .input({ fileTokens: z.array(fileToken).min(1).max(500) })
    .output({
      files: z.array(
        z.object({
          fileToken,
          /** Name inside the zip, to be sent as `overrides.entry`; null for a file of its own. */
          entry: outputText(4096).nullable(),
          /** What to show: the file's name, with that of its zip before it. */
          name: outputText(100),
          sizeBytes: countSchema,
        }),
      ),
      refused: z.array(failureNote.omit({ field: true }).extend({ name: outputText(100) })),
    }),
  /** Reads the head of a file and says what it takes it for; nothing is stored. */
  recognise: procedure('importOrders').input(orderSource).output(recognition),
  /** Canonical fields a column can be mapped to. */
  fields: procedure('importOrders').output(z.array(open(z.string()))),
  /** Imports; cancelling the iterator stops it within a second and keeps what is stored. */
  run: procedure('importOrders')
    .input({
      ...orderSource,
      /** The other files of the drop: one of them may list the goods of this one's orders. */
      beside: z
        .array(z.object({ fileToken, entry: inputText(4096).nullable() }))
        .max(500)
        .optional(),
    })
    .output(
      workStream(importProgress, {
        summary: importSummary,
        isCancelled: open(z.boolean()),
        /** Its server is away: it is kept here and comes into the book later; its figures are of what this bench knows. */
        isWaiting: open(z.boolean()),
      }),
    ),
  /** The rows that could not be taken, in the layout of the file, with why; once fixed it can be dropped in again. */
  failedRows: procedure('importOrders')
    .input(orderSource)
    .output({ ...handedFile, rowCount: countSchema }),
  /** What stands in the way of undoing an import: orders of it that were booked or sent. */
  undoCheck: procedure('importOrders')
    .input({ importId: idSchema })
    .output({
      orders: countSchema,
      changes: countSchema,
      blocked: z.array(z.object({ orderNo: outputText(200), state: open(z.string()) })),
    }),
  /** Removes the orders an import made and takes its accepted changes back; refused once anything of it is booked. */
  undo: procedure('importOrders')
    .input({ importId: idSchema })
    .output({ removed: countSchema, reverted: countSchema }),
  history: procedure('importOrders')
    .input(windowInput)
    .output({
      total: countSchema,
      rows: z.array(
        importSummary
          .omit({ attention: true, fromMemory: true, orders: true, furtherRows: true, repeatedRows: true })
          .extend({
            at: timeSchema,
            profile: open(z.string()),
            undoneAt: timeOrNull,
          }),
      ),
    }),
};

const messageText = inputText(8000);

/** A pasted chat message that becomes orders. As when correcting, addresses are seen in full. */
const pasteContract = {
  /** The orders a message would become. Nothing is stored. */
  read: procedure(pasting)
    .input({ text: messageText })
    .output(
      z.array(
        z.object({
          receiverText: fullText(4000),
          goods: fullText(4000),
          quantity: countSchema,
          remark: fullText(4000),
          reading: readingSchema,
          /** Number of an order that waits for the same phone already, empty when none. */
          sameReceiver: outputText(200),
        }),
      ),
    ),
  /** Makes the orders as the person left them; `importId` undoes them, empty when all were known. */
  make: procedure(pasting)
    .input({
      orders: z
        .array(
          z.object({
            text: inputText(8000),
            receiver: partyInput,
            goods: inputText(200),
            quantity: open(z.number().int().min(1).max(9999)),
            remark: inputText(500),
          }),
        )
        .min(1)
        .max(100),
    })
    .output({
      importId: inputText(64),
      /** Its server is away: they are kept here and made later; none of them is there yet. */
      isWaiting: open(z.boolean()),
      orders: z.array(
        z.object({
          orderId: idSchema,
          orderNo: outputText(200),
          state: open(z.enum(orderStates)),
          isKnown: open(z.boolean()),
        }),
      ),
    }),
  /** What was typed and not made into orders yet. */
  draft: procedure(pasting).output({ text: fullText(8000) }),
  keepDraft: procedure(pasting)
    .input({ text: messageText })
    .output({ text: fullText(8000) }),
};

const watchChoices = {
  /** Profile id, empty: recognise. */
  profile: open(z.string().max(40)),
  action: open(z.enum(['import', 'ship'])),
  /** Absent: the default printer; null: nothing is printed; `auto:`: the rules choose. */
  printerUri: inputText(500).nullable().optional(),
};

const watchView = z.object({
  /** null: off. */
  setting: z.object({ folderName: outputText(400), ...watchChoices }).nullable(),
  /** Why the last look at the folder failed, empty when it did not. */
  code: open(z.string()),
  /** Files that still grow or are held by another program. */
  waiting: countSchema,
  failed: countSchema,
  /** The last files, newest first. */
  files: z.array(
    z.object({
      file: outputText(4096),
      /** `seen`: failed, and a person has seen it. */
      state: open(z.enum(['taken', 'failed', 'seen'])),
      code: open(z.string()),
      at: timeSchema,
    }),
  ),
});

export type WatchView = z.infer<typeof watchView>;

/** The folder an ERP drops order files into. */
const watchContract = {
  get: procedure('seeWork').output(watchView),
  /** null turns it off; without a token the folder stays. */
  set: procedure('changeSettings')
    .input({ setting: z.object({ folderToken: fileToken.optional(), ...watchChoices }).nullable() })
    .output(watchView),
  /** A person has seen every file that failed so far: they are no longer counted. */
  seen: procedure('importOrders').output(watchView),
};

export const intakeContracts = { imports: importsContract, paste: pasteContract, watch: watchContract };
