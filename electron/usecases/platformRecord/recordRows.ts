import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { confirmers } from '../../../shared/domain/platformRecord/requirements.ts';
import { minuteMs, shopDate, shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { hoursText } from '../../../shared/text/hoursText.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { platformRecord } from '../../../shared/text/zh-CN/platformRecord.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlatformRecord } from './record.ts';

type Row = readonly [part: string, item: string, detail: string];
type Say = (word: keyof typeof platformRecord.recordWord) => string;

interface Writing {
  readonly say: Say;
  readonly language: Language;
  readonly comma: string;
}

const writingIn = (language: Language): Writing => ({
  say: (word) => wordFor(language, 'recordWord', word),
  language,
  comma: language === 'en' ? ', ' : '、',
});

export function recordHeader(language: Language): readonly string[] {
  const { say } = writingIn(language);
  return [say('part'), say('item'), say('detail')];
}

/** The record in words, part by part: for a table, a page to print and the command line. */
export function recordRows(
  { platforms }: Pick<Workspace, 'platforms'>,
  record: PlatformRecord,
  language: Language,
  now: number,
): readonly Row[] {
  const writing = writingIn(language);
  const { say } = writing;
  const { account } = record;
  return [
    [say('about'), say('account'), account.name],
    [
      say('about'),
      say('platform'),
      platformById(platforms, account.platform)?.manifest.name[language] ?? account.platform,
    ],
    [say('about'), say('asOf'), shopMinute(now)],
    ...record.dimensions.map(
      ({ dimension, verdict }): Row => [
        say('judged'),
        wordFor(language, 'recordDimension', dimension),
        wordFor(language, 'recordVerdict', verdict),
      ],
    ),
    ...coverageRows(record, writing),
    ...stabilityRows(record, writing),
    ...answerRows(record, writing),
    ...supportRows(record, writing),
    ...confirmers.map((confirmer): Row => {
      const confirmation = record.confirmations[confirmer];
      return [
        say('confirmations'),
        wordFor(language, 'confirmer', confirmer),
        confirmation === undefined ? say('unsaid') : `${confirmation.name} ${shopDate(confirmation.at)}`,
      ];
    }),
    ...incidentRows(record, writing),
    ...fileRows(record, writing),
  ];
}

function coverageRows({ coverage }: PlatformRecord, { say, language, comma }: Writing): readonly Row[] {
  const part = wordFor(language, 'recordDimension', 'coverage');
  const region = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const carriers = (codes: readonly string[]) => codes.map((code) => carrierName(code, language)).join(comma);
  const regions = (codes: readonly string[]) => codes.map((code) => region.of(code) ?? code).join(comma);
  const rows: readonly Row[] = [
    [part, say('carriers'), carriers(coverage.carriers)],
    [part, say('uncoveredCarriers'), carriers(coverage.uncoveredCarriers)],
    [part, say('countries'), regions(coverage.countries)],
    [part, say('uncoveredCountries'), regions(coverage.uncoveredCountries)],
    [part, say('unknownCountries'), regions(coverage.unknownCountries)],
  ];
  return rows.filter(([, , detail]) => detail !== '');
}

function stabilityRows({ stability }: PlatformRecord, { say, language }: Writing): readonly Row[] {
  const part = wordFor(language, 'recordDimension', 'stability');
  const { availability, calls, faults, p95Ms, days } = stability;
  const percent = availability === null ? say('unmeasured') : `${(availability * 100).toFixed(2)}%`;
  const counted = say('calls').replace('{calls}', String(calls)).replace('{faults}', String(faults));
  return [
    [part, say('availability').replace('{days}', String(days)), `${percent} (${counted})`],
    ...(p95Ms === null ? [] : [[part, 'p95', `${p95Ms} ms`] as const]),
  ];
}

function answerRows({ answers }: PlatformRecord, { say, language }: Writing): readonly Row[] {
  const part = wordFor(language, 'recordDimension', 'functions');
  return answers.map(({ offer, answer, isNeeded }) => [
    part,
    `${wordFor(language, 'platformOffer', offer)}${isNeeded ? ` (${say('needed')})` : ''}`,
    wordFor(language, 'offerAnswer', answer),
  ]);
}

function supportRows({ support: { terms } }: PlatformRecord, { say, language }: Writing): readonly Row[] {
  const part = wordFor(language, 'recordDimension', 'support');
  const orUnsaid = (text: string) => (text === '' ? say('unsaid') : text);
  const minutes = (count: number | null) =>
    count === null ? say('unsaid') : say('minutes').replace('{count}', String(count));
  return [
    [part, say('adviser'), orUnsaid(terms.adviserName)],
    [part, say('adviserPhone'), orUnsaid(terms.adviserPhone)],
    [part, say('hotline'), orUnsaid(terms.hotline)],
    [part, say('hours'), terms.hours === null ? say('unsaid') : hoursText(terms.hours, language)],
    [part, wordFor(language, 'promiseKind', 'answer'), minutes(terms.answerMinutes)],
    [part, wordFor(language, 'promiseKind', 'solution'), minutes(terms.solutionMinutes)],
    [part, say('compensation'), orUnsaid(terms.compensation)],
  ];
}

function incidentRows({ incidents }: PlatformRecord, { say, language }: Writing): readonly Row[] {
  const late = (answers: number, solutions: number) =>
    say('lateInMonth').replace('{answers}', String(answers)).replace('{solutions}', String(solutions));
  return [
    ...incidents.months.map(
      ({ month, incidents: count, lateAnswers, lateSolutions }): Row => [
        say('months'),
        month,
        `${say('incidentCount').replace('{count}', String(count))}; ${late(lateAnswers, lateSolutions)}`,
      ],
    ),
    ...incidents.rows.map((row): Row => {
      const times = [
        `${say('started')} ${shopMinute(row.startedAt)}`,
        ...(row.answeredAt === null ? [] : [`${say('answered')} ${shopMinute(row.answeredAt)}`]),
        ...(row.solvedAt === null ? [] : [`${say('solved')} ${shopMinute(row.solvedAt)}`]),
        ...row.promises.map(({ kind, state, usedMs }) => {
          const used =
            usedMs === null
              ? ''
              : ` (${say('minutes').replace('{count}', String(Math.ceil(usedMs / minuteMs)))})`;
          return `${wordFor(language, 'promiseKind', kind)} ${wordFor(language, 'promiseState', state)}${used}`;
        }),
        row.outcome,
      ];
      const name = row.ticketNo === '' ? row.title : `${row.title} #${row.ticketNo}`;
      return [say('incidents'), name, times.filter((text) => text !== '').join('; ')];
    }),
  ];
}

function fileRows({ evidence, notes }: PlatformRecord, { say, language, comma }: Writing): readonly Row[] {
  const ends = (validUntil: string, isExpired: boolean) =>
    validUntil === '' ? '' : `${say(isExpired ? 'expired' : 'validUntil')} ${validUntil}`;
  return [
    ...evidence.map(
      (file): Row => [
        say('files'),
        `${wordFor(language, 'evidenceKind', file.kind)}: ${file.name}`,
        [ends(file.validUntil, file.isExpired), shopDate(file.addedAt), `SHA-256 ${file.digest}`]
          .filter((text) => text !== '')
          .join(comma),
      ],
    ),
    ...notes.map(
      (note): Row => [
        say('notes'),
        [shopMinute(note.at), wordFor(language, 'noteKind', note.kind), note.person]
          .filter((text) => text !== '')
          .join(' · '),
        note.text,
      ],
    ),
  ];
}
