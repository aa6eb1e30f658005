import { defineErrors } from './defineErrors.ts';

const operator = { fix: 'operator', retryable: false } as const;

/** The merchant area of labels: its templates and logos. */
export const labelTemplateErrors = defineErrors({
  LABEL_TEMPLATE_NOT_FOUND: {
    ...operator,
    'zh-CN': { says: '找不到这个面单模板或它的这个版本。', next: '刷新模板列表后再选。' },
    en: {
      says: 'This label template, or this version of it, was not found.',
      next: 'Refresh the list and choose again.',
    },
  },
  LABEL_TEMPLATE_NAME_TAKEN: {
    ...operator,
    'zh-CN': { says: '已经有一个叫“{name}”的模板。', next: '换一个名字再保存。' },
    en: { says: 'There is a template called “{name}” already.', next: 'Choose another name and save again.' },
  },
  LABEL_TEMPLATE_CHANGED_MEANWHILE: {
    ...operator,
    'zh-CN': {
      says: '这个模板刚刚被保存过新版本，你的修改没有保存。',
      next: '打开最新版本看一下，再决定保存哪一个；也可以另存为新模板。',
    },
    en: {
      says: 'A newer version of this template was saved meanwhile; yours was not saved.',
      next: 'Look at the newest version, then decide; or save yours as a new template.',
    },
  },
  LABEL_LOGO_INVALID: {
    ...operator,
    'zh-CN': { says: '这张图片的尺寸和内容对不上，没有保存。', next: '重新选择图片；边长最多 1200 点。' },
    en: {
      says: 'The size of this picture does not match its content; it was not saved.',
      next: 'Choose the picture again; a side has at most 1,200 dots.',
    },
  },
  LABEL_LOGO_NOT_FOUND: {
    ...operator,
    'zh-CN': { says: '这张图片已经不在列表里。', next: '刷新后再看。' },
    en: { says: 'This picture is not in the list any more.', next: 'Refresh and look again.' },
  },
});
