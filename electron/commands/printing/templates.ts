import { type LabelTemplateContent, templateSizes } from '../../../shared/domain/printing/labelTemplate.ts';
import { labelTemplateContentSchema } from '../../../shared/domain/printing/labelTemplateSchema.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import type { LabelLogo, LabelTemplate } from '../../store/schema.ts';
import { removeLabelLogo } from '../../usecases/printing/templates/drawableTemplate.ts';
import {
  newTemplateContent,
  readLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
} from '../../usecases/printing/templates/labelTemplates.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, reportDocument, unwrap } from '../main/command.ts';
import { isoTime, nothing, phrases } from '../main/phrases.ts';
import {
  filledText,
  flag,
  found,
  oneOf,
  optional,
  path,
  required,
  whole,
  writtenFile,
} from '../main/word.ts';
import { readWrittenJson } from '../main/writtenJson.ts';

export const say = phrases({
  none: ['还没有模板：都用标准版式。', 'There is no template yet: the standard layout is printed.'],
  template: ['{name}  {size}  第 {version} 版{isDefault}', '{name}  {size}  version {version}{isDefault}'],
  isDefault: ['（默认）', ' (default)'],
  saved: ['已保存 {name} 第 {version} 版。', '{name} is saved as version {version}.'],
  setDefault: ['{size} 的默认：{name}', 'default of {size}: {name}'],
  standard: ['标准版式', 'standard layout'],
  logoRemoved: ['图标 {name} 已删除。', 'The logo {name} is removed.'],
});

/** By name or id. */
async function templateNamed({ store }: Workspace, wanted: string): Promise<Outcome<LabelTemplate>> {
  const all = await store.read.labelTemplates.all();
  const known = all.find(({ name, id }) => name === wanted || id === wanted);
  return known === undefined ? failure('LABEL_TEMPLATE_NOT_FOUND') : done(known);
}

export const template = found('NAME', templateNamed);

async function contentOfFile(file: string): Promise<Outcome<LabelTemplateContent>> {
  const parsed = await readWrittenJson(fromCaller(file));
  if (parsed === undefined) return failure('LABEL_TEMPLATE_FILE_INVALID', { detail: 'JSON' });
  const content = labelTemplateContentSchema.safeParse(parsed);
  if (content.success) return done(content.data);
  const [issue] = content.error.issues;
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  return failure('LABEL_TEMPLATE_FILE_INVALID', { detail });
}

/** By name or id. */
const logo = found('NAME', async ({ store }, wanted): Promise<Outcome<LabelLogo>> => {
  const all = await store.read.labelLogos.all();
  const known = all.find(({ name, id }) => name === wanted || id === wanted);
  return known === undefined ? failure('LABEL_LOGO_NOT_FOUND') : done(known);
});

export const templateCommands: readonly Command[] = [
  command({
    name: 'label template list',
    zh: '列出面单模板',
    en: 'list the label templates',
    access: 'seeWork',
    async run({ workspace: { store }, language }) {
      const rows = await store.read.labelTemplates.all();
      const templates = rows.map(({ id, name, size, version, ...row }) => {
        return { id, name, size, version, isDefault: row.isDefault === 1 };
      });
      const human = templates.map(({ isDefault, ...shown }) =>
        say(language, 'template', { ...shown, isDefault: isDefault ? say(language, 'isDefault') : '' }),
      );
      return report({ templates }, human.length === 0 ? [say(language, 'none')] : human);
    },
  }),
  command({
    name: 'label template export',
    zh: '把模板写成文件，改好后用 label template save 装回；--starter 从标准版式开始',
    en: 'write a template as a file for label template save; --starter begins with the standard layout',
    access: 'seeWork',
    operands: [optional(template)],
    options: { version: whole(), starter: oneOf(templateSizes), out: writtenFile(path('FILE.json')) },
    either: [['NAME', '--version'], ['--starter']],
    async run({ workspace, operands: [named], options: { version, starter, out: file }, wrongUsage }) {
      if (starter !== undefined) return reportDocument(newTemplateContent(starter), file);
      if (named === undefined) return wrongUsage();
      const { content } = unwrap(await readLabelTemplate(workspace, named.id, version));
      return reportDocument(content, file);
    },
  }),
  command({
    name: 'label template save',
    zh: '把文件保存为新模板，或已有模板的新版本',
    en: 'save a file as a template, or as the next version of one',
    access: 'changeRules',
    begins: true,
    operands: [found('FILE.json', (_workspace, file) => contentOfFile(file))],
    options: { name: required(filledText('NAME', 40)) },
    async run({ workspace, language, operands: [content], options: { name } }) {
      const known = await templateNamed(workspace, name);
      const draft = {
        templateId: known.ok ? known.value.id : null,
        baseVersion: known.ok ? known.value.version : 0,
        name: known.ok ? known.value.name : name,
        content,
      };
      const { row, version } = unwrap(await saveLabelTemplate(workspace, draft));
      const saved = { id: row.id, name: row.name, size: row.size, version };
      return report(saved, [say(language, 'saved', saved)]);
    },
  }),
  command({
    name: 'label template default',
    zh: '设定一种纸的默认模板；--standard 用标准版式',
    en: 'set the default template of a size; --standard for the standard layout',
    access: 'changeRules',
    operands: [oneOf(templateSizes), optional(template)],
    options: { standard: flag },
    either: [['NAME'], ['--standard']],
    async run({ workspace, language, operands: [size, named] }) {
      const templateId = named?.id ?? null;
      unwrap(await setDefaultTemplate(workspace, size, templateId));
      const name = named?.name ?? say(language, 'standard');
      return report({ size, templateId }, [say(language, 'setDefault', { size, name })]);
    },
  }),
  command({
    name: 'label logo list',
    zh: '列出面单模板用的图标',
    en: 'list the logos of label templates',
    access: 'seeWork',
    async run({ workspace: { store }, language }) {
      const rows = await store.read.labelLogos.all();
      const logos = rows.map(({ id, name, widthDots, heightDots, createdAt }) => ({
        id,
        name,
        widthDots: widthDots,
        heightDots: heightDots,
        createdAt: isoTime(createdAt),
      }));
      const human = logos.map(
        ({ id, name, widthDots, heightDots }) => `${id}  ${name}  ${widthDots}×${heightDots}`,
      );
      return report({ logos }, human.length === 0 ? [nothing(language)] : human);
    },
  }),
  command({
    name: 'label logo remove',
    zh: '删除没有模板在用的图标',
    en: 'remove a logo that no template shows',
    access: 'changeRules',
    operands: [logo],
    async run({ workspace, language, operands: [{ id, name }] }) {
      unwrap(await removeLabelLogo(workspace, id));
      return report({ removed: id }, [say(language, 'logoRemoved', { name })]);
    },
  }),
];
