import { expectWindow } from './kit/benchWindow.ts';
import { type Figure, whole } from './kit/figure.ts';
import type { WindowMemory } from './kit/packing/windowMemory.ts';
import { percentile } from './kit/percentile.ts';
import { runChild } from './kit/runChild.ts';

interface GunFigures {
  readonly wrongParcels: number;
  readonly wrongLabels: number;
  readonly complaints: number;
  readonly times: Readonly<Record<'order' | 'goods' | 'label' | 'strange', readonly number[]>>;
  readonly labelP95Ms: number;
  readonly durationMs: number;
  readonly before: WindowMemory;
  readonly after: WindowMemory;
}

const orders = 20_000;
const answerAimMs = 50;
/** What memory may differ by from one moment to another without anything being kept. */
const flatMb = 30;
const secondsPerMinute = 60_000;

/**
 * A working day of a packer in the real window: a gun that types, a scale, a printer. A parcel has 52 keys, so that 2,000 take 87 minutes
 * to type alone. Needs what `window` needs.
 */
export async function measureGun(parcels = 2_000): Promise<Figure[]> {
  expectWindow();
  const run = await runChild<GunFigures>('packInWindow', String(orders), String(parcels));
  const { before, after, times } = run;
  const all = Object.values(times).flat();
  const at = (share: number, some: readonly number[] = all): string => percentile(some, share).toFixed(0);
  const kinds = (['order', 'goods', 'label', 'strange'] as const).map((kind) => at(0.99, times[kind]));
  const grown = Math.max(after.pageMb - before.pageMb, after.coreMb - before.coreMb);
  const beside = `window of ${whole(orders)} orders, gun of twenty keys a second`;
  return [
    {
      name: `${whole(parcels)} parcels packed, ${beside}`,
      value: `${run.wrongParcels} parcels and ${run.wrongLabels} labels wrong`,
      aim: 'none',
      isMet: run.wrongParcels + run.wrongLabels + run.complaints === 0,
      note: `${whole(all.length)} scans in ${whole(run.durationMs / secondsPerMinute)} minutes; each label read back from the printer's bytes`,
    },
    {
      name: `Last key of a scan to the frame that answers it, 99 of 100, ${beside}`,
      value: `${at(0.99)} ms`,
      aim: `≤ ${answerAimMs} ms`,
      isMet: percentile(all, 0.99) <= answerAimMs,
      note: `half ${at(0.5)} ms, 95 of 100 ${at(0.95)} ms; orders / goods / labels / another order in between: ${kinds.join(' / ')} ms; Electron 25.1.1, display without a graphics card`,
    },
    {
      name: `Parcel on the scale to its label at the printer, 95 of 100, ${beside}`,
      value: `${whole(run.labelP95Ms)} ms`,
      aim: '',
      isMet: null,
      note: 'until the last byte; the scale says twenty times a second what lies on it',
    },
    {
      name: `Memory after ${whole(parcels)} parcels, ${beside}`,
      value: `page ${after.pageMb} MB, core ${after.coreMb} MB`,
      aim: `at most ${flatMb} MB more than after a twentieth of them`,
      isMet: grown <= flatMb,
      note: `page ${before.pageMb} MB, core ${before.coreMb} MB then; scripts of the page ${before.pageHeapMb} and ${after.pageHeapMb} MB`,
    },
  ];
}
