import { closeHandover } from '../../../electron/usecases/packing/handover/close.ts';
import { beginHandover, readHandover } from '../../../electron/usecases/packing/handover/lists.ts';
import { scanOut, takeAll, takeOff } from '../../../electron/usecases/packing/handover/scanOut.ts';
import type { HandoverRow } from '../../../shared/contracts/packing/handover.ts';
import type { AwayDesk } from './awayDesk.ts';
import { of } from './benchDesk.ts';

/** What the window does with lists of couriers at a bench whose server goes away and comes back. */
export function awayLists({ desk: { workspace }, bench }: AwayDesk) {
  const begin = (): Promise<HandoverRow> =>
    bench().gesture(workspace, async (at) => of(await beginHandover(at, { carrier: 'SF' })));
  return {
    begin,
    /** What a scan onto a list came to. */
    out: (handoverId: string, code: string): Promise<string> =>
      bench().gesture(workspace, async (at) => {
        const { says, stop } = of(await scanOut(at, { handoverId, code }));
        return stop?.kind ?? says;
      }),
    all: (handoverId: string) =>
      bench().longGesture(workspace, async (at) => of(await takeAll(at, { handoverId }))),
    off: (handoverId: string, waybillNo: string): Promise<HandoverRow> =>
      bench().gesture(workspace, async (at) => of(await takeOff(at, { handoverId, waybillNo }))),
    /** The courier signs for what is on it. */
    async sign(handoverId: string): Promise<HandoverRow> {
      const seen = await bench().during(workspace, async (at) => of(await readHandover(at, { handoverId })));
      const asked = { handoverId, version: seen.version, courier: '小王' };
      return bench().longGesture(workspace, async (at) => of(await closeHandover(at, asked)));
    },
  };
}
