import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { platformOffers } from '../../../shared/domain/platformRecord/platformOffer.ts';
import {
  confirmers,
  neededFunctions,
  parcelServices,
  type RequirementList,
  scenes,
  supportHours,
  systemKinds,
} from '../../../shared/domain/platformRecord/requirements.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { exportRequirements, requirementRows } from '../../usecases/platformRecord/exportRequirements.ts';
import {
  confirmRequirements,
  type Requirements,
  readRequirements,
  saveRequirements,
} from '../../usecases/platformRecord/requirements.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { filledText, flag, many, oneOf, path, whole, writtenFile } from '../main/word.ts';

const say = phrases({
  complete: ['清单已填写完整。', 'The list is complete.'],
  scenes: [
    '业务场景要两样：寄到哪里（domestic、cross-border）和怎么寄（batch、single）；--scene 可写多次。',
    'Scenes need both: where to (domestic, cross-border) and how (batch, single); give --scene several times.',
  ],
  missing: ['还没有填：{parts}', 'Not answered yet: {parts}'],
  unmet: ['没有平台能做到：{needs}', 'No platform can do: {needs}'],
});

/** The list, what it lacks, and what no platform can do: the last two are open work. */
function told(workspace: Workspace, requirements: Requirements, language: Language) {
  const unmet = requirements.needs.filter(({ isMet, isBlocking }) => isBlocking && !isMet);
  const join = (words: readonly string[]) => words.join(language === 'en' ? ', ' : '、');
  const parts = requirements.missing.map((part) => wordFor(language, 'requirementPart', part));
  const needs = unmet.map(({ offer }) => wordFor(language, 'platformOffer', offer));
  const lines = requirementRows(workspace, requirements, language).map((cells) =>
    cells.filter((cell) => cell !== '').join('  '),
  );
  return report(
    requirements,
    [
      ...lines,
      parts.length === 0 ? say(language, 'complete') : say(language, 'missing', { parts: join(parts) }),
      ...(requirements.missing.includes('scenes') ? [say(language, 'scenes')] : []),
      ...(needs.length === 0 ? [] : [say(language, 'unmet', { needs: join(needs) })]),
    ],
    parts.length + unmet.length > 0,
  );
}

/** `erp`, or `erp=旺店通`. */
const system = {
  name: `${systemKinds.join('|')}[=NAME]`,
  read(argument: string) {
    const [kind, name = ''] = argument.split(/=(.*)/s, 2);
    const known = systemKinds.find((one) => one === kind);
    return known === undefined ? null : { kind: known, name };
  },
};

/** `customs=our forwarder declares`. */
const elsewhere = {
  name: 'OFFER=HOW',
  read(argument: string) {
    const [offer, how = ''] = argument.split(/=(.*)/s, 2);
    const known = platformOffers.find((one) => one === offer);
    return known === undefined || how.trim() === '' ? null : { offer: known, how };
  },
};

const carrier = {
  name: 'CARRIER',
  read: (argument: string) =>
    carrierName(argument.toUpperCase(), 'en') === argument.toUpperCase() ? null : argument.toUpperCase(),
};

const country = {
  name: 'COUNTRY',
  read: (argument: string) => (/^[A-Za-z]{2}$/.test(argument) ? argument.toUpperCase() : null),
};

export const requirementCommands: readonly Command[] = [
  command({
    name: 'requirements show',
    zh: '需求清单：业务场景、必备功能、要对接的系统，以及平台做不到的',
    en: 'the requirement list: scenes, must-have functions, systems, and what no platform can do',
    access: 'seeWork',
    async run({ workspace, language }) {
      return told(workspace, await readRequirements(workspace), language);
    },
  }),
  command({
    name: 'requirements set',
    zh: '填写需求清单；给出的部分整个替换，没给的不变，改过的清单要重新确认',
    en: 'answer the requirement list; what is given replaces that part, a changed list has to be confirmed again',
    access: 'changeSettings',
    begins: true,
    options: {
      scene: many(oneOf(scenes)),
      function: many(oneOf(neededFunctions)),
      system: many(system),
      'no-systems': flag,
      service: many(oneOf(parcelServices)),
      'usual-day': whole(0, 9_999_999, 'PARCELS'),
      'peak-day': whole(0, 9_999_999, 'PARCELS'),
      printers: whole(0, 999),
      carrier: many(carrier),
      country: many(country),
      hours: oneOf(supportHours),
      response: whole(1, 10_080, 'MINUTES'),
      outside: many(elsewhere),
    },
    async run({ workspace, language, options }) {
      const { list, skipped } = await readRequirements(workspace);
      const givenOrBefore = <T>(given: readonly T[], before: readonly T[]) =>
        given.length > 0 ? given : before;
      const systems = givenOrBefore(options.system, list.systems);
      const changed: RequirementList = {
        scenes: givenOrBefore(options.scene, list.scenes),
        functions: givenOrBefore(options.function, list.functions),
        systems: options['no-systems'] ? [] : systems,
        hasNoSystems: options['no-systems'] || (list.hasNoSystems && options.system.length === 0),
        services: givenOrBefore(options.service, list.services),
        volume: {
          usualPerDay: options['usual-day'] ?? list.volume.usualPerDay,
          peakPerDay: options['peak-day'] ?? list.volume.peakPerDay,
        },
        printerCount: options.printers ?? list.printerCount,
        carriers: givenOrBefore(options.carrier, list.carriers),
        countries: givenOrBefore(options.country, list.countries),
        support: {
          hours: options.hours ?? list.support.hours,
          firstResponseMinutes: options.response ?? list.support.firstResponseMinutes,
        },
        outside: givenOrBefore(options.outside, list.outside),
      };
      return told(workspace, unwrap(await saveRequirements(workspace, { list: changed, skipped })), language);
    },
  }),
  command({
    name: 'requirements confirm',
    zh: '记下谁确认了现在这份清单（业务、技术、平台三方）',
    en: 'note who confirms the list as it stands (business, technical, provider)',
    access: 'changeSettings',
    operands: [oneOf(confirmers), filledText('NAME', 40)],
    async run({ workspace, language, operands: [confirmer, name] }) {
      return told(workspace, unwrap(await confirmRequirements(workspace, { confirmer, name })), language);
    },
  }),
  command({
    name: 'requirements export',
    zh: '把需求清单导出成表格',
    en: 'write the requirement list to a spreadsheet',
    access: 'seeWork',
    options: { out: writtenFile(path('FILE.xlsx|FILE.csv')) },
    async run({ workspace, language, options: { out } }) {
      const { path: file, rowCount } = unwrap(await exportRequirements(workspace, { path: out, language }));
      return report({ file, rows: rowCount }, [file]);
    },
  }),
];
