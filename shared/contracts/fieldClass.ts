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
