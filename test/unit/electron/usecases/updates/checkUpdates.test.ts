import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMemory } from '../../../../../electron/updates/updateFolder.ts';
import { checkDaily, checkUpdates, takeFile } from '../../../../../electron/usecases/updates/checkUpdates.ts';
import { downloadUpdate } from '../../../../../electron/usecases/updates/download.ts';
import { readOfferState } from '../../../../../electron/usecases/updates/offer.ts';
import { changeUpdateSettings } from '../../../../../electron/usecases/updates/updateSettings.ts';
import { openUpdateDesk, type UpdateDesk } from '../../../../doubles/program/updateDesk.ts';
import { halfThenCut, sendTo } from '../../../../doubles/program/updateFeed.ts';

let desk: UpdateDesk;
beforeEach(async () => {
  desk = await openUpdateDesk();
});
afterEach(() => desk.close());

const check = () => checkUpdates(desk.workspace);

describe('asking the feed', () => {
  it('a newer version is offered, with its notes, and nothing of it is fetched', async () => {
    desk.offer();
    expect(await check()).toMatchObject({ ok: true, value: { release: { version: '0.2.0' } } });
    expect(readOfferState(desk.workspace)).toMatchObject({
      state: 'offered',
      release: { notes: { en: 'What is new in 0.2.0' } },
    });
    expect(desk.feed.asked.map(({ path }) => path)).toEqual(['/shop/stable.shipdesk-update']);
  });

  it('the server learns nothing about the shop: not even which version asks', async () => {
    desk.offer();
    await check();
    const [{ headers } = { headers: {} }] = desk.feed.asked;
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host']);
  });

  it.each(['0.1.0', '0.0.9'])('%s is not newer than this version: nothing is offered', async (version) => {
    desk.offer({ version });
    expect(await check()).toEqual({ ok: true, value: null });
    expect(readOfferState(desk.workspace)).toBeNull();
  });

  it.each([
    ['broken JSON', '{"kind":', 'UPDATE_UNREADABLE'],
    ['a web page', '<html></html>', 'UPDATE_UNREADABLE'],
    ['far too much', ' '.repeat(300_000), 'UPDATE_UNREADABLE'],
  ])('%s is refused in one sentence', async (_, content, code) => {
    desk.feed.files.set('stable.shipdesk-update', Buffer.from(content));
    expect(await check()).toMatchObject({ ok: false, code });
    expect(readMemory(desk.workspace).failing).toMatchObject({ code });
  });

  it('what another publisher signed is refused, and so is one changed letter', async () => {
    desk.offer({ isForeign: true });
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SIGNATURE_WRONG' });
    desk.offer();
    const signed = desk.feed.files.get('stable.shipdesk-update')?.toString() ?? '';
    desk.feed.files.set('stable.shipdesk-update', Buffer.from(signed.replace('0.2.0', '9.2.0')));
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SIGNATURE_WRONG' });
    expect(readOfferState(desk.workspace)).toBeNull();
  });

  it('a server that has nothing, breaks off, or is not there is distinguished', async () => {
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SERVER_ANSWER', params: { status: 404 } });
    desk.offer();
    desk.feed.answer('.shipdesk-update', halfThenCut);
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SERVER_CUT' });
    await desk.feed.close();
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SERVER_AWAY' });
  });

  it('a redirect to an address that is not encrypted is not followed', async () => {
    desk.feed.answer('.shipdesk-update', sendTo('http://example.com/stable.shipdesk-update'));
    expect(await check()).toMatchObject({
      ok: false,
      code: 'NETWORK_PLAIN_HTTP',
      params: { host: 'example.com' },
    });
  });

  it('a redirect that goes round in a circle comes to an end', async () => {
    desk.feed.answer('.shipdesk-update', sendTo('/shop/stable.shipdesk-update'));
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_SERVER_ANSWER' });
  });

  it('an early version is not taken by a computer that wants stable ones', async () => {
    desk.offer({ channel: 'early' });
    const early = desk.feed.files.get('early.shipdesk-update') ?? Buffer.alloc(0);
    desk.feed.files.set('stable.shipdesk-update', early);
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_OTHER_CHANNEL' });
    await changeUpdateSettings(desk.workspace, { channel: 'early' });
    expect(await check()).toMatchObject({ ok: true, value: { release: { version: '0.2.0' } } });
  });

  it('while it is handed out step by step a computer waits for its turn, and the turn stays as it was drawn', async () => {
    desk.offer({ share: 0 });
    await check();
    expect(readOfferState(desk.workspace)).toMatchObject({ state: 'later' });
    const drawn = readMemory(desk.workspace).drawnFrom;
    desk.offer({ share: 100 });
    await check();
    expect(readOfferState(desk.workspace)).toMatchObject({ state: 'offered' });
    expect(readMemory(desk.workspace).drawnFrom).toBe(drawn);
  });
});

describe('a version that its publisher withdraws', () => {
  const fetch = () => downloadUpdate(desk.workspace, { report: () => undefined });

  it.each(['0.1.0', '0.0.9'])(
    'is offered no more once the feed has %s again, though it is here already',
    async (previous) => {
      desk.offer();
      await check();
      expect(await fetch()).toMatchObject({ ok: true });
      expect(readOfferState(desk.workspace)).toMatchObject({ state: 'ready' });
      desk.offer({ version: previous });
      expect(await check()).toEqual({ ok: true, value: null });
      expect(readOfferState(desk.workspace)).toBeNull();
      expect(existsSync(join(desk.workspace.folder, 'updates', 'shipdesk_0.2.0_amd64.deb'))).toBe(false);
    },
  );

  it('waits where it has been fetched, when it is given to no computer any more', async () => {
    desk.offer();
    await check();
    await fetch();
    desk.offer({ share: 0 });
    await check();
    expect(readOfferState(desk.workspace)).toMatchObject({ state: 'later' });
  });
});

describe('who takes no updates says why', () => {
  it.each([
    [{ releaseKey: null }, 'UPDATE_KEYLESS'],
    [{ form: null }, 'UPDATE_NOT_INSTALLED'],
    [{ arch: 'arm64' }, 'UPDATE_NOT_FOR_HERE'],
    [{ form: { form: 'dmg', file: '' } as const }, 'UPDATE_NOT_FOR_HERE'],
  ])('%o', async (program, code) => {
    const other = await openUpdateDesk(program);
    other.offer();
    expect(await checkUpdates(other.workspace)).toMatchObject({ ok: false, code });
    await other.close();
  });

  it('without any address', async () => {
    await changeUpdateSettings(desk.workspace, { address: '' });
    expect(await check()).toMatchObject({ ok: false, code: 'UPDATE_ADDRESS_MISSING' });
  });

  it.each(['http://example.com/feed', 'https://name:word@example.com', 'file:///etc', 'nonsense'])(
    'the address %s is not accepted',
    async (address) => {
      const refused = { ok: false, code: 'UPDATE_ADDRESS_INVALID' };
      expect(await changeUpdateSettings(desk.workspace, { address })).toMatchObject(refused);
    },
  );
});

describe('automatically', () => {
  it('it looks once a day and no oftener, and not at all where that is off', async () => {
    desk.offer();
    await checkDaily(desk.workspace);
    await checkDaily(desk.workspace);
    expect(desk.feed.asked).toHaveLength(1);
    await desk.workspace.clock.advance(86_400_000);
    await checkDaily(desk.workspace);
    expect(desk.feed.asked).toHaveLength(2);
    await changeUpdateSettings(desk.workspace, { isAutomatic: false });
    await desk.workspace.clock.advance(86_400_000);
    await checkDaily(desk.workspace);
    expect(desk.feed.asked).toHaveLength(2);
  });
});

describe('a file that somebody brings', () => {
  const installer = 'shipdesk_0.2.0_amd64.deb';
  const beside = 'shipdesk-0.2.0.shipdesk-update';

  it.each([installer, beside])('%s is taken with what lies beside it, and copied', async (named) => {
    const stick = desk.publish({ share: 0 });
    expect(await takeFile(desk.workspace, join(stick, named))).toMatchObject({ ok: true });
    rmSync(stick, { recursive: true });
    expect(readOfferState(desk.workspace)).toMatchObject({ state: 'ready', release: { version: '0.2.0' } });
    expect(existsSync(join(desk.workspace.folder, 'updates', installer))).toBe(true);
  });

  it('an installer without its release, and a release without its installer, are refused', async () => {
    const stick = desk.publish();
    rmSync(join(stick, installer));
    const apart = { ok: false, code: 'UPDATE_FILES_APART' };
    expect(await takeFile(desk.workspace, join(stick, beside))).toMatchObject(apart);
    writeFileSync(join(desk.workspace.folder, 'alone.deb'), 'x');
    expect(await takeFile(desk.workspace, join(desk.workspace.folder, 'alone.deb'))).toMatchObject(apart);
    expect(await takeFile(desk.workspace, join(stick, 'gone', 'x.deb'))).toMatchObject(apart);
  });

  it('half copied, changed, of another publisher or older: each is refused and nothing of it stays', async () => {
    const half = desk.publish();
    writeFileSync(join(half, installer), readFileSync(join(half, installer)).subarray(0, 1_000));
    const wrong = { ok: false, code: 'UPDATE_FILE_WRONG' };
    expect(await takeFile(desk.workspace, join(half, installer))).toMatchObject(wrong);
    const changed = desk.publish();
    const content = readFileSync(join(changed, installer));
    content[5] = (content[5] ?? 0) ^ 1;
    writeFileSync(join(changed, installer), content);
    expect(await takeFile(desk.workspace, join(changed, installer))).toMatchObject(wrong);
    const foreign = join(desk.publish({ isForeign: true }), beside);
    expect(await takeFile(desk.workspace, foreign)).toMatchObject({ code: 'UPDATE_SIGNATURE_WRONG' });
    const older = join(desk.publish({ version: '0.0.9' }), 'shipdesk_0.0.9_amd64.deb');
    expect(await takeFile(desk.workspace, older)).toMatchObject({ code: 'UPDATE_OLDER' });
    expect(readOfferState(desk.workspace)).toBeNull();
    expect(existsSync(join(desk.workspace.folder, 'updates', `${installer}.part`))).toBe(false);
  });

  it.each(['0.1.0', '0.2.0'])('stays, as it is newer than the %s of the feed', async (version) => {
    const stick = desk.publish({ version: '0.3.0' });
    await takeFile(desk.workspace, join(stick, 'shipdesk_0.3.0_amd64.deb'));
    desk.offer({ version });
    expect(await check()).toMatchObject({ ok: true });
    expect(readOfferState(desk.workspace)).toMatchObject({ state: 'ready', release: { version: '0.3.0' } });
  });

  it('a release put into the folder by hand is not believed', async () => {
    const stick = desk.publish({ isForeign: true });
    await takeFile(desk.workspace, join(desk.publish(), installer));
    copyFileSync(join(stick, beside), join(desk.workspace.folder, 'updates', 'offer.shipdesk-update'));
    expect(readOfferState(desk.workspace)).toBeNull();
  });
});
