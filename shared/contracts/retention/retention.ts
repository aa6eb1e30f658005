import { z } from 'zod';
import {
  countSchema,
  type DeepReadonly,
  inputText,
  open,
  outputText,
  personal,
  timeOrNull,
  timeSchema,
} from '../../domain/fields.ts';
import { orderStates } from '../../domain/order.ts';
import { retentionDays, retentionReasons } from '../../domain/retention/retention.ts';
import { procedure, workStream } from '../procedure.ts';

const days = open(z.number().int().min(retentionDays.least).max(retentionDays.most)).nullable();
/** A person says that the clock of this computer is right, whatever records prove. */
const isClockRight = open(z.boolean()).default(false);

const retentionView = z.object({
  /** null: for ever. */
  days,
  /** false: nobody has said so, and nothing goes automatically. */
  isChosen: open(z.boolean()),
  /** The moment that counts. */
  now: timeSchema,
  /** false: the clock runs ahead of what records prove. */
  isProven: open(z.boolean()),
  /** Orders that would lose their personal data now, and files that would go. */
  due: countSchema,
  fileCount: countSchema,
  /** Why others keep theirs. */
  waiting: z.array(z.object({ reason: open(z.enum(retentionReasons)), orders: countSchema })),
});

/** Whose number it is is asked by who may both see persons in full and let their data go. */
const asking = ['changeSettings', 'seePersonalData'] as const;
const askedPerson = { phone: inputText(40, 1), reason: inputText(500) };

const keptOrder = z.object({
  orderNo: outputText(100),
  name: personal('name'),
  state: open(z.enum(orderStates)),
  createdAt: timeSchema,
  /** null: nothing stands against erasing it. */
  keptFor: open(z.enum(retentionReasons)).nullable(),
  /** At the latest; null: until something happens that nobody knows the day of. */
  until: timeOrNull,
});

export const personViewSchema = z.object({
  /** Stands for the number in the record, which does not show the number itself. */
  code: outputText(20),
  phone: personal('phone'),
  total: countSchema,
  /** How many of them may be erased now. */
  free: countSchema,
  /** The newest of them. */
  orders: z.array(keptOrder),
  /** Under the same number with another extension: other people. */
  otherExtensions: countSchema,
  /** Orders of others in whose texts the number stands, and those of them that are still needed as they are. */
  named: countSchema,
  namedKept: z.array(keptOrder),
  addresses: countSchema,
  drafts: countSchema,
  labels: countSchema,
  /** Result files that hold the number; they go with the last of these orders. */
  results: z.array(outputText(400)),
  /** When the number was last erased; null: never, as far as the record says. */
  erasedAt: timeOrNull,
  /** Backups that may hold the person. `goesBy`: by then the schedule has dropped it; null: it stays until somebody removes it. */
  backups: z.array(
    z.object({
      name: outputText(400),
      place: open(z.enum(['own', 'second'])),
      madeAt: timeOrNull,
      goesBy: timeOrNull,
    }),
  ),
  /** The server keeps backups of its own. */
  isOnServer: open(z.boolean()),
  /** What restores and moves have put aside. */
  setAside: countSchema,
  /** Benches that keep copies of what they may have to pack. */
  otherBenches: countSchema,
  /** Files with receivers written since the first of these orders, wherever they were taken since. */
  exports: countSchema,
});

export type PersonView = DeepReadonly<z.infer<typeof personViewSchema>>;

export type RetentionView = z.infer<typeof retentionView>;

/** How long finished orders keep the personal data they hold. */
const retentionContract = {
  /** `days`: what would go if so many were chosen; absent: what is chosen. */
  get: procedure('seeWork').input({ days: days.optional(), isClockRight }).output(retentionView),
  set: procedure('changeSettings').input({ days }).output(retentionView),
  /** Takes personal data out of the orders that are due. */
  run: procedure('changeSettings')
    .input({ isClockRight })
    .output(workStream({ erased: countSchema }, { erased: countSchema, files: countSchema })),
  /** Everything kept about one number; who asks and why is recorded. */
  findPerson: procedure(asking).input(askedPerson).output(personViewSchema),
  /** Erases what may be; `left` says what is not, and what holds copies. */
  erasePerson: procedure(asking).input(askedPerson).output({
    erased: countSchema,
    addresses: countSchema,
    drafts: countSchema,
    /** Orders of others out of whose texts the number was taken. */
    changed: countSchema,
    files: countSchema,
    left: personViewSchema,
  }),
};

export const retentionContracts = { retention: retentionContract };
