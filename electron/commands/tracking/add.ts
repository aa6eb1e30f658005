import type { FollowCost, PastedRow } from '../../../shared/contracts/tracking/followNumbers.ts';
import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { mostRecognisedAtOnce, type PastedState } from '../../../shared/domain/numberRecognition.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import {
  type FollowedNumbers,
  followNumbers,
  type Paste,
  readPaste,
  recogniseByPlatform,
} from '../../usecases/tracking/follow/followNumbers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report } from '../main/command.ts';
import { phrases, saidOf } from '../main/phrases.ts';
import { flag, many, optional, text, usual } from '../main/word.ts';

const say = phrases({
  read: [
    '读到 {total} 个单号：新 {fresh}，已在跟踪 {known}，待选快递公司 {open}，无效 {invalid}，重复 {doubles}。',
    '{total} {total|number|numbers} read: {fresh} new, {known} followed already, {open} of an unclear carrier, {invalid} invalid, {doubles} said twice.',
  ],
  tooMany: ['一次最多 5000 个，有 {count} 个没有读。', 'At most 5,000 at once; {count} were left out.'],
  cost: [
    '{name}：各查一次要 {questions} 次查询',
    '{name}: asking for each once takes {questions} {questions|query|queries}',
  ],
  left: [
    '，今天还剩 {left} 次，排到的要 {days} 天。',
    '; {left} {left|is|are} left today, so it takes {days} {days|day|days}.',
  ],
  followed: ['已跟踪 {followed} 个。', '{followed} are followed now.'],
  dry: ['只是预览，没有跟踪，也没有查询。', 'Only looked at: nothing is followed and nobody was asked.'],
  open: [
    '{waybillNo}：请用 --carrier 指明快递公司（{candidates}）',
    '{waybillNo}: name its carrier with --carrier ({candidates})',
  ],
  nobody: ['没有候选', 'nobody known'],
});

function costLine({ accountName: name, questions, leftForPlan: left, days }: FollowCost, language: Language) {
  const cost = say(language, 'cost', { name, questions });
  const limit = left === null || days === null ? '' : say(language, 'left', { left, days });
  return cost + limit;
}

function openLine({ waybillNo, candidates }: PastedRow, language: Language): string {
  const names = candidates.map(({ carrier }) => `${carrier} ${carrierName(carrier, language)}`);
  return say(language, 'open', {
    waybillNo,
    candidates: names.length === 0 ? say(language, 'nobody') : names.join(', '),
  });
}

/** Has the platform recognise what the forms leave open. */
async function recognised(workspace: Workspace, rows: readonly PastedRow[]) {
  const open = rows.filter(({ state }) => state === 'choice').map(({ waybillNo }) => waybillNo);
  const told = new Map<string, { readonly carrier: string; readonly candidates: PastedRow['candidates'] }>();
  let errorCode = '';
  for (let at = 0; at < open.length && errorCode === ''; at += mostRecognisedAtOnce) {
    const asked = await recogniseByPlatform(workspace, open.slice(at, at + mostRecognisedAtOnce));
    errorCode = asked.errorCode;
    for (const { waybillNo, ...row } of asked.rows) told.set(waybillNo, row);
  }
  const weighed = rows.map((row): PastedRow => {
    const { carrier = '', candidates = row.candidates } = told.get(row.waybillNo) ?? {};
    return carrier === '' ? { ...row, candidates } : { ...row, candidates, carrier, state: 'new' };
  });
  return { rows: weighed, errorCode };
}

interface Added {
  readonly paste: Paste;
  readonly rows: readonly PastedRow[];
  readonly followed: FollowedNumbers;
  readonly isDry: boolean;
  readonly errorCode: string;
}

const inState = (rows: readonly PastedRow[], wanted: PastedState) =>
  rows.filter(({ state }) => state === wanted);

function addedLines({ paste, rows, followed, isDry }: Added, language: Language): string[] {
  const count = (state: PastedState) => inState(rows, state).length;
  return [
    say(language, 'read', {
      total: rows.length,
      doubles: paste.doubles,
      fresh: count('new'),
      known: count('known'),
      open: count('choice'),
      invalid: count('invalid'),
    }),
    ...(paste.tooMany > 0 ? [say(language, 'tooMany', { count: paste.tooMany })] : []),
    ...paste.costs.map((cost) => costLine(cost, language)),
    isDry ? say(language, 'dry') : say(language, 'followed', { followed: followed.followed }),
    ...inState(rows, 'choice').map((row) => openLine(row, language)),
    ...inState(rows, 'invalid').map(({ waybillNo, reason }) =>
      saidOf(waybillNo, wordFor(language, 'invalidNumber', reason ?? 'form'), language),
    ),
    ...followed.refused.map(({ waybillNo, code }) =>
      saidOf(waybillNo, describeError(code, { waybillNo }, language).says, language),
    ),
  ];
}

function addedJson({ paste, rows, followed, errorCode }: Added) {
  return {
    followed: followed.followed,
    known: inState(rows, 'known').length + followed.known,
    doubles: paste.doubles,
    tooMany: paste.tooMany,
    open: inState(rows, 'choice').map(({ waybillNo, candidates }) => ({ waybillNo, candidates })),
    invalid: inState(rows, 'invalid').map(({ waybillNo, reason }) => ({ waybillNo, reason })),
    refused: followed.refused,
    costs: paste.costs,
    errorCode,
  };
}

/** One carrier for all that a person named it for. */
function ofCarrier(rows: readonly PastedRow[], carrierText: string): readonly PastedRow[] {
  const carrier = readCarrierCode(carrierText) ?? carrierText.trim();
  if (carrier === '') return rows;
  return rows.map((row) =>
    row.state === 'new' || row.state === 'choice' ? { ...row, carrier, state: 'new' } : row,
  );
}

export const addCommands: readonly Command[] = [
  command({
    name: 'track add',
    zh: '跟踪这些单号（不写单号时从标准输入读，一行一个，旁边可写快递公司和手机后四位）；--dry-run 只说明要用多少次查询',
    en: 'follow these numbers (of stdin when none is given: one a line, carrier and phone tail beside it); --dry-run only tells what it costs',
    access: 'packParcels',
    begins: true,
    operands: [optional(many(text('WAYBILL')))],
    options: { carrier: usual(text('CODE'), ''), recognise: flag, 'dry-run': flag },
    reads: 'NUMBERS',
    async run({ workspace, language, terminal, operands: [numbers], options: { carrier, ...options } }) {
      const isDry = options['dry-run'];
      const given = numbers.length === 0 ? await terminal.readInput() : numbers.join('\n');
      const paste = await readPaste(workspace, given);
      const named = ofCarrier(paste.rows, carrier);
      const { rows, errorCode } =
        options.recognise && !isDry ? await recognised(workspace, named) : { rows: named, errorCode: '' };
      const followed = isDry ? nothingFollowed : await followNumbers(workspace, inState(rows, 'new'));
      const added = { paste, rows, followed, isDry, errorCode };
      const isOpen = rows.some(({ state }) => state === 'choice' || state === 'invalid');
      const isLeft = isOpen || followed.refused.length + paste.tooMany > 0 || errorCode !== '';
      return report(addedJson(added), addedLines(added, language), isLeft);
    },
  }),
];

const nothingFollowed: FollowedNumbers = { followed: 0, known: 0, refused: [] };
