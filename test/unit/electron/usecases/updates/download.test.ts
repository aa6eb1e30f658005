import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkUpdates } from '../../../../../electron/usecases/updates/checkUpdates.ts';
import { downloadUpdate } from '../../../../../electron/usecases/updates/download.ts';
import { readOfferState } from '../../../../../electron/usecases/updates/offer.ts';
import { installerBytes, openUpdateDesk, type UpdateDesk } from '../../../../doubles/program/updateDesk.ts';
import { halfThenCut, sendTo, silence } from '../../../../doubles/program/updateFeed.ts';

const installer = 'shipdesk_0.2.0_amd64.deb';

let desk: UpdateDesk;
beforeEach(async () => {
  desk = await openUpdateDesk();
  desk.offer();
  await checkUpdates(desk.workspace);
});
afterEach(() => desk.close());

const inFolder = (name: string) => join(desk.workspace.folder, 'updates', name);

function download(options: { signal?: AbortSignal; silentMs?: number } = {}) {
  const reported: number[] = [];
  const report = ({ doneBytes }: { readonly doneBytes: number }) => void reported.push(doneBytes);
  return downloadUpdate(desk.workspace, { report, ...options }).then((outcome) => ({ outcome, reported }));
}

it('the installer is fetched whole, and says how far it is', async () => {
  const { outcome, reported } = await download();
  expect(outcome).toEqual({ ok: true, value: null });
  expect(reported.at(-1)).toBe(installerBytes().length);
  expect(readFileSync(inFolder(installer))).toEqual(installerBytes());
  expect(readOfferState(desk.workspace)).toMatchObject({ state: 'ready' });
});

it('a broken download goes on where it stopped', async () => {
  desk.feed.answer('.deb', halfThenCut);
  expect((await download()).outcome).toMatchObject({ ok: false, code: 'UPDATE_SERVER_CUT' });
  const offer = readOfferState(desk.workspace);
  expect(offer).toMatchObject({ state: 'partly' });
  desk.feed.answer('.deb', null);
  expect((await download()).outcome.ok).toBe(true);
  expect(desk.feed.asked.at(-1)?.headers.range).toBe(`bytes=${offer?.doneBytes}-`);
  expect(readFileSync(inFolder(installer))).toEqual(installerBytes());
});

it('a server that cannot go on sends it from the start again', async () => {
  desk.feed.answer('.deb', halfThenCut);
  await download();
  desk.feed.answer('.deb', (_, response, file) => response.writeHead(200).end(file));
  expect((await download()).outcome.ok).toBe(true);
  expect(readFileSync(inFolder(installer))).toEqual(installerBytes());
});

it('a server that sends another piece than was asked for is not believed, and what is here stays', async () => {
  desk.feed.answer('.deb', halfThenCut);
  await download();
  const before = readOfferState(desk.workspace)?.doneBytes;
  desk.feed.answer('.deb', (_, response, file) => {
    const range = `bytes 1-${file.length - 1}/${file.length}`;
    response.writeHead(206, { 'content-range': range }).end(file.subarray(1));
  });
  expect((await download()).outcome).toMatchObject({ ok: false, code: 'UPDATE_SERVER_ANSWER' });
  expect(readOfferState(desk.workspace)).toMatchObject({ state: 'partly', doneBytes: before });
});

it('what is not what the publisher signed is thrown away: another file, or a longer one', async () => {
  for (const other of [installerBytes(2), Buffer.concat([installerBytes(), Buffer.from('more')])]) {
    desk.feed.files.set(installer, other);
    expect((await download()).outcome).toMatchObject({ ok: false, code: 'UPDATE_FILE_WRONG' });
    expect(existsSync(inFolder(installer))).toBe(false);
    expect(existsSync(inFolder(`${installer}.part`))).toBe(false);
  }
});

it('a half of something else is found out at the end, and the next try succeeds', async () => {
  writeFileSync(inFolder(`${installer}.part`), installerBytes(2).subarray(0, 100_000));
  expect((await download()).outcome).toMatchObject({ ok: false, code: 'UPDATE_FILE_WRONG' });
  expect((await download()).outcome.ok).toBe(true);
});

it('a server that falls silent, has no such file or sends elsewhere: one code each, and nothing is lost', async () => {
  desk.feed.answer('.deb', silence);
  expect((await download({ silentMs: 100 })).outcome).toMatchObject({ code: 'UPDATE_SERVER_CUT' });
  desk.feed.answer('.deb', (_, response) => response.writeHead(404).end());
  expect((await download()).outcome).toMatchObject({ code: 'UPDATE_SERVER_ANSWER' });
  desk.feed.answer('.deb', sendTo('http://example.com/x.deb'));
  expect((await download()).outcome).toMatchObject({ code: 'NETWORK_PLAIN_HTTP' });
  expect(readOfferState(desk.workspace)).toMatchObject({ state: 'offered' });
});

it('whoever stops it finds the part again', async () => {
  const stop = new AbortController();
  desk.feed.answer('.deb', (_, response, file) => {
    response.writeHead(200, { 'content-length': file.length });
    response.write(file.subarray(0, 50_000));
  });
  const stopped = downloadUpdate(desk.workspace, { report: () => stop.abort(), signal: stop.signal });
  expect(await stopped).toMatchObject({ ok: false, code: 'UPDATE_SERVER_CUT' });
  expect(readOfferState(desk.workspace)).toMatchObject({ state: 'partly' });
});

it('two at once: the second is told to wait', async () => {
  const [first, second] = await Promise.all([download(), download()]);
  expect(first.outcome.ok).toBe(true);
  expect(second.outcome).toMatchObject({ code: 'UPDATE_BUSY' });
});

it('rests of other versions are cleared away, what one goes back to is not', async () => {
  writeFileSync(inFolder('shipdesk_0.1.9_amd64.deb.part'), 'rest');
  mkdirSync(inFolder('kept/0.1.0'), { recursive: true });
  await download();
  expect(readdirSync(inFolder('')).sort()).toEqual(
    ['kept', 'offer.shipdesk-update', installer, 'updates.json'].sort(),
  );
});

it('a disk that does not take it says so', async () => {
  mkdirSync(inFolder(`${installer}.part`));
  expect((await download()).outcome).toMatchObject({ ok: false, code: 'UPDATE_NOT_KEPT' });
});
