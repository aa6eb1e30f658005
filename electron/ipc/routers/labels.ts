import type { LabelTemplate } from '../../store/schema.ts';
import { addLabelLogo, removeLabelLogo } from '../../usecases/printing/templates/drawableTemplate.ts';
import {
  goBackToTemplateVersion,
  newTemplateContent,
  type ReadTemplate,
  readLabelTemplate,
  removeLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
  templateAreas,
  templateContentOf,
} from '../../usecases/printing/templates/labelTemplates.ts';
import { previewTemplate } from '../../usecases/printing/templates/previewTemplate.ts';
import { compareLabelTrial } from '../../usecases/printing/trials/compareLabelTrial.ts';
import {
  endLabelTrial,
  listLabelTrials,
  setLabelTrialShare,
  startLabelTrial,
  viewLabelTrial,
} from '../../usecases/printing/trials/labelTrials.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, gate, opened, unwrap } from '../gate.ts';
import { bitmapView } from '../views.ts';

const templateRow = (row: LabelTemplate) => ({ ...row, isDefault: row.isDefault === 1 });

function templateDetail({ row, content }: ReadTemplate) {
  return { ...templateRow(row), content };
}

const templateRows = async ({ store }: Workspace) => (await store.read.labelTemplates.all()).map(templateRow);
const logoRows = ({ store }: Workspace) => store.read.labelLogos.all();

const labelTemplatesRouter = {
  list: opened.labelTemplates.list.handler(({ context: { workspace } }) => templateRows(workspace)),
  areas: gate.labelTemplates.areas.handler(() => templateAreas),
  starter: gate.labelTemplates.starter.handler(({ input }) => newTemplateContent(input.size)),
  get: opened.labelTemplates.get.handler(async ({ context: { workspace }, input }) =>
    templateDetail(unwrap(await readLabelTemplate(workspace, input.templateId, input.version))),
  ),
  versions: opened.labelTemplates.versions.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const versions = await read.templateVersions.ofTemplate(input.templateId);
    return versions.map((row) => ({ ...row, elements: templateContentOf(row).elements.length }));
  }),
  save: opened.labelTemplates.save.handler(async ({ context: { workspace }, input }) =>
    templateDetail(unwrap(await saveLabelTemplate(workspace, input))),
  ),
  goBack: opened.labelTemplates.goBack.handler(async ({ context: { workspace }, input }) =>
    templateDetail(unwrap(await goBackToTemplateVersion(workspace, input))),
  ),
  remove: opened.labelTemplates.remove.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removeLabelTemplate(workspace, input.templateId));
    return templateRows(workspace);
  }),
  setDefault: opened.labelTemplates.setDefault.handler(async ({ context: { workspace }, input }) => {
    unwrap(await setDefaultTemplate(workspace, input.size, input.templateId));
    return templateRows(workspace);
  }),
  preview: opened.labelTemplates.preview.handler(async ({ context: { workspace }, input }) => {
    const { bitmap, merchantArea: area, ...rest } = unwrap(await previewTemplate(workspace, input));
    return { ...rest, bitmap: bitmapView(bitmap), area };
  }),
  logos: opened.labelTemplates.logos.handler(({ context: { workspace } }) => logoRows(workspace)),
  addLogo: opened.labelTemplates.addLogo.handler(does(addLabelLogo)),
  removeLogo: opened.labelTemplates.removeLogo.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removeLabelLogo(workspace, input.logoId));
    return logoRows(workspace);
  }),
};

const labelTrialsRouter = {
  list: opened.labelTrials.list.handler(({ context: { workspace } }) => listLabelTrials(workspace)),
  start: opened.labelTrials.start.handler(async ({ context: { workspace }, input }) =>
    viewLabelTrial(workspace, unwrap(await startLabelTrial(workspace, input))),
  ),
  setShare: opened.labelTrials.setShare.handler(async ({ context: { workspace }, input }) =>
    viewLabelTrial(workspace, unwrap(await setLabelTrialShare(workspace, input))),
  ),
  end: opened.labelTrials.end.handler(async ({ context: { workspace }, input }) =>
    viewLabelTrial(workspace, unwrap(await endLabelTrial(workspace, input))),
  ),
  comparison: opened.labelTrials.comparison.handler(async ({ context: { workspace }, input }) =>
    unwrap(await compareLabelTrial(workspace, input.trialId)),
  ),
};

export const labelsRouters = { labelTemplates: labelTemplatesRouter, labelTrials: labelTrialsRouter };
