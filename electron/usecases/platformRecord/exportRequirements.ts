import { join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import {
  confirmers,
  type PlatformNeed,
  parcelServices,
  requirementParts,
  scenes,
} from '../../../shared/domain/platformRecord/requirements.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { writeTable } from '../../imports/writers/writeTable.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { type Requirements, readRequirements } from './requirements.ts';

export interface RequirementExport {
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
  readonly language: Language;
}

const words = {
  sheet: ['需求清单', 'Requirements'],
  part: ['部分', 'Part'],
  item: ['需求', 'Requirement'],
  detail: ['说明', 'Detail'],
  skipped: ['（还没填写）', '(not answered yet)'],
  noSystems: ['不需要对接', 'nothing to connect'],
  services: ['增值服务', 'Parcel services'],
  volume: ['单量', 'Volume'],
  usual: ['平时每天', 'usual day'],
  peak: ['大促每天', 'peak day'],
  parcels: ['{count} 单', '{count} {count|parcel|parcels}'],
  printers: ['面单打印机', 'Label printers'],
  printerCount: ['{count} 台', '{count}'],
  unsaid: ['（没有写）', '(not said)'],
  carriers: ['快递公司', 'Carriers'],
  countries: ['目的国家和地区', 'Countries and regions'],
  support: ['服务支持', 'Service support'],
  firstResponse: [
    '首次响应不超过 {minutes} 分钟',
    'first response within {minutes} {minutes|minute|minutes}',
  ],
  needs: ['平台能力检查', 'Platform check'],
  met: ['满足', 'met'],
  unmet: ['不满足', 'not met'],
  wantedBy: ['来自', 'for'],
  outside: ['程序之外办理', 'Done elsewhere'],
  confirmations: ['确认', 'Confirmations'],
  unconfirmed: ['还没有确认', 'not confirmed yet'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The list as a written document: every scene, function and system by name, what platforms can do, who confirmed it. */
export async function exportRequirements(
  workspace: Workspace,
  { path, language }: RequirementExport,
): Promise<Outcome<WrittenFile>> {
  const requirements = await readRequirements(workspace);
  const say = sayIn(language);
  const file = path ?? join(resultsFolder(workspace), `requirements-${workspace.nextId()}.xlsx`);
  const rows = requirementRows(workspace, requirements, language).map((row) => row.map(guardedText));
  const header = [say('part'), say('item'), say('detail')];
  const written = await writeTable(file, say('sheet'), header, rows);
  if (!written.ok) return written;
  await workspace.store.write(async (write) => {
    const stored = await write.settings.get('requirements');
    await write.settings.put('requirements', { ...stored, exportedAt: workspace.clock.now() });
  });
  workspace.changed('platformRecord');
  return written;
}

const sayIn = (language: Language) => (key: keyof typeof words) => words[key][language === 'en' ? 1 : 0];

/** A scene, a function or a service of parcels, by its word. */
function askerWord(by: PlatformNeed['wantedBy'][number], language: Language): string {
  if (isOneOf(scenes, by)) return wordFor(language, 'scene', by);
  return wordFor(language, isOneOf(parcelServices, by) ? 'parcelService' : 'neededFunction', by);
}

const isOneOf = (list: readonly string[], text: string): boolean => list.includes(text);

type Row = readonly [part: string, item: string, detail: string];

export function requirementRows(
  { platforms }: Pick<Workspace, 'platforms'>,
  requirements: Requirements,
  language: Language,
): readonly Row[] {
  const say = sayIn(language);
  const { list } = requirements;
  const word = (group: Parameters<typeof wordFor>[1], name: string) => wordFor(language, group, name);
  const parts: Readonly<Record<(typeof requirementParts)[number], readonly (readonly [string, string])[]>> = {
    scenes: list.scenes.map((scene) => [word('scene', scene), '']),
    functions: list.functions.map((name) => [word('neededFunction', name), '']),
    systems: list.hasNoSystems
      ? [[say('noSystems'), '']]
      : list.systems.map(({ kind, name }) => [word('systemKind', kind), name]),
  };
  const counted = (key: 'parcels' | 'printerCount', count: number | null) =>
    count === null ? say('unsaid') : say(key).replace('{count}', String(count));
  const region = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const platformName = (id: string) => platformById(platforms, id)?.manifest.name[language] ?? id;
  return [
    ...requirementParts.flatMap((part): Row[] => {
      const items = parts[part].length > 0 ? parts[part] : [[say('skipped'), ''] as const];
      return items.map(([item, detail]) => [word('requirementPart', part), item, detail]);
    }),
    ...list.services.map((name): Row => [say('services'), word('parcelService', name), '']),
    [say('volume'), say('usual'), counted('parcels', list.volume.usualPerDay)],
    [say('volume'), say('peak'), counted('parcels', list.volume.peakPerDay)],
    [say('printers'), counted('printerCount', list.printerCount), ''],
    ...list.carriers.map((code): Row => [say('carriers'), carrierName(code, language), code]),
    ...list.countries.map((code): Row => [say('countries'), region.of(code) ?? code, code]),
    [
      say('support'),
      word('supportHours', list.support.hours),
      say('firstResponse').replace('{minutes}', String(list.support.firstResponseMinutes)),
    ],
    ...requirements.needs.map(({ offer, answers, isMet, wantedBy }): Row => {
      const askers = wantedBy.map((by) => askerWord(by, language)).join(' · ');
      const answerWords = answers.map(
        ({ platform, answer }) => `${platformName(platform)} ${word('offerAnswer', answer)}`,
      );
      const found = [`${say('wantedBy')} ${askers}`, ...answerWords].join('; ');
      return [`${say('needs')}: ${say(isMet ? 'met' : 'unmet')}`, word('platformOffer', offer), found];
    }),
    ...list.outside.map(({ offer, how }): Row => [say('outside'), word('platformOffer', offer), how]),
    ...confirmers.map((confirmer): Row => {
      const confirmation = requirements.confirmations[confirmer];
      const detail =
        confirmation === undefined ? say('unconfirmed') : `${confirmation.name} ${shopDate(confirmation.at)}`;
      return [say('confirmations'), word('confirmer', confirmer), detail];
    }),
  ];
}
