import { describe, expect, it } from 'vitest';
import type { LabelLogo, LabelTemplate } from '../../electron/store/schema.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const template = (no: number, change: Partial<LabelTemplate> = {}): LabelTemplate => ({
  id: `t${no}`,
  name: `模板${no}`,
  size: '76x130',
  version: 1,
  isDefault: 0,
  createdAt: no,
  updatedAt: no,
  removedAt: null,
  ...change,
});

const logo: LabelLogo = {
  id: 'l1',
  name: '标志',
  widthDots: 8,
  heightDots: 1,
  bitsBase64: 'qg==',
  createdAt: 1,
  removedAt: null,
};

describe.each(engines)('label templates in the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('keeps templates, versions and logos over a restart', async () => {
    const version = { templateId: 't1', version: 1, contentJson: '{}', backTo: null, savedAt: 1 };
    await desk.store.write(async (write) => {
      await write.labelTemplates.insert(template(1));
      await write.templateVersions.insert(version);
      await write.templateVersions.insert({ ...version, version: 2, backTo: 1 });
      await write.labelLogos.insert(logo);
    });
    await desk.reopen();
    expect(await desk.store.read.labelTemplates.all()).toEqual([template(1)]);
    expect((await desk.store.read.templateVersions.ofTemplate('t1')).map((row) => row.version)).toEqual([
      2, 1,
    ]);
    expect(await desk.store.read.templateVersions.one('t1', 1)).toEqual(version);
    expect(await desk.store.read.labelLogos.all()).toEqual([logo]);
  });

  it('lets one of two who saved on the same version win', async () => {
    await desk.store.write((write) => write.labelTemplates.insert(template(1)));
    const save = (name: string) =>
      desk.store.write((write) =>
        write.labelTemplates.advance(
          { id: 't1', version: 1 },
          { name, size: '100x150', isDefault: 0, updatedAt: 9 },
        ),
      );
    expect((await Promise.all([save('甲'), save('乙')])).filter((row) => row !== undefined)).toHaveLength(1);
    expect((await desk.store.read.labelTemplates.byId('t1'))?.version).toBe(2);
  });

  it('has one default a size, and none among the removed', async () => {
    await desk.store.write(async ({ labelTemplates }) => {
      await labelTemplates.insert(template(1));
      await labelTemplates.insert(template(2));
      await labelTemplates.insert(template(3, { size: '100x150', isDefault: 1 }));
      await labelTemplates.setDefault('76x130', 't1');
      await labelTemplates.setDefault('76x130', 't2');
    });
    const { labelTemplates } = desk.store.read;
    expect((await labelTemplates.defaultOf('76x130'))?.id).toBe('t2');
    expect((await labelTemplates.defaultOf('100x150'))?.id).toBe('t3');
    expect((await labelTemplates.all()).map((row) => row.isDefault)).toEqual([0, 1, 1]);
    expect(await desk.store.write((write) => write.labelTemplates.remove('t2', 5))).toBe(true);
    expect(await desk.store.write((write) => write.labelTemplates.remove('t2', 6))).toBe(false);
    expect(await labelTemplates.defaultOf('76x130')).toBeUndefined();
    await desk.store.write((write) => write.labelTemplates.setDefault('100x150', null));
    expect(await labelTemplates.defaultOf('100x150')).toBeUndefined();
  });

  it('offers a removed logo no more, but keeps it for the labels that show it', async () => {
    await desk.store.write((write) => write.labelLogos.insert(logo));
    expect(await desk.store.write((write) => write.labelLogos.remove('l1', 5))).toBe(true);
    expect(await desk.store.write((write) => write.labelLogos.remove('l1', 6))).toBe(false);
    expect(await desk.store.read.labelLogos.all()).toEqual([]);
    expect(await desk.store.read.labelLogos.byIds(['l1'])).toEqual([{ ...logo, removedAt: 5 }]);
  });
});
