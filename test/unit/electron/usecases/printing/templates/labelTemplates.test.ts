import { afterEach, beforeEach, expect, it } from 'vitest';
import { merchantArea } from '../../../../../../electron/labels/layout/labelZones.ts';
import { renderLabel } from '../../../../../../electron/labels/renderLabel.ts';
import { starterTemplate } from '../../../../../../electron/labels/template/starterTemplate.ts';
import {
  addLabelLogo,
  drawableTemplate,
  removeLabelLogo,
  withLogos,
} from '../../../../../../electron/usecases/printing/templates/drawableTemplate.ts';
import {
  goBackToTemplateVersion,
  readLabelTemplate,
  removeLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
} from '../../../../../../electron/usecases/printing/templates/labelTemplates.ts';
import {
  previewTemplate,
  sampleLabelDocument,
} from '../../../../../../electron/usecases/printing/templates/previewTemplate.ts';
import type { LabelTemplateContent } from '../../../../../../shared/domain/printing/labelTemplate.ts';
import type { Outcome } from '../../../../../../shared/errors/outcome.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const starter = starterTemplate('76x130');
const fewer: LabelTemplateContent = { ...starter, elements: starter.elements.slice(0, 2) };

const create = async (name = '我的模板', content = starter) =>
  sure(await saveLabelTemplate(workspace, { templateId: null, baseVersion: 0, name, content }));

it('a saved template gets a new version each time, and every older one stays as it was', async () => {
  const { row } = await create();
  expect(row.version).toBe(1);
  const second = sure(
    await saveLabelTemplate(workspace, { templateId: row.id, baseVersion: 1, name: '改名', content: fewer }),
  );
  expect(second).toMatchObject({ version: 2, content: fewer, row: { name: '改名', version: 2 } });
  expect(sure(await readLabelTemplate(workspace, row.id, 1)).content).toEqual(starter);
  const back = sure(
    await goBackToTemplateVersion(workspace, { templateId: row.id, version: 1, baseVersion: 2 }),
  );
  expect(back).toMatchObject({ version: 3, content: starter });
  const versions = await workspace.store.read.templateVersions.ofTemplate(row.id);
  expect(versions.map(({ version, backTo }) => [version, backTo])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  expect(workspace.topics).toContain('labelTemplates');
});

it('two who edit the same version do not overwrite each other', async () => {
  const { row } = await create();
  const save = () =>
    saveLabelTemplate(workspace, { templateId: row.id, baseVersion: 1, name: row.name, content: fewer });
  expect((await save()).ok).toBe(true);
  expect(await save()).toMatchObject({ ok: false, code: 'LABEL_TEMPLATE_CHANGED_MEANWHILE' });
});

it('two templates of one name are refused, and a name is free again once its template is removed', async () => {
  const { row } = await create('双11');
  const again = { templateId: null, baseVersion: 0, name: '双11', content: starter };
  expect(await saveLabelTemplate(workspace, again)).toMatchObject({ code: 'LABEL_TEMPLATE_NAME_TAKEN' });
  sure(await removeLabelTemplate(workspace, row.id));
  expect((await saveLabelTemplate(workspace, again)).ok).toBe(true);
  expect(await removeLabelTemplate(workspace, row.id)).toMatchObject({ code: 'LABEL_TEMPLATE_NOT_FOUND' });
});

it('a default is of its own size, and is lost by the template that changes size', async () => {
  const { row } = await create();
  expect((await setDefaultTemplate(workspace, '100x150', row.id)).ok).toBe(false);
  sure(await setDefaultTemplate(workspace, '76x130', row.id));
  const { labelTemplates } = workspace.store.read;
  expect((await labelTemplates.defaultOf('76x130'))?.id).toBe(row.id);
  const content = starterTemplate('100x150');
  sure(await saveLabelTemplate(workspace, { templateId: row.id, baseVersion: 1, name: row.name, content }));
  expect(await labelTemplates.defaultOf('76x130')).toBeUndefined();
  expect(await labelTemplates.defaultOf('100x150')).toBeUndefined();
});

it('a removed template still prints the labels that were printed with it', async () => {
  const { row } = await create();
  sure(await removeLabelTemplate(workspace, row.id));
  const drawn = sure(await drawableTemplate(workspace, { templateId: row.id, version: 1 }));
  expect(drawn?.content).toEqual(starter);
  expect(await drawableTemplate(workspace, { templateId: row.id, version: 9 })).toMatchObject({
    code: 'LABEL_TEMPLATE_NOT_FOUND',
  });
  expect(sure(await drawableTemplate(workspace, null))).toBeNull();
});

it('a preview is the very bitmap that is printed, and saves nothing', async () => {
  const before = workspace.topics.length;
  const preview = sure(await previewTemplate(workspace, { content: starter, dpi: 203, sample: 'ordinary' }));
  const document = sampleLabelDocument('ordinary', workspace.clock.now(), '');
  const template = { content: starter, logos: new Map() };
  const printed = sure(renderLabel(document, { size: '76x130', dpi: 203 }, workspace.fonts, template));
  expect(Buffer.compare(preview.bitmap.data, printed.data)).toBe(0);
  expect(preview.problems).toEqual([]);
  const area = merchantArea('76x130');
  expect(preview.merchantArea.left).toBe(14);
  expect(Math.abs(preview.merchantArea.width - area.widthTenthMm * 0.8)).toBeLessThan(2);
  expect(Math.abs(preview.merchantArea.top - area.topTenthMm * 0.8)).toBeLessThan(3);
  expect(await workspace.store.read.labelTemplates.all()).toEqual([]);
  expect(workspace.topics.length).toBe(before);
});

it('what the rows of a logo are padded with is not printed', async () => {
  const bitsBase64 = Buffer.from([0x81, 0xff, 0x18, 0x7f]).toString('base64');
  const { id } = sure(
    await addLabelLogo(workspace, { name: '标志', widthDots: 9, heightDots: 2, bitsBase64 }),
  );
  const place = { left: 0, top: 0, width: 50, height: 50 };
  const image = { ...place, kind: 'image', id: 'logo', condition: { when: 'always' }, logoId: id } as const;
  const { logos } = await withLogos(workspace, { ...starter, elements: [image] });
  expect([...(logos.get(id)?.bits ?? [])]).toEqual([0x81, 0x80, 0x18, 0]);
});

it('a logo is kept only when its bits are those of its size', async () => {
  const logo = {
    name: '标志',
    widthDots: 9,
    heightDots: 2,
    bitsBase64: Buffer.from([1, 2, 3, 4]).toString('base64'),
  };
  const row = sure(await addLabelLogo(workspace, logo));
  for (const wrong of [
    { ...logo, widthDots: 17 },
    { ...logo, heightDots: 3 },
    { ...logo, bitsBase64: '' },
    { ...logo, widthDots: 1_201, heightDots: 1, bitsBase64: Buffer.alloc(151).toString('base64') },
  ])
    expect(await addLabelLogo(workspace, wrong)).toMatchObject({ code: 'LABEL_LOGO_INVALID' });
  expect(await workspace.store.read.labelLogos.all()).toEqual([row]);
  sure(await removeLabelLogo(workspace, row.id));
  expect(await removeLabelLogo(workspace, row.id)).toMatchObject({ code: 'LABEL_LOGO_NOT_FOUND' });
});
