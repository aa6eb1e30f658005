import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface TrackFigures {
  readonly firstMs: number;
  readonly refreshP95Ms: number;
  readonly slowestGroupMs: number;
  readonly deepMs: number;
  readonly findP95Ms: number;
  readonly pasteMs: number;
  readonly followMs: number;
}

const parcels = 1_000_000;

/** Reads of the Track screen beside a large order book, and a large paste. */
export async function measureTracks(): Promise<Figure[]> {
  const run = await runChild<TrackFigures>('readTracks', String(parcels));
  const beside = `beside ${whole(parcels)} parcels of 200 days`;
  const figure = (name: string, ms: number, aimMs: number, note = ''): Figure => ({
    name: `Track, ${name}, ${beside}`,
    value: `${ms.toFixed(0)} ms`,
    aim: `≤ ${aimMs} ms`,
    isMet: ms <= aimMs,
    note,
  });
  return [
    figure(
      'first read after the start: tabs, exceptions and the first rows',
      run.firstMs,
      300,
      'the reads of the core; drawing is not in it',
    ),
    figure('the same again after a parcel has changed, 95 of 100', run.refreshP95Ms, 200),
    figure('first rows of a tab, the slowest of five', run.slowestGroupMs, 200),
    figure('rows 99,900 to 100,000 of the delivered', run.deepMs, 200),
    figure('a parcel found by four digits, 95 of 100', run.findP95Ms, 100),
    figure('5,000 pasted numbers read, with what they cost', run.pasteMs, 1_000),
    figure('5,000 pasted numbers followed', run.followMs, 3_000),
  ];
}
