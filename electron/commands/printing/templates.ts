import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { labelTemplateContentSchema } from '../../../shared/contracts/labelTemplateSchema.ts';
import { type LabelTemplateContent, templateSizes } from '../../../shared/domain/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import type { LabelTemplate } from '../../store/schema.ts';
import {
  newTemplateContent,
  readLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
} from '../../usecases/printing/templates/labelTemplates.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { labelText } from './labelText.ts';

/** By name or id. */
export async function templateByName({ store }: Workspace, wanted: string): Promise<Outcome<LabelTemplate>> {
  const all = await store.read.labelTemplates.all();
  const found = all.find(({ name, id }) => name === wanted || id === wanted);
  return found === undefined ? failure('LABEL_TEMPLATE_NOT_FOUND') : done(found);
}

async function contentOfFile(path: string): Promise<Outcome<LabelTemplateContent>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(resolve(path), 'utf8'));
  } catch {
    return failure('LABEL_TEMPLATE_FILE_INVALID', { detail: 'JSON' });
  }
  const content = labelTemplateContentSchema.safeParse(parsed);
  if (content.success) return done(content.data);
  const [issue] = content.error.issues;
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  return failure('LABEL_TEMPLATE_FILE_INVALID', { detail });
}

export const labelTemplateListCommand: Command = {
  name: 'label template list',
  usage: '',
  does: { 'zh-CN': '列出面单模板', en: 'list the label templates' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const rows = await workspace.store.read.labelTemplates.all();
      const { language } = context;
      const templates = rows.map(({ id, name, size, version, isDefault }) => ({
        id,
        name,
        size,
        version,
        isDefault: isDefault === 1,
      }));
      const lines = templates.map(({ isDefault, ...template }) =>
        labelText(language, 'template', {
          ...template,
          isDefault: isDefault ? labelText(language, 'isDefault') : '',
        }),
      );
      const human = lines.length === 0 ? [labelText(language, 'noTemplates')] : lines;
      return done({ exitCode: 0, json: { templates }, human });
    }),
};

async function contentToExport(
  context: CommandContext,
  workspace: Workspace,
): Promise<Outcome<LabelTemplateContent>> {
  const [name] = context.operands;
  const [wanted, starter] = [context.text('version'), context.text('starter')];
  const version = wanted === undefined ? undefined : Number(wanted);
  const size = templateSizes.find((known) => known === starter);
  const isWhole = version === undefined || (Number.isInteger(version) && size === undefined);
  if (!isWhole || (name === undefined) !== (size !== undefined))
    return failure('USAGE', { detail: `label template export ${labelTemplateExportCommand.usage}` });
  if (size !== undefined) return done(newTemplateContent(size));
  const template = await templateByName(workspace, name ?? '');
  if (!template.ok) return template;
  const read = await readLabelTemplate(workspace, template.value.id, version);
  return read.ok ? done(read.value.content) : read;
}

export const labelTemplateExportCommand: Command = {
  name: 'label template export',
  usage: `NAME [--version N]|--starter ${templateSizes.join('|')} [--out FILE.json]`,
  does: {
    'zh-CN': '把模板写成文件，改好后用 label template save 装回；--starter 从标准版式开始',
    en: 'write a template as a file for label template save; --starter begins with the standard layout',
  },
  options: { version: { type: 'string' }, starter: { type: 'string' }, out: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const read = await contentToExport(context, workspace);
      if (!read.ok) return read;
      const content = read.value;
      const text = `${JSON.stringify(content, null, 2)}\n`;
      const out = context.text('out');
      if (out !== undefined) replaceOwnerOnlyFile(resolve(out), text);
      const human = [out === undefined ? text.trimEnd() : resolve(out)];
      return done({ exitCode: 0, json: out === undefined ? content : { file: resolve(out) }, human });
    }),
};

export const labelTemplateSaveCommand: Command = {
  name: 'label template save',
  usage: 'FILE.json --name NAME',
  does: {
    'zh-CN': '把文件保存为新模板，或已有模板的新版本',
    en: 'save a file as a template, or as the next version of one',
  },
  options: { name: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [path] = context.operands;
      const name = context.text('name')?.trim() ?? '';
      if (path === undefined || name === '' || name.length > 40)
        return failure('USAGE', { detail: `label template save ${labelTemplateSaveCommand.usage}` });
      const content = await contentOfFile(path);
      if (!content.ok) return content;
      const former = await templateByName(workspace, name);
      const saved = await saveLabelTemplate(workspace, {
        templateId: former.ok ? former.value.id : null,
        baseVersion: former.ok ? former.value.version : 0,
        name: former.ok ? former.value.name : name,
        content: content.value,
      });
      if (!saved.ok) return saved;
      const { row, version } = saved.value;
      return done({
        exitCode: 0,
        json: { id: row.id, name: row.name, size: row.size, version },
        human: [labelText(context.language, 'saved', { name: row.name, version })],
      });
    }),
};

export const labelTemplateDefaultCommand: Command = {
  name: 'label template default',
  usage: `${templateSizes.join('|')} NAME|--standard`,
  does: {
    'zh-CN': '设定一种纸的默认模板；--standard 用标准版式',
    en: 'set the default template of a size; --standard for the standard layout',
  },
  options: { standard: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [wantedSize, name] = context.operands;
      const size = templateSizes.find((known) => known === wantedSize);
      const isStandard = context.flag('standard');
      if (size === undefined || (name === undefined) !== isStandard)
        return failure('USAGE', { detail: `label template default ${labelTemplateDefaultCommand.usage}` });
      const template = name === undefined ? done(null) : await templateByName(workspace, name);
      if (!template.ok) return template;
      const set = await setDefaultTemplate(workspace, size, template.value?.id ?? null);
      if (!set.ok) return set;
      const { language } = context;
      const shown = template.value?.name ?? labelText(language, 'standard');
      const human = [labelText(language, 'setDefault', { size, name: shown })];
      return done({ exitCode: 0, json: { size, templateId: template.value?.id ?? null }, human });
    }),
};
