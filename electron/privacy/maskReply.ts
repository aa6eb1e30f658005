import type { z } from 'zod';
import { fieldClasses, type MaskKind } from '../../shared/domain/fields.ts';
import { maskDetail, maskName, maskPhone } from '../../shared/rules/mask.ts';

const masks: Readonly<Record<MaskKind, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  detail: maskDetail,
  text: (text) => (text === '' ? '' : '***'),
};

/** The parts of a Zod 4 schema that are walked; anything else holds no fields. */
interface SchemaDef {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/**
 * The one place where replies lose what their reader may not see: every field the contract calls `personal` is
 * masked by its kind, a `secret` one never leaves. The value must have passed the schema already.
 */
export function maskReply(schema: z.ZodType, value: unknown): unknown {
  const meta = fieldClasses.get(schema);
  if (meta?.class === 'secret') throw new Error('a reply carries a secret');
  if (meta?.class === 'personal')
    return typeof value === 'string' ? masks[meta.mask ?? 'text'](value) : value;
  if (value === null || value === undefined) return value;
  const def = (schema as unknown as { readonly _zod: { readonly def: SchemaDef } })._zod.def;
  if (def.shape !== undefined) return maskObject(def.shape, value as Readonly<Record<string, unknown>>);
  if (def.element !== undefined)
    return (value as readonly unknown[]).map((item) => maskReply(def.element as z.ZodType, item));
  if (def.innerType !== undefined) return maskReply(def.innerType, value);
  if (def.valueType !== undefined)
    return maskRecord(def.valueType, value as Readonly<Record<string, unknown>>);
  if (def.options !== undefined) {
    const option = def.options.find((candidate) => candidate.safeParse(value).success);
    return option === undefined ? value : maskReply(option, value);
  }
  return value;
}

function maskObject(
  shape: Readonly<Record<string, z.ZodType>>,
  value: Readonly<Record<string, unknown>>,
): unknown {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      // What the contract does not name has no class, and leaves nobody's hands.
      return schema === undefined ? [] : [[key, maskReply(schema, field)]];
    }),
  );
}

function maskRecord(valueType: z.ZodType, value: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, maskReply(valueType, field)]));
}
