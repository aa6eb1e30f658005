import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setRecorder } from '../../../../../electron/usecases/devices/recorder.ts';
import { workFilm } from '../../../../../electron/usecases/packing/filming.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import type { Failure } from '../../../../../shared/errors/outcome.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
let server: Server;
let status: number;
const words: { readonly event: string; readonly parcelNo: string; readonly at: string }[] = [];
const failures: Failure[] = [];
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
  [status, words.length, failures.length] = [204, 0, 0];
  server = createServer((request, response) => {
    request.on('data', (piece: Buffer) => words.push(JSON.parse(piece.toString())));
    request.on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  of(await setRecorder(desk.workspace, { way: 'webhook', target: `http://127.0.0.1:${port}/` }));
});
afterEach(async () => {
  server.close();
  await desk.workspace.close();
});

const no = (order: number) => sampleOrder(order).orderNo;
/** What the worker does, as often as it is due. */
async function film(): Promise<void> {
  const now = desk.workspace.clock.now();
  const jobs = await desk.workspace.store.write((write) => write.jobs.claim(['film'], 10, now));
  for (const job of jobs) await workFilm(desk.workspace, job, (failure) => failures.push(failure));
}
const told = () => words.map(({ event, parcelNo }) => `${event} ${parcelNo}`);

describe('the recorder of the bench', () => {
  it('is told each parcel once, in their order, by the number it had, and when that was', async () => {
    await desk.book(1);
    const { waybillNo } = await desk.order(1);
    await desk.scan(no(1));
    const openedAt = desk.workspace.clock.now();
    await desk.scan('COF-500');
    await desk.scan(no(1));
    await desk.command('abort');
    await desk.scan(no(2));
    await film();
    expect(told()).toEqual([`start ${waybillNo}`, `stop ${waybillNo}`, `start ${no(2)}`]);
    expect(words[0]?.at).toBe(new Date(openedAt).toISOString());
    await desk.command('abort');
    await film();
    await film();
    expect(told().slice(3)).toEqual([`stop ${no(2)}`]);
  });

  it('that fails is reported, stops nobody, and the next word is said all the same', async () => {
    status = 500;
    await desk.scan(no(1));
    await film();
    expect(failures.map(({ code }) => code)).toEqual(['RECORDER_FAILED']);
    status = 204;
    await desk.command('abort');
    await film();
    expect([told().at(-1), failures.length]).toEqual([`stop ${no(1)}`, 1]);
  });

  it('hears after a restart what it was not told before', async () => {
    await desk.scan(no(1));
    const now = desk.workspace.clock.now();
    await desk.workspace.store.write((write) => write.jobs.claim(['film'], 10, now));
    await recoverWork(desk.workspace);
    await film();
    expect(told()).toEqual([`start ${no(1)}`]);
  });

  it('of another kind starts over, and none is told nothing', async () => {
    of(await setRecorder(desk.workspace, { way: 'none', target: '' }));
    await desk.scan(no(1));
    await film();
    expect(told()).toEqual([]);
  });
});
