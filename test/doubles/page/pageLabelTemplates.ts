import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { LabelLogoRow, LabelTemplateRow } from '../../../shared/contracts/labels.ts';
import { type LabelTemplateContent, templateSizes } from '../../../shared/domain/printing/labelTemplate.ts';
import { pageLabelBits } from './pageLabelBits.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface Kept {
  row: LabelTemplateRow;
  versions: { version: number; savedAt: number; backTo: number | null; content: LabelTemplateContent }[];
}

/** Templates and logos of the page's double. The preview is a fixed drawing: painting is the core's. */
export function pageLabelTemplates(os: Os, { now, fail, tell }: PageWorld) {
  const templates: Kept[] = [];
  let logos: LabelLogoRow[] = [];
  const find = (id: string): Kept =>
    templates.find(({ row }) => row.id === id) ?? fail('LABEL_TEMPLATE_NOT_FOUND');
  const rows = () => templates.map(({ row }) => row);
  const detail = ({ row, versions }: Kept, version = row.version) => {
    const shown = versions.find((candidate) => candidate.version === version);
    return { ...row, content: shown?.content ?? fail('LABEL_TEMPLATE_NOT_FOUND') };
  };
  const addVersion = (kept: Kept, content: LabelTemplateContent, backTo: number | null) => {
    const version = kept.versions.length + 1;
    kept.versions.push({ version, savedAt: now(), backTo, content });
    kept.row = { ...kept.row, version, size: content.size, updatedAt: now() };
    tell('labelTemplates');
    return detail(kept);
  };
  return {
    list: os.labelTemplates.list.handler(rows),
    areas: os.labelTemplates.areas.handler(() =>
      templateSizes.map((size) => {
        const [width = 0, height = 0] = size.split('x').map(Number);
        return {
          size,
          leftTenthMm: 18,
          topTenthMm: Math.round(height * 10 * 0.735),
          widthTenthMm: width * 10 - 35,
          heightTenthMm: Math.round(height * 10 * 0.25),
        };
      }),
    ),
    starter: os.labelTemplates.starter.handler(({ input }) => ({ size: input.size, elements: [] })),
    get: os.labelTemplates.get.handler(({ input }) => detail(find(input.templateId), input.version)),
    versions: os.labelTemplates.versions.handler(({ input }) =>
      find(input.templateId)
        .versions.map(({ content, ...version }) => ({ ...version, elements: content.elements.length }))
        .reverse(),
    ),
    save: os.labelTemplates.save.handler(({ input }) => {
      if (templates.some(({ row }) => row.name === input.name && row.id !== input.templateId))
        fail('LABEL_TEMPLATE_NAME_TAKEN', { name: input.name });
      if (input.templateId === null) {
        const id = `template-${templates.length + 1}`;
        const { size } = input.content;
        const row = { id, name: input.name, size, version: 0, isDefault: false, updatedAt: now() };
        const kept: Kept = { row, versions: [] };
        templates.push(kept);
        return addVersion(kept, input.content, null);
      }
      const kept = find(input.templateId);
      if (kept.row.version !== input.baseVersion) fail('LABEL_TEMPLATE_CHANGED_MEANWHILE');
      kept.row = { ...kept.row, name: input.name };
      return addVersion(kept, input.content, null);
    }),
    goBack: os.labelTemplates.goBack.handler(({ input }) => {
      const kept = find(input.templateId);
      return addVersion(kept, detail(kept, input.version).content, input.version);
    }),
    remove: os.labelTemplates.remove.handler(({ input }) => {
      templates.splice(templates.indexOf(find(input.templateId)), 1);
      tell('labelTemplates');
      return rows();
    }),
    setDefault: os.labelTemplates.setDefault.handler(({ input }) => {
      for (const kept of templates) {
        if (kept.row.size === input.size)
          kept.row = { ...kept.row, isDefault: kept.row.id === input.templateId };
      }
      tell('labelTemplates');
      return rows();
    }),
    preview: os.labelTemplates.preview.handler(() => ({
      bitmap: pageLabelBits('TEST00000000000001'),
      area: { left: 14, top: 765, width: 580, height: 265 },
      problems: [],
      hidden: [],
    })),
    logos: os.labelTemplates.logos.handler(() => logos),
    addLogo: os.labelTemplates.addLogo.handler(({ input }) => {
      const row = { ...input, id: `logo-${logos.length + 1}`, createdAt: now() };
      logos = [...logos, row];
      tell('labelTemplates');
      return row;
    }),
    removeLogo: os.labelTemplates.removeLogo.handler(({ input }) => {
      logos = logos.filter(({ id }) => id !== input.logoId);
      tell('labelTemplates');
      return logos;
    }),
  };
}
