import { afterEach, beforeEach, expect, it } from 'vitest';
import { starterTemplate } from '../../../../../../electron/labels/template/starterTemplate.ts';
import type { PrinterTransport } from '../../../../../../electron/printers/kit/printerTransport.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { printLabel } from '../../../../../../electron/usecases/printing/printLabel.ts';
import { reprintLabel } from '../../../../../../electron/usecases/printing/reprint.ts';
import {
  removeLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
} from '../../../../../../electron/usecases/printing/templates/labelTemplates.ts';
import { templateForLabel } from '../../../../../../electron/usecases/printing/templates/templateForLabel.ts';
import { compareLabelTrial } from '../../../../../../electron/usecases/printing/trials/compareLabelTrial.ts';
import {
  endLabelTrial,
  listLabelTrials,
  setLabelTrialShare,
  startLabelTrial,
} from '../../../../../../electron/usecases/printing/trials/labelTrials.ts';
import type { LabelTemplateContent } from '../../../../../../shared/domain/printing/labelTemplate.ts';
import {
  didNotHappen,
  happened,
  type Outcome,
  unknownOutcome,
} from '../../../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../../../shared/rules/shopTime.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let isBroken = false;
const uri = 'tcp://127.0.0.1:9100?size=76x130';

const transport: PrinterTransport = {
  id: 'tcp',
  send: async () => (isBroken ? didNotHappen('PRINTER_UNREACHABLE') : happened({ level: 'accepted' })),
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  isBroken = false;
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const starter = starterTemplate('76x130');
const short: LabelTemplateContent = { size: '76x130', elements: starter.elements.slice(0, 2) };

async function saved(name: string, content: LabelTemplateContent = starter, baseVersion = 0, id?: string) {
  const draft = { templateId: id ?? null, baseVersion, name, content };
  return sure(await saveLabelTemplate(workspace, draft)).row.id;
}

const start = async (templateId: string, percent: number) =>
  sure(await startLabelTrial(workspace, { templateId, percent, endsAt: workspace.clock.now() + 7 * dayMs }));

/** How labels of these orders would be printed now. */
async function choose(orderKeys: readonly string[]) {
  const choices = [];
  for (const orderKey of orderKeys)
    choices.push(
      await workspace.store.write((write) =>
        templateForLabel(workspace, write, { shipmentId: `s-${orderKey}`, orderKey, printerUri: uri }),
      ),
    );
  return choices;
}

const keys = Array.from({ length: 400 }, (_, no) => `order-${no}`);

async function work(kind: 'book' | 'print'): Promise<void> {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim([kind], 100, now));
  for (const job of jobs) await (kind === 'book' ? bookShipment : printLabel)(workspace, job);
}

async function printOrders(first: number, count: number): Promise<string[]> {
  const accounts = await workspace.store.read.accounts.all();
  const account = accounts[0] ?? (await testAccount(workspace));
  const orders = Array.from({ length: count }, (_, index) => sampleOrder(first + index));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: uri });
  await work('book');
  await work('print');
  return orderIds;
}

it('a share of the labels shows the template on trial, the others what they showed before, and each order always the same', async () => {
  const tried = await saved('试用');
  const trial = await start(tried, 20);
  const once = await choose(keys);
  const fresh = once.filter(({ trial: arm }) => arm?.arm === 'new');
  expect(fresh.length).toBeGreaterThan(50);
  expect(fresh.length).toBeLessThan(110);
  for (const { ref, trial: arm } of once)
    expect(ref).toEqual(arm?.arm === 'new' ? { templateId: tried, version: 1 } : null);
  expect(await choose(keys)).toEqual(once);

  sure(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 40, version: 0 }));
  const wider = await choose(keys);
  once.forEach((choice, index) => {
    if (choice.trial?.arm === 'new') expect(wider[index]).toEqual(choice);
  });
});

it('one action puts all labels on one way at once, and outside of its days all are printed the old way', async () => {
  const tried = await saved('试用');
  const trial = await start(tried, 50);
  const armsOf = async () => new Set((await choose(keys)).map((choice) => choice.trial?.arm ?? 'none'));
  sure(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 0, version: 0 }));
  expect(await armsOf()).toEqual(new Set(['old']));
  sure(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 100, version: 1 }));
  expect(await armsOf()).toEqual(new Set(['new']));
  sure(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 50, version: 2 }));
  expect(await armsOf()).toEqual(new Set(['old', 'new']));
  await workspace.clock.advance(8 * dayMs);
  expect(await armsOf()).toEqual(new Set(['none']));
  expect((await choose(['a']))[0]?.ref).toBeNull();
  expect((await listLabelTrials(workspace))[0]?.state).toBe('over');
});

it('a new version of the default is tried against the version before, whatever is saved while it runs', async () => {
  const id = await saved('默认');
  sure(await setDefaultTemplate(workspace, '76x130', id));
  expect(await startLabelTrial(workspace, { templateId: id, percent: 10, endsAt: 9e15 })).toMatchObject({
    code: 'LABEL_TRIAL_NOTHING_NEW',
  });
  await saved('默认', short, 1, id);
  const trial = await start(id, 50);
  await saved('默认', starter, 2, id);
  const versions = new Map((await choose(keys)).map(({ ref, trial: arm }) => [arm?.arm, ref?.version]));
  expect(versions).toEqual(
    new Map([
      ['old', 1],
      ['new', 2],
    ]),
  );

  sure(await endLabelTrial(workspace, { trialId: trial.id, keep: 'new', version: 0 }));
  const [after] = await choose(['any']);
  expect(after).toEqual({ ref: { templateId: id, version: 4 }, trial: null });
  const kept = await workspace.store.read.templateVersions.one(id, 4);
  expect([kept?.backTo, JSON.parse(kept?.contentJson ?? '')]).toEqual([2, short]);
});

it('ending a trial leaves the way that stays as the default: the new template, or all as it was', async () => {
  const tried = await saved('试用');
  const first = await start(tried, 50);
  sure(await endLabelTrial(workspace, { trialId: first.id, keep: 'old', version: 0 }));
  expect((await choose(['any']))[0]).toEqual({ ref: null, trial: null });
  const second = await start(tried, 50);
  sure(await endLabelTrial(workspace, { trialId: second.id, keep: 'new', version: 0 }));
  expect((await choose(['any']))[0]).toEqual({ ref: { templateId: tried, version: 1 }, trial: null });
  const listed = await listLabelTrials(workspace);
  expect(listed.map(({ state, kept }) => [state, kept])).toEqual(
    expect.arrayContaining([
      ['ended', 'old'],
      ['ended', 'new'],
    ]),
  );
});

it('while a trial is open nothing pulls a template from under it, and a second one is refused', async () => {
  const [tried, other] = [await saved('试用'), await saved('另一个')];
  const trial = await start(tried, 50);
  const refusal = { ok: false, code: 'LABEL_TRIAL_OPEN', params: { size: '76x130' } };
  expect(await removeLabelTemplate(workspace, tried)).toEqual(refusal);
  expect(await setDefaultTemplate(workspace, '76x130', other)).toEqual(refusal);
  expect(
    await startLabelTrial(workspace, { templateId: other, percent: 1, endsAt: workspace.clock.now() + 1 }),
  ).toEqual(refusal);
  expect(await removeLabelTemplate(workspace, other)).toMatchObject({ ok: true });
  expect(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 1, version: 5 })).toMatchObject({
    code: 'LABEL_TRIAL_CHANGED_MEANWHILE',
  });
  sure(await endLabelTrial(workspace, { trialId: trial.id, keep: 'old', version: 0 }));
  expect(await endLabelTrial(workspace, { trialId: trial.id, keep: 'new', version: 1 })).toMatchObject({
    code: 'LABEL_TRIAL_NOT_FOUND',
  });
});

it('a trial that would be over already is refused', async () => {
  const tried = await saved('试用');
  const now = workspace.clock.now();
  for (const [startsAt, endsAt] of [
    [undefined, now],
    [now + 2, now + 1],
    [now - 9, now - 1],
  ] as const)
    expect(
      await startLabelTrial(workspace, { templateId: tried, percent: 1, startsAt, endsAt }),
    ).toMatchObject({ code: 'LABEL_TRIAL_DATES' });
});

it('every job says with which template it was printed, a reprint counts for the arm of its first print', async () => {
  const tried = await saved('试用');
  const trial = await start(tried, 50);
  const [orderId = ''] = await printOrders(1, 1);
  sure(await setLabelTrialShare(workspace, { trialId: trial.id, percent: 100, version: 0 }));
  await printOrders(2, 1);
  sure(await reprintLabel(workspace, { orderId, printerUri: uri, reason: '标签破损' }));
  await work('print');
  const jobs = await workspace.store.read.printJobs.ofOrder(orderId);
  const { printTemplates } = workspace.store.read;
  const all = await Promise.all(jobs.map(({ id }) => printTemplates.ofJob(id)));
  const noted = all.filter((row) => row !== undefined);
  expect(new Set(noted.map(({ arm, templateId }) => `${arm} ${templateId}`)).size).toBe(1);
  expect(noted).toHaveLength(2);
  const row = await workspace.store.read.printJobs.rowById(jobs[0]?.id ?? '');
  expect(row?.arm).toBe(noted[0]?.arm);
});

it('the comparison counts parcels by what became of them, and judges none from a small sample', async () => {
  const tried = await saved('试用');
  const trial = await start(tried, 50);
  const orderIds = await printOrders(1, 40);
  isBroken = true;
  await printOrders(100, 6);
  for (let tries = 0; tries < 4; tries += 1) {
    await workspace.clock.advance(60_000);
    await work('print');
  }
  isBroken = false;
  sure(await reprintLabel(workspace, { orderId: orderIds[0] ?? '', printerUri: uri, reason: '打糊了' }));
  await workspace.clock.advance(60_000);
  await work('print');
  const { old, new: fresh, verdicts } = sure(await compareLabelTrial(workspace, trial.id));
  expect(old.labels + fresh.labels).toBe(46);
  expect(old.labels).toBeGreaterThan(5);
  expect(fresh.labels).toBeGreaterThan(5);
  expect(old.printed + fresh.printed).toBe(40);
  expect(old.failed + fresh.failed).toBe(6);
  expect(old.reprinted + fresh.reprinted).toBe(1);
  expect(verdicts.failed).toBe('few');
  expect(await compareLabelTrial(workspace, 'nobody')).toMatchObject({ code: 'LABEL_TRIAL_NOT_FOUND' });
});
