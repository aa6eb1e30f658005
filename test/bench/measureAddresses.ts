import { type Figure, whole } from './kit/figure.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface AddressFigures {
  readonly addresses: number;
  readonly durationMs: number;
  readonly loadMs: number;
  readonly peakRssMb: number;
}

const aimPerSecond = 20_000;

export async function measureAddresses(): Promise<Figure[]> {
  const runs = await repeat(3, () => runChild<AddressFigures>('readAddresses'));
  const perSecond = median(runs.map(({ addresses, durationMs }) => addresses / (durationMs / 1000)));
  return [
    {
      name: 'Free-text addresses understood, shapes of the fixture',
      value: `${whole(perSecond)} addresses/s`,
      aim: `≥ ${whole(aimPerSecond)}/s`,
      isMet: perSecond >= aimPerSecond,
      note: `division data loaded in ${whole(median(runs.map(({ loadMs }) => loadMs)))} ms`,
    },
  ];
}
