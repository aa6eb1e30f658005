import { labelsContracts } from '../../../shared/contracts/labels.ts';
import type { LabelTemplate, StoredLabelTrial } from '../../store/schema.ts';
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
import { does, doesThen, gateOf } from '../gate.ts';
import { bitmapView } from '../views.ts';

const { onSession, onWorkspace } = gateOf(labelsContracts);

const templateRow = (row: LabelTemplate) => ({ ...row, isDefault: row.isDefault === 1 });

function templateDetail({ row, content }: ReadTemplate) {
  return { ...templateRow(row), content };
}

const templateRows = async ({ store }: Workspace) => (await store.read.labelTemplates.all()).map(templateRow);
const logoRows = ({ store }: Workspace) => store.read.labelLogos.all();

const labelTemplatesRouter = {
  ...onSession('labelTemplates', {
    areas: () => templateAreas,
    starter: (_, { size }) => newTemplateContent(size),
  }),
  ...onWorkspace('labelTemplates', {
    list: templateRows,
    get: does(
      (workspace, { templateId, version }) => readLabelTemplate(workspace, templateId, version),
      templateDetail,
    ),
    async versions({ store }, { templateId }) {
      const versions = await store.read.templateVersions.ofTemplate(templateId);
      return versions.map((row) => ({ ...row, elements: templateContentOf(row).elements.length }));
    },
    save: does(saveLabelTemplate, templateDetail),
    goBack: does(goBackToTemplateVersion, templateDetail),
    remove: doesThen((workspace, { templateId }) => removeLabelTemplate(workspace, templateId), templateRows),
    setDefault: doesThen(
      (workspace, { size, templateId }) => setDefaultTemplate(workspace, size, templateId),
      templateRows,
    ),
    preview: does(previewTemplate, ({ bitmap, merchantArea: area, ...rest }) => ({
      ...rest,
      bitmap: bitmapView(bitmap),
      area,
    })),
    logos: logoRows,
    addLogo: does(addLabelLogo),
    removeLogo: doesThen((workspace, { logoId }) => removeLabelLogo(workspace, logoId), logoRows),
  }),
};

const trialView = (row: StoredLabelTrial, workspace: Workspace) => viewLabelTrial(workspace, row);

const labelTrialsRouter = onWorkspace('labelTrials', {
  list: listLabelTrials,
  start: does(startLabelTrial, trialView),
  setShare: does(setLabelTrialShare, trialView),
  end: does(endLabelTrial, trialView),
  comparison: does((workspace, { trialId }) => compareLabelTrial(workspace, trialId)),
});

export const labelsRouters = { labelTemplates: labelTemplatesRouter, labelTrials: labelTrialsRouter };
