import type { Kysely } from 'kysely';
import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import type { LabelLogosTable, LabelTemplatesTable, LabelTemplateVersionsTable, Schema } from '../schema.ts';

/** Merchant areas by name and state. Small tables; nothing is ever deleted. */
export function createLabelTemplateRepository(db: Kysely<Schema>) {
  return {
    all: () =>
      db
        .selectFrom('label_templates')
        .selectAll()
        .where('removed_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    byId: (id: string) =>
      db.selectFrom('label_templates').selectAll().where('id', '=', id).executeTakeFirst(),
    defaultOf: (size: TemplateSize) =>
      db
        .selectFrom('label_templates')
        .selectAll()
        .where('size', '=', size)
        .where('is_default', '=', 1)
        .where('removed_at', 'is', null)
        .executeTakeFirst(),
    async insert(row: LabelTemplatesTable): Promise<void> {
      await db.insertInto('label_templates').values(row).execute();
    },
    /** false: somebody saved another version meanwhile, or it was removed. */
    async advance(
      seen: { readonly id: string; readonly version: number },
      change: Pick<LabelTemplatesTable, 'name' | 'size' | 'is_default' | 'updated_at'>,
    ): Promise<boolean> {
      const result = await db
        .updateTable('label_templates')
        .set({ ...change, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('version', '=', seen.version)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async remove(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('label_templates')
        .set({ removed_at: at, is_default: 0 })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    /** null: no template of this size is the default any more. */
    async setDefault(size: TemplateSize, id: string | null): Promise<void> {
      await db
        .updateTable('label_templates')
        .set({ is_default: 0 })
        .where('size', '=', size)
        .where('is_default', '=', 1)
        .execute();
      if (id === null) return;
      await db.updateTable('label_templates').set({ is_default: 1 }).where('id', '=', id).execute();
    },
  };
}

/** What templates say, version by version; a version is never changed. */
export function createTemplateVersionRepository(db: Kysely<Schema>) {
  return {
    async insert(row: LabelTemplateVersionsTable): Promise<void> {
      await db.insertInto('label_template_versions').values(row).execute();
    },
    ofTemplate: (templateId: string) =>
      db
        .selectFrom('label_template_versions')
        .selectAll()
        .where('template_id', '=', templateId)
        .orderBy('version', 'desc')
        .execute(),
    one: (templateId: string, version: number) =>
      db
        .selectFrom('label_template_versions')
        .selectAll()
        .where('template_id', '=', templateId)
        .where('version', '=', version)
        .executeTakeFirst(),
  };
}

/** The pictures templates show. */
export function createLabelLogoRepository(db: Kysely<Schema>) {
  return {
    all: () =>
      db
        .selectFrom('label_logos')
        .selectAll()
        .where('removed_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    /** Removed ones too: older versions show them. */
    byIds: (ids: readonly string[]) =>
      db
        .selectFrom('label_logos')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute(),
    async insert(row: LabelLogosTable): Promise<void> {
      await db.insertInto('label_logos').values(row).execute();
    },
    async remove(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('label_logos')
        .set({ removed_at: at })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
