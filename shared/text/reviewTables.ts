import { carrierName } from '../domain/carriers/carrierTable.ts';
import type { Review } from '../domain/insight/review.ts';
import { isErrorCode } from '../errors/catalogue.ts';
import { formatMoney } from '../rules/amounts.ts';
import { shopDate } from '../rules/shopTime.ts';
import { describeError, type Language } from './describeError.ts';
import { joinTexts } from './hanSpacing.ts';
import { wordFor } from './words.ts';

/** One part of a review, as it is shown, written to a sheet and printed. */
export interface ReviewTable {
  readonly id: keyof typeof titles;
  readonly title: string;
  /** What must be known to read it rightly; empty: nothing. */
  readonly note: string;
  readonly head: readonly string[];
  /** So many cells at the beginning of a row name it; all others are figures. */
  readonly names: number;
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

type Pair = readonly [zh: string, en: string];

const titles = {
  volume: ['单量', 'Volume'],
  days: ['每天', 'By day'],
  carriers: ['快递公司', 'Carriers'],
  calls: ['接口调用', 'Outside calls'],
  codes: ['错误码', 'Error codes'],
  availability: ['平台可用率', 'Availability of platforms'],
  traces: ['轨迹', 'Tracking'],
  cases: ['异常', 'Exceptions'],
  labels: ['面单', 'Labels'],
  operators: ['操作员', 'Operators'],
} as const satisfies Readonly<Record<string, Pair>>;

const words = {
  unknown: ['未知', 'unknown'],
  few: ['{value}（样本少）', '{value} (few)'],
  measure: ['项目', 'What'],
  this: ['本期', 'This period'],
  before: ['上期', 'Before'],
  change: ['变化', 'Change'],
  // A booking of three boxes is one order, three labels and three parcels: each figure names what it counts.
  booked: ['取号（单）', 'Booked (orders)'],
  printed: ['打印（张）', 'Printed (labels)'],
  collected: ['揽收（件）', 'Picked up (parcels)'],
  signed: ['签收（件）', 'Signed for (parcels)'],
  day: ['日期', 'Day'],
  carrier: ['快递公司', 'Carrier'],
  freight: ['预估运费', 'Estimated freight'],
  perOrder: ['每单', 'Per order'],
  platform: ['平台', 'Platform'],
  interface: ['接口', 'Interface'],
  calls: ['调用', 'Calls'],
  faults: ['故障', 'Faults'],
  refusals: ['单据被拒', 'Refusals'],
  errorShare: ['故障率', 'Error rate'],
  all: ['合计', 'All'],
  code: ['错误码', 'Code'],
  means: ['含义', 'What it means'],
  count: ['次数', 'Times'],
  isFault: ['算故障', 'Is a fault'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  share: ['可用率', 'Availability'],
  worked: ['正常分钟', 'Good minutes'],
  failed: ['不可用分钟', 'Failed minutes'],
  idle: ['没有调用的分钟', 'Minutes without calls'],
  traceRate: ['有轨迹的', 'With tracking'],
  parcels: ['取号的包裹（件）', 'Parcels booked'],
  part: ['占比', 'Share'],
  kind: ['异常', 'Exception'],
  opened: ['新增', 'Found'],
  solved: ['处理完', 'Solved'],
  medianTime: ['用时（中位数）', 'Time (median)'],
  medianHours: ['处理用时（中位数）', 'Time to solve (median)'],
  hours: ['{count} 小时', '{count} h'],
  milliseconds: ['{count} 毫秒', '{count} ms'],
  firstLabels: ['首次打印（张）', 'First labels'],
  reprinted: ['补打（张）', 'Reprints (labels)'],
  printFailed: ['打印失败', 'Failed'],
  printUnsure: ['不确定', 'Unsure'],
  cameOut: ['打印成功率', 'Came out'],
  corrected: ['校正地址', 'Addresses corrected'],
  undone: ['撤销校正', 'Corrections undone'],
  name: ['操作员', 'Operator'],
  owner: ['店主或程序', 'Owner or program'],
  notForYou: ['需要店长权限', 'shown to managers'],
  since: ['{at} 之前的调用没有全部计入。', 'Calls before {at} are not all counted.'],
  refusalNote: [
    '故障：网络、平台、签名、权限、欠费、限流出错。单据被拒不算故障。',
    'Faults: network, platform, signature, permission, arrears and quota. A refused order is not a fault.',
  ],
  minuteNote: [
    '有调用且至少一次成功的分钟算正常；没有调用的分钟未知，不算正常。目标 99.9%。',
    'A minute counts as good if at least one of its calls was answered; a minute without calls is unknown, not good. Target 99.9%.',
  ],
  openNow: ['现在还有 {count} 件没有处理完。', '{count} are still open now.'],
} as const satisfies Readonly<Record<string, Pair>>;

type Say = (key: keyof typeof words, params?: Readonly<Record<string, string>>) => string;

interface Told {
  readonly review: Review;
  readonly say: Say;
  readonly language: Language;
  readonly platformName: (id: string) => string;
}

const side = (language: Language) => (language === 'en' ? 1 : 0);
const count = (say: Say, value: number | null): string =>
  value === null ? say('unknown') : value.toLocaleString('en-US');
const percent = (value: number, places: number) => `${(value * 100).toFixed(places)}%`;
const share = (say: Say, value: number | null, isFew = false, places = 2): string => {
  if (value === null) return say('unknown');
  // Cut off, not rounded: 99.996% is not 100%. Beyond the digits that count, 0.29 is 0.28999….
  const unit = 10 ** (places + 2);
  const shown = percent(Math.floor(value * unit + 1e-6) / unit, places);
  return isFew ? say('few', { value: shown }) : shown;
};
const milliseconds = (say: Say, value: number | null): string =>
  value === null ? say('unknown') : say('milliseconds', { count: value.toLocaleString('en-US') });
const hours = (say: Say, value: number | null): string =>
  value === null ? say('unknown') : say('hours', { count: value.toFixed(1) });

function change(say: Say, now: number | null, before: number | null): string {
  if (now === null || before === null) return say('unknown');
  if (before === 0) return now === 0 ? '0' : `+${now.toLocaleString('en-US')}`;
  const part = ((now - before) / before) * 100;
  return `${part > 0 ? '+' : ''}${part.toFixed(0)}%`;
}

const measures = ['booked', 'printed', 'collected', 'signed'] as const;
type Part = Pick<ReviewTable, 'note' | 'head' | 'rows'> & Partial<Pick<ReviewTable, 'names'>>;

/** Each part of a review, in the order it is read. A part that is not for whoever looks says so. */
const parts: Readonly<Record<keyof typeof titles, (told: Told) => Part>> = {
  volume: ({ review: { volume, corrections }, say }) => ({
    note: '',
    head: [say('measure'), say('this'), say('before'), say('change')],
    rows: [
      ...measures.map((measure) => {
        const [now, before] = [volume.now[measure], volume.before[measure]];
        return [say(measure), count(say, now), count(say, before), change(say, now, before)];
      }),
      [say('corrected'), count(say, corrections.corrected), '', ''],
      [say('undone'), count(say, corrections.undone), '', ''],
    ],
  }),
  days: ({ review: { volume }, say }) => ({
    note: '',
    head: [say('day'), ...measures.map((measure) => say(measure))],
    rows: volume.days.map(({ dayAt, ...day }) => [
      shopDate(dayAt),
      ...measures.map((measure) => count(say, day[measure])),
    ]),
  }),
  carriers: ({ review: { volume }, say, language }) => ({
    note: '',
    head: [say('carrier'), say('booked'), say('collected'), say('signed'), say('freight'), say('perOrder')],
    rows: volume.carriers.map(({ carrier, booked, collected, signed, priced, freightFen }) => [
      carrierName(carrier, language),
      count(say, booked),
      count(say, collected),
      count(say, signed),
      priced === 0 ? say('unknown') : formatMoney(freightFen),
      priced === 0 ? say('unknown') : formatMoney(Math.round(freightFen / priced)),
    ]),
  }),
  calls: ({ review: { calls }, say, language, platformName }) => ({
    note: joinTexts([
      say('refusalNote'),
      calls.knownSince === null ? '' : say('since', { at: shopDate(calls.knownSince) }),
    ]),
    head: [
      say('platform'),
      say('interface'),
      say('calls'),
      say('faults'),
      say('refusals'),
      say('errorShare'),
      say('medianTime'),
      '95% ≤',
      '99% ≤',
    ],
    names: 2,
    rows: calls.lines.map((line) => [
      platformName(line.platform),
      wordFor(language, 'interface', line.interfaceName),
      ...[line.calls, line.faults, line.refusals].map((value) => count(say, value)),
      share(say, line.errorShare),
      ...[line.p50Ms, line.p95Ms, line.p99Ms].map((value) => milliseconds(say, value)),
    ]),
  }),
  codes: ({ review: { calls }, say, language }) => ({
    note: '',
    names: 2,
    head: [say('code'), say('means'), say('count'), say('isFault')],
    rows: calls.codes.map(({ code, count: times, isFault }) => [
      code,
      isErrorCode(code) ? describeError(code, {}, language).says : say('unknown'),
      count(say, times),
      say(isFault ? 'yes' : 'no'),
    ]),
  }),
  availability: ({ review: { availability }, say, platformName }) => ({
    note: say('minuteNote'),
    head: [say('platform'), say('share'), say('worked'), say('failed'), say('idle')],
    rows: availability.map((row) => [
      platformName(row.platform),
      share(say, row.share, row.isFew),
      ...[row.worked, row.failed, row.unknown].map((value) => count(say, value)),
    ]),
  }),
  traces: ({ review: { traces }, say }) => ({
    note: '',
    head: [say('parcels'), say('traceRate'), say('part')],
    rows: [
      [
        count(say, traces.booked),
        count(say, traces.traced),
        share(say, traces.share, traces.isFew && traces.share !== null, 1),
      ],
    ],
  }),
  cases: ({ review: { cases }, say, language }) => ({
    note: cases.openNow === 0 ? '' : say('openNow', { count: String(cases.openNow) }),
    head: [say('kind'), say('opened'), say('solved'), say('medianHours')],
    rows: [
      ...cases.kinds.map((row) => [
        wordFor(language, 'caseKind', row.kind),
        count(say, row.opened),
        count(say, row.solved),
        hours(say, row.medianHours),
      ]),
      [say('all'), count(say, cases.opened), count(say, cases.solved), hours(say, cases.medianHours)],
    ],
  }),
  labels: ({ review: { labels }, say }) => ({
    note: '',
    head: [say('firstLabels'), say('reprinted'), say('printFailed'), say('printUnsure'), say('cameOut')],
    rows: [
      [
        ...[labels.printed, labels.reprinted, labels.failed, labels.unsure].map((value) => count(say, value)),
        share(say, labels.share, labels.isFew && labels.share !== null, 1),
      ],
    ],
  }),
  operators: ({ review: { operators }, say }) => ({
    note: operators === null ? say('notForYou') : '',
    head: [say('name'), say('booked'), say('printed'), say('reprinted'), say('corrected'), say('solved')],
    rows: (operators ?? []).map(({ name, booked, printed, reprinted, corrected, solved }) => [
      name === '' ? say('owner') : name,
      ...[booked, printed, reprinted, corrected, solved].map((value) => count(say, value)),
    ]),
  }),
};

const isPart = (id: string): id is keyof typeof titles => Object.hasOwn(titles, id);

/** A review in words, for window, sheet, paper and command line alike. */
export function reviewTables(
  review: Review,
  language: Language,
  platformName: (id: string) => string,
): readonly ReviewTable[] {
  const say: Say = (key, params = {}) =>
    words[key][side(language)].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return (
    Object.keys(titles)
      .filter(isPart)
      // One day has no days.
      .filter((id) => id !== 'days' || review.kind === 'week')
      .map((id) => ({
        id,
        title: titles[id][side(language)],
        names: 1,
        ...parts[id]({ review, say, language, platformName }),
      }))
  );
}

const heads = {
  day: ['日复盘 {day}', 'Review of {day}'],
  week: ['周复盘 {day} 至 {last}', 'Review of the week {day} to {last}'],
  open: ['（还没结束）', ' (not over yet)'],
} as const satisfies Readonly<Record<string, Pair>>;

export function reviewTitle({ kind, from, to, isFinished }: Review, language: Language): string {
  const head = heads[kind][side(language)]
    .replace('{day}', shopDate(from))
    .replace('{last}', shopDate(to - 1));
  return isFinished ? head : head + heads.open[side(language)];
}
