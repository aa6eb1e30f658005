import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZipDirectory, readZipMember } from '../../../../../electron/imports/containers/zipDirectory.ts';
import { openSource } from '../../../../../electron/imports/kit/openSource.ts';
import type { RecordedCall } from '../../../../../electron/store/schema.ts';
import { saveChannel } from '../../../../../electron/usecases/insight/alarms/channels.ts';
import { findHead } from '../../../../../electron/usecases/operators/seal.ts';
import { receiverTextOf } from '../../../../../electron/usecases/orders/order.ts';
import { attachEvidence } from '../../../../../electron/usecases/platformRecord/evidence.ts';
import { startIncident } from '../../../../../electron/usecases/platformRecord/incidents.ts';
import { addNote } from '../../../../../electron/usecases/platformRecord/notes.ts';
import {
  confirmRequirements,
  saveRequirements,
} from '../../../../../electron/usecases/platformRecord/requirements.ts';
import { saveTerms } from '../../../../../electron/usecases/platformRecord/terms.ts';
import { writeDiagnosticBundle } from '../../../../../electron/usecases/workspace/diagnosticBundle.ts';
import { noTerms } from '../../../../../shared/domain/platformRecord/platformRecord.ts';
import { emptyRequirements } from '../../../../../shared/domain/platformRecord/requirements.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

let workspace: TestWorkspace;
let folder: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

/** Stands in everything that somebody typed or that opens something. */
const canary = 'Kanarienvogel';
const person = { name: '欧阳金丝雀', phone: '13987654321' };

async function plant(): Promise<void> {
  await writeFortnight(workspace, { days: 2, perDay: 12 });
  await hireStaff(workspace);
  const account = await testAccount(workspace, {
    platform: 'kdniao',
    name: `${canary}${person.name}`,
    merchantId: `${canary}1`,
    secret: `${canary}2`,
    endpoint: `http://127.0.0.1:9/${canary}`,
    fields: { CustomerName: `${canary}3`, CustomerPwd: `${canary}4` },
  });
  const accountId = account.id;
  const terms = { ...noTerms, adviserName: person.name, adviserPhone: person.phone, compensation: canary };
  await saveTerms(workspace, { accountId, terms, version: 0 });
  const list = {
    ...emptyRequirements,
    scenes: ['domestic' as const, 'batch' as const],
    functions: ['tracking' as const],
    systems: [{ kind: 'erp' as const, name: canary }],
    outside: [{ offer: 'customs' as const, how: `${canary} ${person.phone}` }],
  };
  await saveRequirements(workspace, { list, skipped: [] });
  await confirmRequirements(workspace, { confirmer: 'business', name: `${person.name}${canary}` });
  await startIncident(workspace, {
    accountId,
    title: `${canary}${person.name}`,
    ticketNo: canary,
    startedAt: null,
  });
  await addNote(workspace, {
    accountId,
    kind: 'other',
    person: person.name,
    text: `${canary} ${person.phone}`,
    evidenceId: null,
    incidentId: null,
  });
  const path = join(folder, `${canary}.txt`);
  writeFileSync(path, `${canary} ${person.phone}`);
  await attachEvidence(workspace, { accountId, kind: 'contract', path, validUntil: '' });
  await saveChannel(workspace, {
    kind: 'webhook',
    name: canary,
    isUrgentOnly: false,
    fields: { url: `https://127.0.0.1/${canary}`, secret: canary },
  });
  await workspace.store.write(async (write) => {
    await write.settings.put('merchantText', `${canary} ${person.phone}`);
    await write.settings.put('pushFolder', `/home/${canary}/${person.name}`);
    await write.settings.put('backupPlan', {
      isScheduled: true,
      second: { folder: `/media/${canary}`, chosenAt: 1 },
      alarmDays: null,
    });
    await write.printers.put({
      uri: `tcp://${canary}.local:9100?lang=${canary}&dpi=203&size=76x130`,
      name: `${person.name}${canary}`,
      profileJson: '{}',
      createdAt: workspace.clock.now(),
    });
    await write.drafts.put({
      name: 'd',
      valueJson: JSON.stringify({ canary, ...person }),
      at: workspace.clock.now(),
    });
    await write.calls.insert({
      id: workspace.nextId(),
      at: workspace.clock.now(),
      accountId,
      platform: 'kdniao',
      interfaceName: '1007',
      orderId: '',
      orderCode: canary,
      platformCode: `105 ${person.name} ${person.phone}`,
      requestId: canary,
      errorCode: 'CARRIER_REFUSED',
      certainty: 'did-not-happen',
      durationMs: 80,
      attempt: 0,
      errorParamsJson: JSON.stringify({ reason: `${person.name} ${person.phone} ${canary}` }),
    });
  });
}

async function opened() {
  const written = await writeDiagnosticBundle(workspace, { language: 'zh-CN' });
  if (!written.ok) throw new Error(written.code);
  const { path, files } = written.value;
  const texts = new Map<string, string>();
  const read = await openSource(path, async (source) => {
    const directory = await readZipDirectory(source);
    if (!directory.ok) return directory;
    for (const name of files) {
      const member = await readZipMember(directory.value, name);
      if (!member.ok) return member;
      texts.set(name, member.value.toString('utf8'));
    }
    await source.handle.close();
    return done(null);
  });
  expect(read).toMatchObject({ ok: true });
  return { bytes: readFileSync(path), texts };
}

describe('the diagnostic bundle', () => {
  it('holds no secret and no person of all that were planted everywhere', async () => {
    await plant();
    const { bytes, texts } = await opened();
    const whole = `${[...texts.keys()].join('\n')}\n${[...texts.values()].join('\n')}`;
    const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 500 });
    expect(orders.length).toBeGreaterThan(20);
    const personal = orders.flatMap((order) => [
      order.receiverName,
      order.receiverPhone,
      receiverTextOf(order),
      order.orderNo,
      order.waybillNo,
      order.shop,
      order.buyerRemark,
      order.sellerRemark,
    ]);
    const operators = (await workspace.store.read.operators.active()).map(({ name }) => name);
    const planted = [canary, person.name, person.phone, ...personal, ...operators].filter(
      (text) => text !== '',
    );
    expect([...new Set(planted)].filter((text) => whole.includes(text))).toEqual([]);
    expect(bytes.includes(canary)).toBe(false);
  });

  it('tells versions, checks, figures, queues and the last calls with what their codes mean', async () => {
    await plant();
    const { texts } = await opened();
    const read = (name: string) => JSON.parse(texts.get(name) ?? 'null');
    expect(read('versions.json')).toMatchObject({
      product: expect.stringMatching(/^\d/),
      node: process.versions.node,
    });
    expect(read('checks.json').length).toBeGreaterThan(10);
    const planted = {
      interface: '1007',
      code: 'CARRIER_REFUSED',
      platformCode: '(left out)',
      durationMs: 80,
    };
    expect(read('calls.json')).toContainEqual(
      expect.objectContaining({ ...planted, means: expect.stringContaining('拒') }),
    );
    expect(read('figures.json').map(({ days }: { days: number }) => days)).toEqual([1, 7, 30]);
    expect(read('settings.json')).toMatchObject({
      hasSender: true,
      printers: expect.arrayContaining(['tcp 203 76x130']),
    });
    expect(texts.get('readme.txt')).toContain('不含密钥');
  });

  it('holds the failures with their request ids, however many calls went well since', async () => {
    const account = await testAccount(workspace);
    const call = (no: number, change: Partial<RecordedCall>) =>
      workspace.store.write((write) =>
        write.calls.insert(sampleCall(no, { at: workspace.clock.now(), accountId: account.id, ...change })),
      );
    const requestId = '6b1f6e0a-3c1d-4c39-9e53-0e3f2f1f7a10';
    await call(1, { errorCode: 'CARRIER_REFUSED', requestId, platformCode: '13987654321' });
    for (let no = 2; no < 520; no++) await call(no, { errorCode: '', requestId: '13987654321' });
    const calls = JSON.parse((await opened()).texts.get('calls.json') ?? '[]');
    expect(calls.filter(({ code }: { code: string }) => code !== '')).toMatchObject([
      { code: 'CARRIER_REFUSED', requestId, platformCode: '(left out)' },
    ]);
    expect(calls[0].requestId).toBe('(left out)');
  });

  it('each act in it is found again in the record that it comes from, by its six characters', async () => {
    await hireStaff(workspace);
    const [last] = JSON.parse((await opened()).texts.get('events.json') ?? '[]');
    expect(await findHead(workspace, last.head)).toEqual([{ no: last.no, at: Date.parse(last.at) }]);
    expect(await findHead(workspace, '000000')).toEqual([]);
  });
});
