import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface DayFigures {
  readonly plan: {
    /** Exceptions of the day. */
    readonly total: number;
    readonly withinHour: number;
    readonly sameDay: number;
    readonly questions: number;
    readonly durationMs: number;
  };
  readonly turns: { readonly withinHour: number; readonly sameDay: number };
}

const parcels = 10_000;
const seeds = [1, 2, 3] as const;
/** Questions a day, the free ones of a platform first, and how many times the exceptions of asking by turns are aimed at. */
const quotas = [
  { perDay: 500, aim: 3 },
  { perDay: 1_000, aim: 0 },
  { perDay: 2_000, aim: 0 },
  { perDay: 5_000, aim: 0 },
] as const;

/** A simulated day: which share of what goes wrong is known within the hour, beside asking everybody by turns. */
export async function measureTracking(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { perDay, aim } of quotas) {
    const days: DayFigures[] = [];
    for (const seed of seeds.slice(0, perDay > 1_000 ? 1 : seeds.length))
      days.push(await runChild<DayFigures>('pollDay', String(perDay), String(parcels), String(seed)));
    figures.push(figureOf(perDay, aim, days));
  }
  return figures;
}

function figureOf(perDay: number, aim: number, days: readonly DayFigures[]): Figure {
  const sum = (of: (day: DayFigures) => number) => days.reduce((total, day) => total + of(day), 0);
  const total = sum(({ plan }) => plan.total);
  const share = sum(({ plan }) => plan.withinHour) / total;
  const byTurns = sum(({ turns }) => turns.withinHour) / total;
  const sameDay = sum(({ plan }) => plan.sameDay) / total;
  const sameDayByTurns = sum(({ turns }) => turns.sameDay) / total;
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  return {
    name: `Exceptions known within an hour, ${whole(parcels)} due shipments, ${whole(perDay)} queries a day`,
    value: `${percent(share)} (by turns ${percent(byTurns)}): ${(share / byTurns).toFixed(1)} times`,
    aim: aim === 0 ? '' : `≥ ${aim} times`,
    isMet: aim === 0 ? null : share >= aim * byTurns,
    note: `${whole(total)} exceptions in ${days.length} simulated days; on the same day ${percent(sameDay)} (by turns ${percent(sameDayByTurns)})`,
  };
}
