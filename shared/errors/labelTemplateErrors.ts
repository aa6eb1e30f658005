import { defineErrors, final } from './defineErrors.ts';

/** The merchant area of labels: its templates and logos. */
export const labelTemplateErrors = defineErrors({
  LABEL_TEMPLATE_NOT_FOUND: final(
    '找不到这个面单模板或它的这个版本。',
    '刷新模板列表后再选。',
    'This label template, or this version of it, was not found.',
    'Refresh the list and choose again.',
  ),
  LABEL_TEMPLATE_NAME_TAKEN: final(
    '已经有一个叫“{name}”的模板。',
    '换一个名字再保存。',
    'There is a template called “{name}” already.',
    'Choose another name and save again.',
  ),
  LABEL_TEMPLATE_CHANGED_MEANWHILE: final(
    '这个模板刚刚被保存过新版本，你的修改没有保存。',
    '打开最新版本看一下，再决定保存哪一个；也可以另存为新模板。',
    'A newer version of this template was saved meanwhile; yours was not saved.',
    'Look at the newest version, then decide; or save yours as a new template.',
  ),
  LABEL_TEMPLATE_FILE_INVALID: final(
    '模板文件读不出来或内容不对（{detail}），没有保存。',
    '核对文件，可以先导出一个模板来对照。',
    'The template file cannot be read or is not well formed ({detail}); nothing was saved.',
    'Check the file; an exported template shows how it is written.',
  ),
  LABEL_TRIAL_OPEN: final(
    '{size} 的面单模板正在试用，暂时不能这样改。',
    '先结束试用，选定保留哪一个，再来修改。',
    'A trial of templates for {size} is open; this cannot be changed now.',
    'End the trial and say which way stays, then try again.',
  ),
  LABEL_TRIAL_NOTHING_NEW: final(
    '“{name}”已经是默认模板，而且只有一个版本，没有可以比较的。',
    '先保存一个新版本，或者选另一个模板来试用。',
    '“{name}” is the default already and has one version only: there is nothing to compare.',
    'Save a new version of it first, or try another template.',
  ),
  LABEL_TRIAL_DATES: final(
    '试用的结束时间不在开始时间和现在之后。',
    '选一个更晚的结束时间。',
    'The trial would end before it starts, or is over already.',
    'Choose a later end.',
  ),
  LABEL_TRIAL_NOT_FOUND: final(
    '找不到这次试用，或者它已经结束。',
    '刷新后再看。',
    'This trial was not found, or it has ended.',
    'Refresh and look again.',
  ),
  LABEL_TRIAL_CHANGED_MEANWHILE: final(
    '这次试用刚刚被改过，你的修改没有保存。',
    '看一下现在的比例，再决定。',
    'This trial was changed meanwhile; your change was not saved.',
    'Look at its share now, then decide.',
  ),
  LABEL_LOGO_INVALID: final(
    '这张图片的尺寸和内容对不上，没有保存。',
    '重新选择图片；边长最多 1200 点。',
    'The size of this picture does not match its content; it was not saved.',
    'Choose the picture again; a side has at most 1,200 dots.',
  ),
  LABEL_LOGO_NOT_FOUND: final(
    '这张图片已经不在列表里。',
    '刷新后再看。',
    'This picture is not in the list any more.',
    'Refresh and look again.',
  ),
});
