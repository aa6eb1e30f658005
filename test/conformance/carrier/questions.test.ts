import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlatform } from '../../../electron/carriers/index.ts';
import type { CarrierPlatform, PlatformReply } from '../../../electron/carriers/kit/carrierPlatform.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import type { AskTrouble, CarrierBench } from './carrierHarness.ts';
import { harnesses } from './harnesses.ts';

const { sender, receiver } = sampleBooking();
const { name, phone, province, city, district, town, detail } = receiver;
const text = [name, phone, province, city, district, town, detail].join(' ');

const wanted: Readonly<Partial<Record<AskTrouble, object>>> = {
  down: { code: 'NETWORK_REFUSED' },
  garbled: { code: 'CARRIER_BAD_REPLY' },
  credentials: { code: 'CARRIER_CREDENTIALS' },
  busy: { code: 'CARRIER_BUSY' },
};

const asked = harnesses.filter(({ askTroubles }) => askTroubles.length > 0);

describe.each(asked)('$platformId asked about an address', (harness) => {
  const platform = findPlatform(harness.platformId) as CarrierPlatform;
  const { parseAddress, checkReach } = platform;
  if (parseAddress === undefined || checkReach === undefined) throw new Error('both are offered here');
  let bench: CarrierBench;
  beforeAll(async () => {
    bench = await harness.open();
  });
  afterAll(() => bench.close());

  const reach = (place: Partial<typeof receiver> = {}, account = bench.account) =>
    checkReach({ sender, receiver: { ...receiver, ...place }, carrier: 'ZTO' }, account, bench.ports);

  async function askInto(trouble: AskTrouble, capability: 'parseAddress' | 'checkReach') {
    const armed = bench.armAsk(trouble, capability, capability === 'parseAddress' ? text : detail);
    const reply: PlatformReply<unknown> =
      capability === 'parseAddress'
        ? await parseAddress!(armed.text, armed.account, bench.ports)
        : await reach({ detail: armed.text }, armed.account);
    return reply;
  }

  it('says in its manifest that it can be asked', () => {
    expect(platform.manifest.capabilities).toEqual(expect.arrayContaining(['parseAddress', 'checkReach']));
  });

  it('gives every field of a plain address', async () => {
    const parsed = await parseAddress(text, bench.account, bench.ports);
    expect(parsed).toMatchObject({ ok: true, value: receiver });
  });

  it('keeps the extension of a virtual number', async () => {
    const parsed = await parseAddress(text.replace(phone, `${phone}-5678`), bench.account, bench.ports);
    expect(parsed).toMatchObject({ ok: true, value: { phone, extension: '5678' } });
  });

  it('says that it did not understand what is no address', async () => {
    const parsed = await parseAddress('你好', bench.account, bench.ports);
    expect(parsed).toMatchObject({ ok: false, code: 'ASK_NOT_UNDERSTOOD', certainty: 'did-not-happen' });
  });

  it('tells a place that is served from one that is not', async () => {
    expect(await reach()).toMatchObject({ ok: true, value: { answer: 'reachable' } });
    const away = await reach({ province: '台湾省', city: '台北市', district: '信义区' });
    expect(away).toMatchObject({ ok: true, value: { answer: 'not-reachable' } });
  });

  it('tells nobody who sends and who receives when it asks about reach', async () => {
    const before = bench.sentBodies().length;
    await reach();
    const sent = bench.sentBodies().slice(before).map(decodeURIComponent).join('');
    for (const personal of [name, phone, sender.name, sender.phone]) expect(sent).not.toContain(personal);
  });

  for (const trouble of harness.askTroubles) {
    it.each(['parseAddress', 'checkReach'] as const)(
      `${trouble}: %s changed nothing, may be asked again, and shows nobody's data`,
      async (capability) => {
        const reply = await askInto(trouble, capability);
        expect(reply).toMatchObject({ ok: false, certainty: 'did-not-happen', ...wanted[trouble] });
        if (reply.ok) return;
        const said = [JSON.stringify(reply)];
        for (const language of ['zh-CN', 'en'] as const)
          said.push(...Object.values(describeError(reply.code, reply.params, language)));
        for (const personal of [name, phone, town, detail, bench.account.secret])
          expect(said.join('\n')).not.toContain(personal);
        expect(await reach()).toMatchObject({ ok: true });
      },
    );
  }

  it('says that the credentials are wrong, where there are any', async () => {
    const account = bench.wrongAccount;
    expect(account === null).toBe(platform.manifest.isEmbedded);
    if (account === null) return;
    for (const reply of [await parseAddress(text, account, bench.ports), await reach({}, account)])
      expect(reply).toMatchObject({ code: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
  });
});
