import { type Figure, whole } from './kit/figure.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface LabelFigures {
  readonly labels: number;
  readonly durationMs: number;
  readonly peakRssMb: number;
}

const aimPerSecond = 150;

export async function measureLabels(): Promise<Figure[]> {
  const runs = await repeat(3, () => runChild<LabelFigures>('renderLabels'));
  const perSecond = median(runs.map(({ labels, durationMs }) => labels / (durationMs / 1000)));
  return [
    {
      name: 'Labels drawn and encoded as TSPL, 76×130 mm, 203 dpi',
      value: `${whole(perSecond)} labels/s`,
      aim: `≥ ${aimPerSecond}/s`,
      isMet: perSecond >= aimPerSecond,
      note: 'one process, warm fonts, every label different',
    },
  ];
}
