import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { contract } from '../../../../shared/contracts/contract.ts';
import type { ProcedureMeta } from '../../../../shared/contracts/procedure.ts';
import { type FieldClass, fieldClasses, type MaskKind } from '../../../../shared/domain/fields.ts';
import type { Access } from '../../../../shared/domain/operator.ts';

interface SchemaDef {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

interface Leaf {
  readonly path: string;
  readonly type: string;
  readonly class: FieldClass | null;
  readonly mask?: MaskKind | undefined;
  readonly maxLength?: number | undefined;
}

/** Containers that are walked; every other type holds a value and needs a class. */
function leavesOf(schema: z.ZodType, path: string): Leaf[] {
  const meta = fieldClasses.get(schema);
  const { def } = (schema as unknown as { readonly _zod: { readonly def: SchemaDef } })._zod;
  if (meta !== undefined) return [{ path, type: def.type, ...meta }];
  if (def.shape !== undefined)
    return Object.entries(def.shape).flatMap(([key, field]) => leavesOf(field, `${path}.${key}`));
  if (def.element !== undefined) return leavesOf(def.element, `${path}[]`);
  if (def.innerType !== undefined) return leavesOf(def.innerType, path);
  if (def.valueType !== undefined) return leavesOf(def.valueType, `${path}{}`);
  if (def.options !== undefined) return def.options.flatMap((option) => leavesOf(option, path));
  return [{ path, type: def.type, class: null }];
}

interface Procedure {
  readonly name: string;
  readonly input: z.ZodType | undefined;
  readonly output: unknown;
  readonly errors: readonly z.ZodType[];
  readonly access: Access;
}

interface ProcedureDef {
  readonly meta: ProcedureMeta;
  readonly inputSchema?: z.ZodType;
  readonly outputSchema?: unknown;
  readonly errorMap: Readonly<Record<string, { readonly data?: z.ZodType }>>;
}

const procedures: Procedure[] = Object.entries(contract).flatMap(([area, router]) =>
  Object.entries(router).map(([name, procedure]) => {
    const def = (procedure as unknown as { readonly '~orpc': ProcedureDef })['~orpc'];
    const errors = Object.values(def.errorMap).flatMap(({ data }) => (data === undefined ? [] : [data]));
    return {
      name: `${area}.${name}`,
      input: def.inputSchema,
      output: def.outputSchema,
      errors,
      access: def.meta.access,
    };
  }),
);

const isPlain = (schema: unknown): schema is z.ZodType =>
  typeof schema === 'object' && schema !== null && '_zod' in schema;

/** The schema of the items of an event stream hides behind a symbol of its wrapper. */
function streamItems(schema: unknown): z.ZodType[] {
  const bag = (schema as { readonly '~standard': unknown })['~standard'] as object;
  const found: unknown[] = [];
  for (const holder of [schema as object, bag]) {
    for (const key of [...Object.getOwnPropertySymbols(holder), ...Object.getOwnPropertyNames(holder)]) {
      const value = (holder as Record<PropertyKey, unknown>)[key];
      if (isPlain(value)) found.push(value);
      else if (typeof value === 'object' && value !== null)
        found.push(...Object.values(value).filter(isPlain));
    }
  }
  return found as z.ZodType[];
}

const streams = procedures.filter(({ output }) => output !== undefined && !isPlain(output));

describe('every field of the contract', () => {
  it('is known: the walk sees all areas and every event stream', () => {
    expect(procedures.length).toBeGreaterThan(40);
    expect(streams.map(({ name }) => name).sort()).toEqual([
      'bills.run',
      'correct.acceptAbove',
      'correct.previewAbove',
      'correct.undo',
      'devices.live',
      'devices.tryScale',
      'imports.run',
      'retention.run',
      'status.changes',
      'updates.download',
    ]);
  });

  it.each(procedures)('has a class ($name)', ({ input, output, errors }) => {
    const schemas = [...(input === undefined ? [] : [input]), ...outputs(output), ...errors];
    const bare = schemas.flatMap((schema) => leavesOf(schema, '')).filter((leaf) => leaf.class === null);
    expect(bare).toEqual([]);
  });

  it.each(procedures)('never brings a secret out ($name)', ({ output, errors }) => {
    const schemas = [...outputs(output), ...errors];
    expect(
      schemas.flatMap((schema) => leavesOf(schema, '')).filter((leaf) => leaf.class === 'secret'),
    ).toEqual([]);
  });

  it.each(procedures)('says how long a text may be ($name)', ({ input, output, errors }) => {
    const leaves = [...(input === undefined ? [] : [input]), ...outputs(output), ...errors].flatMap(
      (schema) => leavesOf(schema, ''),
    );
    const unbounded = leaves.filter(
      (leaf) => leaf.class === 'internal' && leaf.type === 'string' && leaf.maxLength === undefined,
    );
    expect(unbounded).toEqual([]);
  });

  it.each(procedures)('hides persons in what anybody may have written ($name)', ({ name, output }) => {
    const written = outputs(output)
      .flatMap((schema) => leavesOf(schema, name))
      .filter(({ path, type }) => type === 'string' && freeNames.test(path) && !ours.test(path));
    const shown = written.filter((leaf) => leaf.class === 'internal' || leaf.class === null);
    expect(shown).toEqual([]);
  });

  it.each(procedures)(
    'shows persons in full only to who may see them ($name)',
    ({ name, output, access }) => {
      const inFull = outputs(output)
        .flatMap((schema) => leavesOf(schema, ''))
        .filter((leaf) => leaf.class === 'full');
      const isStated = [access].flat().includes('seePersonalData');
      expect(inFull.length > 0 && !isStated && !judgedWithin.includes(name)).toBe(false);
    },
  );

  it.each(streams)(
    'has a schema for each report of a stream, by which it is masked ($name)',
    ({ output }) => {
      const leaves = streamItems(output).flatMap((schema) => leavesOf(schema, ''));
      expect(leaves.length).toBeGreaterThan(0);
      expect(leaves.filter((leaf) => leaf.class === 'secret')).toEqual([]);
    },
  );
});

/** Names that fields of free text bear. */
const freeNames =
  /\.(?:remark|buyerRemark|sellerRemark|goods|goodsText|note|holdNote|reason|text|lastText|location|what|written|leftover|message|comment|samples|preview)(?:\[\])*$/;

/**
 * Such a name, and yet no news of a person: what a manager sets for the shop and saves again as it stands, steps of a test, a
 * text that is made of redacted parts, samples that are masked by the field of their column.
 */
const ours =
  /^(?:rules\.\w+\..*\.(?:outcome|fallback)\.reason|labelTemplates\.\w+\..*\.text|goLive\.\w+.*\.note|calls\.supportText\.text|imports\.recognise\.mapping\[\]\.samples\[\])$/;

/** Show persons in full, and ask for the right themselves: an approval may stand for it, or a text of one's own is read. */
const judgedWithin = ['operators.reveal', 'correct.parse'];

/** What goes out, once or report by report. */
const outputs = (output: unknown): z.ZodType[] =>
  isPlain(output) ? [output] : streamItems(output ?? { '~standard': {} });
