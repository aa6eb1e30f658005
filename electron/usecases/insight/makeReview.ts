import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Review, ReviewKind } from '../../../shared/domain/insight/review.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import type { Span } from '../../insight/callSpans.ts';
import { daysOf, hoursOf, medianOf, periodBefore } from '../../insight/reviewPeriods.ts';
import { shareOf } from '../../insight/serviceShares.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readCallFigures } from './callFigures.ts';
import { readServiceFigures } from './serviceFigures.ts';

type Read = Workspace['store']['read'];

/** With fewer parcels a share of them says little. */
const fewestParcels = 30;
const mostCodes = 12;
const measures = ['booked', 'printed', 'collected', 'signed'] as const;

/** A time looked back on, from what was counted while it passed. */
export async function makeReview(
  workspace: Pick<Workspace, 'store' | 'clock'>,
  kind: ReviewKind,
  span: Span,
): Promise<Review> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const { availability, prints } = await readServiceFigures(workspace, span);
  const { from: _from, share, isFew, ...labels } = prints;
  const { total, taken } = await read.insight.takenBefore(span, now);
  const people = await peopleOf(read, span);
  return {
    kind,
    ...span,
    madeAt: now,
    isFinished: span.to <= now,
    volume: await volumeOf(read, span),
    calls: await callsOf(workspace, span),
    availability: availability.platforms,
    traces: { booked: total, traced: taken, ...shareOf(taken, total, fewestParcels) },
    cases: await casesOf(read, span, now),
    labels: { ...labels, share, isFew },
    corrections: {
      corrected: people.reduce((sum, { corrected }) => sum + corrected, 0),
      undone: people.reduce((sum, { undone }) => sum + undone, 0),
    },
    operators: people.map(({ undone: _undone, ...operator }) => operator),
  };
}

interface DayTotal {
  readonly measure: string;
  readonly carrier: string;
  readonly dayAt: number;
  readonly total: number;
  readonly fen: number;
}

async function volumeOf(read: Read, span: Span): Promise<Review['volume']> {
  const totals = await read.insight.dayTotals([...measures, 'priced'], span);
  const isTold = await isAsked(read, span);
  const sum = (measure: string, isOf: (row: DayTotal) => boolean, of: 'total' | 'fen' = 'total') =>
    totals
      .filter((row) => row.measure === measure && isOf(row))
      .reduce((all, row) => all + Number(row[of]), 0);
  const counts = (isOf: (row: DayTotal) => boolean) => ({
    booked: sum('booked', isOf),
    printed: sum('printed', isOf),
    collected: orUnknown(sum('collected', isOf), isTold),
    signed: orUnknown(sum('signed', isOf), isTold),
  });
  const carriers = [...new Set(totals.map(({ carrier }) => carrier))].filter((carrier) => carrier !== '');
  return {
    now: counts(() => true),
    before: await volumeBefore(read, periodBefore(span)),
    days: daysOf(span).map(({ from }) => ({ dayAt: from, ...counts(({ dayAt }) => dayAt === from) })),
    carriers: carriers
      .map((carrier) => ({
        carrier,
        ...counts((row) => row.carrier === carrier),
        priced: sum('priced', (row) => row.carrier === carrier),
        freightFen: sum('priced', (row) => row.carrier === carrier, 'fen'),
      }))
      .sort((left, right) => right.booked - left.booked || (left.carrier < right.carrier ? -1 : 1)),
  };
}

/** Nothing learned where nobody asked or was told: that is no zero. What came later told of this time, too. */
const orUnknown = (count: number, isTold: boolean): number | null => (count === 0 && !isTold ? null : count);

const isAsked = async (read: Read, span: Span): Promise<boolean> =>
  ((await read.tracking.lastAnswerAt()) ?? 0) >= span.from ||
  (await read.service.lastServedAt('track', span)) !== null;

/** Before the shop began, nothing is known. */
async function volumeBefore(read: Read, span: Span): Promise<Review['volume']['before']> {
  const firstAt = await read.insight.firstHourAt('booked');
  if (firstAt === null || firstAt >= span.to)
    return { booked: null, printed: null, collected: null, signed: null };
  const totals = await read.insight.hourTotals(measures, span);
  const isTold = await isAsked(read, span);
  const sum = (measure: string) =>
    totals.filter((row) => row.measure === measure).reduce((all, { total }) => all + total, 0);
  return {
    booked: sum('booked'),
    printed: sum('printed'),
    collected: orUnknown(sum('collected'), isTold),
    signed: orUnknown(sum('signed'), isTold),
  };
}

async function callsOf(workspace: Pick<Workspace, 'store'>, span: Span): Promise<Review['calls']> {
  const { total, rows, knownSince } = await readCallFigures(workspace, { ...span, by: 'interface' });
  const before = await readCallFigures(workspace, { ...periodBefore(span), by: 'platform' });
  return {
    knownSince,
    calls: total.calls,
    errorShare: total.errorShare,
    before: { calls: before.total.calls, errorShare: before.total.errorShare },
    lines: rows.map((row) => ({
      platform: row.platform,
      interfaceName: row.interfaceName,
      calls: row.calls,
      faults: row.faults,
      refusals: row.refusals,
      errorShare: row.errorShare,
      p50Ms: row.p50Ms,
      p95Ms: row.p95Ms,
      p99Ms: row.p99Ms,
    })),
    codes: total.codes.slice(0, mostCodes),
  };
}

async function casesOf(read: Read, span: Span, now: number): Promise<Review['cases']> {
  const opened = await read.lookBack.casesOpened(span);
  const solved = await read.lookBack.casesSolved(span);
  const openNow = await read.cases.counts(now);
  const hours = (rows: typeof solved) =>
    medianOf(rows.map(({ openedAt, closedAt }) => ((closedAt ?? openedAt) - openedAt) / hourMs));
  const kinds = [...new Set([...opened, ...solved].map(({ kind }) => kind))];
  return {
    opened: opened.reduce((sum, { total }) => sum + total, 0),
    solved: solved.length,
    openNow: openNow.reduce((sum, { total }) => sum + total, 0),
    medianHours: hours(solved),
    kinds: kinds
      .map((kind) => {
        const ended = solved.filter((row) => row.kind === kind);
        const found = opened.find((row) => row.kind === kind)?.total ?? 0;
        return { kind, opened: found, solved: ended.length, medianHours: hours(ended) };
      })
      .sort((left, right) => right.opened - left.opened || right.solved - left.solved),
  };
}

const nothing = { booked: 0, printed: 0, reprinted: 0, corrected: 0, undone: 0, solved: 0 };

/** What each did; by hours, so that no single question keeps others waiting, and those get their turn in between. */
async function peopleOf({ lookBack }: Read, span: Span) {
  const people = new Map<string, typeof nothing>();
  const add = (name: string, what: keyof typeof nothing, count: number) => {
    const known = people.get(name) ?? nothing;
    people.set(name, { ...known, [what]: known[what] + count });
  };
  for (const hour of hoursOf(span)) {
    await nextTurn();
    for (const { operator, total } of await lookBack.booked(hour)) add(operator, 'booked', total);
    for (const { operator, isAgain, total } of await lookBack.labels(hour))
      add(operator, isAgain === 1 ? 'reprinted' : 'printed', total);
    for (const { operator, kind, total } of await lookBack.corrections(hour))
      add(operator, kind === 'corrected' ? 'corrected' : 'undone', total);
  }
  for (const { closedBy } of await lookBack.casesSolved(span)) add(closedBy, 'solved', 1);
  return [...people]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((left, right) => right.booked + right.printed - (left.booked + left.printed));
}
