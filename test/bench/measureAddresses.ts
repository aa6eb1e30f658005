import { addressParsers } from './kit/addressParsers.ts';
import { type Figure, whole } from './kit/figure.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface ParserFigures {
  readonly samples: number;
  readonly region: number;
  readonly name: number;
  readonly phone: number;
  readonly detail: number;
  readonly overall: number;
  /** In the first second and a half of the process, and in the next. */
  readonly firstPerSecond: number;
  readonly perSecond: number;
  readonly loadMs: number;
  readonly memoryMb: number;
  readonly installedKb: number;
}

const aim = { perSecond: 60_000, loadMs: 50, memoryMb: 30, overall: 0.92 };

/** Ours beside three public parsers: same texts, same scorer, in turn, so that all meet the same machine. */
export async function measureAddresses(): Promise<Figure[]> {
  const runs = await repeat(3, async () => {
    const each = new Map<string, ParserFigures>();
    for (const { id } of addressParsers) each.set(id, await runChild<ParserFigures>('parseAddresses', id));
    return each;
  });
  const figuresOf = (id: string) =>
    runs.map((run) => run.get(id)).filter((one): one is ParserFigures => one !== undefined);
  const [ours, ...peers] = addressParsers.map(({ id }) => ({ id, runs: figuresOf(id) }));
  if (ours === undefined) throw new Error('our own parser was not asked');
  return [...ownFigures(ours.runs), ...peers.map(({ id, runs: theirs }) => peerFigure(id, theirs))];
}

function ownFigures(runs: readonly ParserFigures[]): Figure[] {
  const { firstPerSecond, perSecond, loadMs, memoryMb, overall, samples, installedKb } = middle(runs);
  return [
    {
      name: 'Free-text addresses understood, shapes of the fixture, one thread',
      value: `${whole(perSecond)} addresses/s`,
      aim: `≥ ${whole(aim.perSecond)}/s`,
      isMet: perSecond >= aim.perSecond,
      note: `every text read to its end, phone, name and detail too; ${whole(firstPerSecond)}/s in the first 1.5 s of the process, while its code is still compiled`,
    },
    {
      name: `Right answers on the ${samples} labelled cases`,
      value: sharesOf(middle(runs)),
      aim: `overall ≥ ${aim.overall * 100} %`,
      isMet: overall >= aim.overall,
      note: 'cases that tests know: no proof for others',
    },
    {
      name: 'Division data and parser loaded, first address read',
      value: `${whole(loadMs)} ms, +${whole(memoryMb)} MB, ${whole(installedKb)} kB as source and data`,
      aim: `≤ ${aim.loadMs} ms, ≤ ${aim.memoryMb} MB`,
      isMet: loadMs <= aim.loadMs && memoryMb <= aim.memoryMb,
      note: 'memory: growth of the process',
    },
  ];
}

function peerFigure(id: string, runs: readonly ParserFigures[]): Figure {
  const figures = middle(runs);
  const { perSecond, loadMs, memoryMb, installedKb } = figures;
  return {
    name: `The same cases read by ${id}`,
    value: `${sharesOf(figures)}; ${whole(perSecond)} addresses/s`,
    aim: '',
    isMet: null,
    note: `${whole(loadMs)} ms, +${whole(memoryMb)} MB, ${whole(installedKb)} kB installed`,
  };
}

/** Shares are the same in every run. */
function middle(runs: readonly ParserFigures[]): ParserFigures {
  const [first] = runs;
  if (first === undefined) throw new Error('a parser did not run');
  const of = (field: 'firstPerSecond' | 'perSecond' | 'loadMs' | 'memoryMb') =>
    median(runs.map((run) => run[field]));
  return {
    ...first,
    firstPerSecond: of('firstPerSecond'),
    perSecond: of('perSecond'),
    loadMs: of('loadMs'),
    memoryMb: of('memoryMb'),
  };
}

function sharesOf({ region, name, phone, detail, overall }: ParserFigures): string {
  const percent = (share: number) => Math.round(share * 100);
  return `overall ${percent(overall)} % (region ${percent(region)}, name ${percent(name)}, phone ${percent(phone)}, detail ${percent(detail)})`;
}
