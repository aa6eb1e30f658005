import type { z } from 'zod';
import { fieldClasses, type MaskKind } from '../../shared/domain/fields.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { maskDetail, maskName, maskPhone } from '../../shared/rules/mask.ts';
import { hiddenPart, redactText, type TextContext } from './redactText.ts';

type Values = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, z.ZodType>>;

/** The parts of a Zod 4 schema that are walked; anything else holds no fields. */
interface SchemaDef {
  readonly type: string;
  readonly shape?: Shape;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

const defOf = (schema: z.ZodType): SchemaDef =>
  (schema as unknown as { readonly _zod: { readonly def: SchemaDef } })._zod.def;

/**
 * The one place where replies lose what their reader may not see: every field the contract calls `personal` is
 * masked by its kind, a `secret` one never leaves. Free text loses the person its row is about, too, and keeps the numbers
 * that stand beside it. The value must have passed the schema already.
 */
export function maskReply(schema: z.ZodType, value: unknown): unknown {
  return maskField(schema, value, {});
}

function maskField(schema: z.ZodType, value: unknown, context: TextContext): unknown {
  const meta = fieldClasses.get(schema);
  if (meta?.class === 'secret') throw new Error('a reply carries a secret');
  if (meta?.class === 'personal') return maskPersonal(meta.mask ?? 'text', value, context);
  if (value === null || value === undefined) return value;
  const def = defOf(schema);
  if (def.shape !== undefined) return maskObject(def.shape, value as Values, context);
  if (def.element !== undefined)
    return (value as readonly unknown[]).map((item) => maskField(def.element as z.ZodType, item, context));
  if (def.innerType !== undefined) return maskField(def.innerType, value, context);
  if (def.valueType !== undefined) return maskRecord(def.valueType, value as Values, context);
  if (def.options !== undefined) {
    const option = def.options.find((candidate) => candidate.safeParse(value).success);
    return option === undefined ? value : maskField(option, value, context);
  }
  return value;
}

function maskPersonal(mask: MaskKind, value: unknown, context: TextContext): unknown {
  if (mask === 'params') return maskParams(value as ErrorParams | undefined, context);
  if (typeof value !== 'string') return value;
  if (mask === 'name') return maskName(value);
  if (mask === 'phone') return maskPhone(value);
  if (mask === 'detail') return maskDetail(value);
  if (mask === 'free') return redactText(value, context);
  return value === '' ? '' : '***';
}

function maskObject(shape: Shape, value: Values, around: TextContext): unknown {
  const context = contextOf(shape, value, around);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      // What the contract does not name has no class, and leaves nobody's hands.
      return schema === undefined ? [] : [[key, maskField(schema, field, context)]];
    }),
  );
}

function maskRecord(valueType: z.ZodType, value: Values, context: TextContext): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, maskField(valueType, field, context)]),
  );
}

/** What this object says of its person and its numbers, besides what is known from around it. */
function contextOf(shape: Shape, value: Values, { hidden = [], kept = [] }: TextContext): TextContext {
  const more = { hidden: [...hidden], kept: [...kept] };
  gather(shape, value, more);
  return more;
}

function gather(shape: Shape, value: Values, into: { hidden: string[]; kept: string[] }): void {
  for (const [key, schema] of Object.entries(shape)) {
    const field = value[key];
    if (field === null || field === undefined) continue;
    const meta = fieldClasses.get(schema);
    if (meta === undefined) {
      const inner = defOf(schema).shape;
      if (inner !== undefined) gather(inner, field as Values, into);
    } else if (typeof field === 'string') {
      if (meta.class === 'personal') into.hidden.push(...hiddenPart(meta.mask, field));
      else if (/^\S*\d\S*$/.test(field) && field.length >= 7 && field.length <= 64) into.kept.push(field);
    }
  }
}

/** Places of a sentence that name a number, a file, a device or a thing of ours; the others quote what came from outside. */
const namedThings: ReadonlySet<string> = new Set([
  'orderNo',
  'otherNo',
  'extraNo',
  'waybillNo',
  'orderCode',
  'numbers',
  'handoverNo',
  'listNo',
  'file',
  'path',
  'folder',
  'member',
  'sheet',
  'host',
  'port',
  'queue',
  'transport',
  'pid',
  'ruleId',
  'version',
  'versionNo',
  'code',
  'codePoint',
  'carrier',
  'platform',
  'date',
  'state',
  'field',
]);

/** What fills the places of a code's words, as everybody may read it. */
export function maskParams<T extends ErrorParams | undefined>(params: T, context: TextContext = {}): T {
  if (params === undefined) return params;
  const isNamed = ([key, value]: [string, string | number]) =>
    typeof value === 'string' && value.length >= 7 && namedThings.has(key);
  const own = Object.entries(params).filter(isNamed);
  const kept = [...(context.kept ?? []), ...own.map(([, value]) => String(value))];
  const shown = Object.entries(params).map(([key, value]) =>
    typeof value === 'number' || namedThings.has(key)
      ? [key, value]
      : [key, redactText(value, { ...context, kept })],
  );
  return Object.fromEntries(shown) as T;
}
