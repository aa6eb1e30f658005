import { z } from 'zod';

export type FieldClass = 'public' | 'internal' | 'personal' | 'full' | 'secret';
export type MaskKind = 'name' | 'phone' | 'detail' | 'text' | 'free' | 'params';

interface FieldMeta {
  readonly class: FieldClass;
  readonly mask?: MaskKind;
  /** Of a text. */
  readonly maxLength?: number;
}

/** The class of every field that a contract may carry; `electron/privacy/maskReply` reads it, a test refuses a field without. */
export const fieldClasses = z.registry<FieldMeta>();

/** Known by what it holds: comparing each schema with all that `z.ZodType` can do took three quarters of the compiler's time. */
type AnyField = z.core.SomeType;

function classed<T extends AnyField>(schema: T, meta: FieldMeta): T {
  fieldClasses.add(schema as unknown as z.core.$ZodType, meta);
  return schema;
}

/** May be seen by anyone who sees the program: counts, states, names of carriers. */
export const open = <T extends AnyField>(schema: T): T => classed(schema, { class: 'public' });

/** Whatever may hold any text has a builder of its own: somebody will have written a phone number into it. */
type NoText<T extends AnyField> =
  string extends z.output<T> ? 'a text is inputText, outputText, freeText or fullText' : T;

/** Seen by those who work here, not for the outside: amounts, and choices among a few words. */
export const internal = <T extends AnyField>(schema: NoText<T>): T =>
  classed(schema as T, { class: 'internal' });

/** A text that comes in, refused where it is longer. */
export const inputText = (maxLength: number, minLength = 0): z.ZodString =>
  classed(z.string().min(minLength).max(maxLength), { class: 'internal', maxLength });

/** The same without blanks around it, and not empty. */
export const trimmedText = (maxLength: number): z.ZodString =>
  classed(z.string().trim().min(1).max(maxLength), { class: 'internal', maxLength });

/** As a text longer than this goes out: cut, so that one strange order does not keep a whole list from being shown. */
const cut = (maxLength: number) =>
  z.string().overwrite((text) => (text.length > maxLength ? text.slice(0, maxLength) : text));

/** What something is known by here, seen by those who work here: a number, a name, a file. Never a sentence. */
export const outputText = (maxLength: number): z.ZodString =>
  classed(cut(maxLength), { class: 'internal', maxLength });

/** Tells who somebody is or lives; masked on the way out unless the caller has the right and asked for it. */
export const personal = (mask: Exclude<MaskKind, 'params'>): z.ZodString =>
  classed(z.string(), { class: 'personal', mask });

/** Text that anybody may have written anything into: remarks, goods, news of a parcel. Persons in it are masked on the way out. */
export const freeText = (maxLength: number): z.ZodString =>
  classed(cut(maxLength), { class: 'personal', mask: 'free', maxLength });

/** Personal data in full: only in procedures that take the right to see it. */
export const fullText = (maxLength: number): z.ZodString =>
  classed(cut(maxLength), { class: 'full', maxLength });

/** Dots of a picture; never text. */
export const base64Text = (maxLength: number): z.ZodString =>
  classed(z.string().max(maxLength), { class: 'internal', maxLength });

/** Travels inwards only; a reply that carries one does not leave the core. The bound comes first: a check makes a new schema, and that one would have no class. */
export const secret = (maxLength: number): z.ZodString =>
  classed(z.string().max(maxLength), { class: 'secret' });

/** What a schema holds, to be read only, at every depth. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** Longest window of rows a list may ask for at once: keeps one reply under a few hundred kB. */
const maxWindowRows = 500;

export const windowInput = {
  offset: open(z.number().int().min(0)),
  limit: open(z.number().int().min(1).max(maxWindowRows)),
};

/** Ids are opaque; ≤ 64 characters. */
export const idSchema = inputText(64, 1);
export const versionSchema = open(z.number().int().min(0));
export const timeSchema = open(z.number().int());
export const wholeOrNull = open(z.number().int().nullable());
export const timeOrNull = open(z.number().int().nullable());
export const countSchema = open(z.number().int().min(0));
/** Of a carrier, a platform or an interface. */
export const shortCode = open(z.string().max(20));
/** Stands for a file or folder that the operator handed over, or that the program wrote: no page learns where it is. */
export const fileToken = inputText(64, 1);
/** A file as a page knows it: what stands for it, and what to call it. */
export const handedFile = { fileToken, name: outputText(400) };
/** A saved printer by its address or its name; another address only from who may change printers. */
export const printerUri = inputText(500, 1);
export const dpiSchema = open(z.union([z.literal(203), z.literal(300)]));
export const bothNames = { nameZh: open(z.string()), nameEn: open(z.string()) };

/** A window of rows and how many there are in all. */
export const rowsOf = <Row extends AnyField>(row: Row) => ({ total: countSchema, rows: z.array(row) });

/** What fills the places of a code's words: an address, a device, a cause. */
export const failureParams = classed(z.record(z.string(), z.union([z.string(), z.number()])), {
  class: 'personal',
  mask: 'params',
});

export const failureNote = z.object({
  code: open(z.string()),
  field: open(z.string()),
  params: failureParams.optional(),
});

/** Orders something was not done for, and why. */
export const refusedOrders = z.array(
  z.object({ orderNo: outputText(200), code: open(z.string()), params: failureParams.optional() }),
);

/** 40 million dots, more than any paper holds. */
const maxBitmapCharacters = 8_000_000;

/** One bit a dot, rows top down and padded to bytes, 1 prints. */
export const bitmapShape = {
  widthDots: countSchema,
  heightDots: countSchema,
  bytesPerRow: countSchema,
  bitsBase64: base64Text(maxBitmapCharacters),
};

const place = {
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: outputText(60),
};

/** A person, masked on the way out. */
export const partySchema = z.object({
  name: personal('name'),
  phone: personal('phone'),
  extension: personal('text'),
  ...place,
  detail: personal('detail'),
});

/** The same in full: only where somebody corrects an address, or looks at one for a reason that is recorded. */
export const fullParty = z.object({
  name: fullText(200),
  phone: fullText(100),
  extension: fullText(40),
  ...place,
  detail: fullText(2000),
});

/** What a person may type: bounded, trimmed by the use case. */
export const partyInput = z.object({
  name: inputText(60),
  phone: inputText(40),
  extension: inputText(10),
  province: open(z.string().max(30)),
  city: open(z.string().max(30)),
  district: open(z.string().max(30)),
  town: inputText(40),
  detail: inputText(200),
});

export const orderIds = z.array(idSchema).min(1).max(10_000);

/** Without the orders of which a newer file says something that nobody has decided on. */
const exceptChanged = open(z.boolean()).optional();

/** Which orders: those ticked, or everything that is ready. */
export const orderSelection = z.union([
  z.object({ orderIds, exceptChanged }),
  z.object({ allReady: open(z.literal(true)), exceptChanged }),
]);
