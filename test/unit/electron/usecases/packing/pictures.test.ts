import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictures } from '../../../../../electron/usecases/packing/pictures.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { hourMs } from '../../../../../shared/rules/shopTime.ts';
import { type BenchDesk, benchItems, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
let desk: BenchDesk;
let asked: string[];
let status: number;
beforeEach(async () => {
  [asked, status] = [[], 200];
  const itemsJson = JSON.stringify([
    { ...benchItems[0], imageUrl: 'https://img.example.com/coffee.png' },
    { ...benchItems[1], imageUrl: 'http://192.168.1.1/admin' },
  ]);
  desk = await openBenchDesk([{ itemsJson }]);
  await desk.scan(sampleOrder(1).orderNo);
});
afterEach(() => desk.workspace.close());

/** The bench of a workspace that can reach a picture server. */
const online = (): Workspace => ({
  ...desk.workspace,
  ports: {
    ...desk.workspace.ports,
    http: {
      send: async ({ url }) => {
        asked.push(url);
        return happened({ status, headers: {}, body: png });
      },
    },
  },
});
const pictures = async (mayLoad: boolean) => {
  const parcelId = (await desk.box(1))?.id ?? '';
  return of(await readPictures(online(), { parcelId, mayLoad }));
};

describe('pictures of goods', () => {
  it('are fetched once, from public links alone, and are here without a network afterwards', async () => {
    expect(await pictures(false)).toEqual({ pictures: [], missing: 1 });
    const fetched = { line: 0, type: 'image/png', base64: Buffer.from(png).toString('base64') };
    expect(await pictures(true)).toEqual({ pictures: [fetched], missing: 0 });
    expect(await pictures(false)).toEqual({ pictures: [fetched], missing: 0 });
    expect(asked).toEqual(['https://img.example.com/coffee.png']);
  });

  it('that cannot be had are not asked for again for a while', async () => {
    status = 404;
    for (let again = 0; again < 3; again++) expect((await pictures(true)).pictures).toEqual([]);
    expect(asked).toHaveLength(1);
    await desk.workspace.clock.advance(hourMs + 1);
    await pictures(true);
    expect(asked).toHaveLength(2);
  });

  it('are not fetched where the shop does not want that', async () => {
    await desk.rules({ showsPictures: false });
    expect(await pictures(true)).toEqual({ pictures: [], missing: 0 });
    expect(asked).toEqual([]);
  });
});
