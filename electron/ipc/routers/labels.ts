import type {
  LabelLogoRow,
  LabelTemplateDetail,
  LabelTemplateRow,
} from '../../../shared/contracts/labels.ts';
import type { LabelLogo, LabelTemplate } from '../../store/schema.ts';
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
import { gate, unwrap } from '../gate.ts';
import { bitmapView } from '../views.ts';

function templateRow(row: LabelTemplate): LabelTemplateRow {
  const { id, name, size, version, updatedAt } = row;
  return { id, name, size, version, isDefault: row.isDefault === 1, updatedAt };
}

function templateDetail({ row, version, content }: ReadTemplate): LabelTemplateDetail {
  return { ...templateRow(row), shownVersion: version, content };
}

function logoRow(row: LabelLogo): LabelLogoRow {
  return {
    id: row.id,
    name: row.name,
    widthDots: row.widthDots,
    heightDots: row.heightDots,
    bitsBase64: row.bitsBase64,
    createdAt: row.createdAt,
  };
}

const templateRows = async ({ store }: Workspace) => (await store.read.labelTemplates.all()).map(templateRow);
const logoRows = async ({ store }: Workspace) => (await store.read.labelLogos.all()).map(logoRow);

export const labelTemplatesRouter = {
  list: gate.labelTemplates.list.handler(({ context, errors }) =>
    templateRows(unwrap(errors, context.session.workspace())),
  ),
  areas: gate.labelTemplates.areas.handler(() => templateAreas),
  starter: gate.labelTemplates.starter.handler(({ input }) => newTemplateContent(input.size)),
  get: gate.labelTemplates.get.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return templateDetail(
      unwrap(errors, await readLabelTemplate(workspace, input.templateId, input.version)),
    );
  }),
  versions: gate.labelTemplates.versions.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const versions = await read.templateVersions.ofTemplate(input.templateId);
    return versions.map((row) => ({
      version: row.version,
      savedAt: row.savedAt,
      elements: templateContentOf(row).elements.length,
      backTo: row.backTo,
    }));
  }),
  save: gate.labelTemplates.save.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return templateDetail(unwrap(errors, await saveLabelTemplate(workspace, input)));
  }),
  goBack: gate.labelTemplates.goBack.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return templateDetail(unwrap(errors, await goBackToTemplateVersion(workspace, input)));
  }),
  remove: gate.labelTemplates.remove.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await removeLabelTemplate(workspace, input.templateId));
    return templateRows(workspace);
  }),
  setDefault: gate.labelTemplates.setDefault.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await setDefaultTemplate(workspace, input.size, input.templateId));
    return templateRows(workspace);
  }),
  preview: gate.labelTemplates.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const {
      bitmap,
      merchantArea: area,
      problems,
      hidden,
    } = unwrap(errors, await previewTemplate(workspace, input));
    return {
      bitmap: bitmapView(bitmap),
      area: { ...area },
      problems: problems.map((problem) => ({ ...problem })),
      hidden: [...hidden],
    };
  }),
  logos: gate.labelTemplates.logos.handler(({ context, errors }) =>
    logoRows(unwrap(errors, context.session.workspace())),
  ),
  addLogo: gate.labelTemplates.addLogo.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return logoRow(unwrap(errors, await addLabelLogo(workspace, input)));
  }),
  removeLogo: gate.labelTemplates.removeLogo.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await removeLabelLogo(workspace, input.logoId));
    return logoRows(workspace);
  }),
};

export const labelTrialsRouter = {
  list: gate.labelTrials.list.handler(({ context, errors }) =>
    listLabelTrials(unwrap(errors, context.session.workspace())),
  ),
  start: gate.labelTrials.start.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await startLabelTrial(workspace, input)));
  }),
  setShare: gate.labelTrials.setShare.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await setLabelTrialShare(workspace, input)));
  }),
  end: gate.labelTrials.end.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await endLabelTrial(workspace, input)));
  }),
  comparison: gate.labelTrials.comparison.handler(async ({ context, input, errors }) =>
    unwrap(errors, await compareLabelTrial(unwrap(errors, context.session.workspace()), input.trialId)),
  ),
};
