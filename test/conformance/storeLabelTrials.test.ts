import { describe, expect, it } from 'vitest';
import type { PrintTemplate, StoredLabelTrial } from '../../electron/store/schema.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const trial = (no: number, change: Partial<StoredLabelTrial> = {}): StoredLabelTrial => ({
  id: `trial${no}`,
  size: '76x130',
  oldTemplateId: '',
  oldVersion: 0,
  newTemplateId: 't1',
  newVersion: 3,
  percent: 10,
  startsAt: 100,
  endsAt: 200,
  version: 0,
  createdAt: no,
  endedAt: null,
  kept: '',
  ...change,
});

const sheet = (no: number, change: Partial<PrintTemplate> = {}): PrintTemplate => ({
  jobId: `j${no}`,
  shipmentId: `s${no}`,
  templateId: 't1',
  templateVersion: 3,
  trialId: 'trial1',
  arm: 'new',
  ...change,
});

describe.each(engines)('trials of label templates in the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('keeps open and ended trials over a restart, the last that ended first', async () => {
    await desk.store.write(async ({ labelTrials }) => {
      await labelTrials.insert(trial(1, { endedAt: 150, kept: 'old' }));
      await labelTrials.insert(trial(2, { endedAt: 170, kept: 'new' }));
      await labelTrials.insert(trial(3));
      await labelTrials.insert(trial(4, { size: '60x40' }));
    });
    await desk.reopen();
    const { labelTrials } = desk.store.read;
    expect(await labelTrials.open()).toEqual([trial(3), trial(4, { size: '60x40' })]);
    expect((await labelTrials.ended(9)).map(({ id }) => id)).toEqual(['trial2', 'trial1']);
    expect((await labelTrials.ended(1)).map(({ kept }) => kept)).toEqual(['new']);
    expect((await labelTrials.openOf('76x130'))?.id).toBe('trial3');
    expect(await labelTrials.openOf('100x150')).toBeUndefined();
  });

  it('lets one of two who saw the same version change a trial, and nobody an ended one', async () => {
    await desk.store.write(({ labelTrials }) => labelTrials.insert(trial(1)));
    const change = (percent: number) =>
      desk.store.write(({ labelTrials }) => labelTrials.change({ id: 'trial1', version: 0 }, { percent }));
    expect((await Promise.all([change(0), change(100)])).filter((row) => row !== undefined)).toHaveLength(1);
    const end = (version: number) =>
      desk.store.write(({ labelTrials }) =>
        labelTrials.change({ id: 'trial1', version }, { endedAt: 180, kept: 'new' }),
      );
    expect([await end(0), (await end(1))?.kept, await end(2)]).toEqual([undefined, 'new', undefined]);
    expect(await desk.store.read.labelTrials.byId('trial1')).toMatchObject({ version: 2, kept: 'new' });
  });

  it('says of each sheet how it was printed', async () => {
    const standard = sheet(2, { templateId: '', templateVersion: 0, arm: 'old' });
    await desk.store.write(async ({ printTemplates }) => {
      await printTemplates.insert(sheet(1));
      await printTemplates.insert(standard);
    });
    const { printTemplates } = desk.store.read;
    expect(await printTemplates.ofJob('j1')).toEqual(sheet(1));
    expect(await printTemplates.ofJob('j9')).toBeUndefined();
    expect(await printTemplates.ofJob('j2')).toEqual(standard);
    expect(await printTemplates.sheetsOf('trial1', 'new')).toEqual([]);
  });
});
