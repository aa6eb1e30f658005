import { z } from 'zod';

export type FieldClass = 'public' | 'internal' | 'personal' | 'secret';
export type MaskKind = 'name' | 'phone' | 'detail' | 'text';

interface FieldMeta {
  readonly class: FieldClass;
  readonly mask?: MaskKind;
}

/** The class of every field of every contract; `electron/privacy/maskReply` reads it, a test refuses a field without. */
export const fieldClasses = z.registry<FieldMeta>();

function classed<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  fieldClasses.add(schema, meta);
  return schema;
}

/** May be seen by anyone who sees the program: counts, states, names of carriers. */
export const open = <T extends z.ZodType>(schema: T): T => classed(schema, { class: 'public' });

/** Seen by those who work here, not for the outside: order numbers, waybill numbers, amounts. */
export const internal = <T extends z.ZodType>(schema: T): T => classed(schema, { class: 'internal' });

/** Tells who somebody is or lives; masked on the way out unless the caller has the right and asked for it. */
export const personal = (mask: MaskKind): z.ZodString => classed(z.string(), { class: 'personal', mask });

/** Travels inwards only; a reply that carries one does not leave the core. The bound comes first: a check makes a new schema, and that one would have no class. */
export const secret = (maxLength: number): z.ZodString =>
  classed(z.string().max(maxLength), { class: 'secret' });

/** Longest window of rows a list may ask for at once: keeps one reply under a few hundred kB. */
const maxWindowRows = 500;

export const windowInput = {
  offset: open(z.number().int().min(0)),
  limit: open(z.number().int().min(1).max(maxWindowRows)),
};

/** Ids are opaque; ≤ 64 characters. */
export const idSchema = internal(z.string().min(1).max(64));
export const versionSchema = open(z.number().int().min(0));
export const timeSchema = open(z.number().int());
export const countSchema = open(z.number().int().min(0));

export const failureNote = z.object({
  code: open(z.string()),
  field: open(z.string()),
  params: z.record(z.string(), internal(z.union([z.string(), z.number()]))).optional(),
});

export const partySchema = z.object({
  name: personal('name'),
  phone: personal('phone'),
  extension: personal('text'),
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: internal(z.string()),
  detail: personal('detail'),
});

/** What a person may type: bounded, trimmed by the use case. */
export const partyInput = z.object({
  name: internal(z.string().max(60)),
  phone: internal(z.string().max(40)),
  extension: internal(z.string().max(10)),
  province: open(z.string().max(30)),
  city: open(z.string().max(30)),
  district: open(z.string().max(30)),
  town: internal(z.string().max(40)),
  detail: internal(z.string().max(200)),
});

/** Which orders: those ticked, or everything that is ready. */
export const orderSelection = z.union([
  z.object({ orderIds: z.array(idSchema).min(1).max(10_000) }),
  z.object({ allReady: open(z.literal(true)) }),
]);
