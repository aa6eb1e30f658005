import { expectWindow } from './kit/benchWindow.ts';
import { type Figure, whole } from './kit/figure.ts';
import { median } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

const aimRatio = 1.5;

/** Needs a display (`xvfb-run -a npm run bench` without one), the runtime of `npm run runtime:setup` and a build. */
export async function measureWindow(): Promise<Figure[]> {
  expectWindow();
  const { empty, ours } = await runChild<{ empty: number[]; ours: number[] }>('startWindows');
  const ratio = median(ours.map((ms, index) => ms / (empty[index] ?? Number.NaN)));
  return [
    {
      name: 'window, start of the process to usable (Today read from the workspace), beside an empty window',
      value: `${ratio.toFixed(2)} ×`,
      aim: `≤ ${aimRatio} ×`,
      isMet: ratio <= aimRatio,
      note: `${whole(median(ours))} ms against ${whole(median(empty))} ms, both through playwright on Electron 25.1.1, in turn`,
    },
  ];
}
