import { join } from 'node:path';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { fieldCatalogue, fieldGroups } from '../../imports/profiles/fieldCatalogue.ts';
import { builtInSpellings } from '../../imports/profiles/headerSpellings.ts';
import { importProfiles } from '../../imports/profiles/importProfiles.ts';
import { writeTable } from '../../imports/writers/writeTable.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';

const header = [
  ['表格列名', 'Column name'],
  ['来源', 'From'],
  ['我们的字段', 'Our field'],
  ['字段名称', 'Field name'],
  ['分组', 'Group'],
] as const;

export interface FieldListRequest {
  readonly language: Language;
  /** null: a new file in the workspace's results folder. */
  readonly path: string | null;
}

/**
 * The written field list: every column name we know → our field → the field of each booking platform. Own spellings and
 * the headers that one platform's export means differently are in it.
 */
export async function exportFieldList(
  workspace: Workspace,
  { language, path }: FieldListRequest,
): Promise<Outcome<WrittenFile>> {
  const own = await workspace.store.read.dictionary.spellings();
  const inLanguage = ([zh, en]: readonly [string, string]) => (language === 'en' ? en : zh);
  const sheet = inLanguage(['字段对照表', 'Field list']);
  const builtIn = inLanguage(['内置', 'built in']);
  const ownWord = inLanguage(['自己添加', 'added here']);
  const rows = fieldCatalogue.flatMap(({ field, group, name }) => {
    const atPlatforms = fieldAtPlatforms(workspace, field).map((at) => at.field);
    const rest = [field, name[language], fieldGroups[group][language], ...atPlatforms];
    return [
      ...builtInSpellings(field).map((spelling) => [spelling, builtIn, ...rest]),
      ...importProfiles.flatMap((profile) =>
        Object.entries(profile.headers ?? {})
          .filter(([, meaning]) => meaning === field)
          .map(([spelling]) => [spelling, profile.name[language], ...rest]),
      ),
      ...own.filter((row) => row.field === field).map((row) => [row.spelling, ownWord, ...rest]),
    ];
  });
  const target = path ?? join(resultsFolder(workspace), `${sheet}-${workspace.nextId()}.xlsx`);
  const columns = outsidePlatforms(workspace).map(
    ({ manifest: { name, shortName = name } }) => shortName[language],
  );
  return writeTable(target, sheet, [...header.map(inLanguage), ...columns], rows);
}

function outsidePlatforms({ platforms }: Workspace) {
  return platforms.filter(({ manifest }) => !manifest.isEmbedded);
}

/** What each booking platform calls one of our fields; empty: it has none. */
export function fieldAtPlatforms(
  workspace: Workspace,
  field: string,
): { platform: string; nameZh: string; nameEn: string; field: string }[] {
  return outsidePlatforms(workspace).map(({ manifest: { id, name, shortName = name, orderFields } }) => ({
    platform: id,
    nameZh: shortName['zh-CN'],
    nameEn: shortName.en,
    field: orderFields[field] ?? '',
  }));
}
