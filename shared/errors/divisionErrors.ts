import { defineErrors } from './defineErrors.ts';

const operator = { fix: 'operator', retryable: false } as const;

/** Updating the division data of a workspace; what was in use stays in use. */
export const divisionErrors = defineErrors({
  DIVISIONS_NOT_FOUND: {
    ...operator,
    'zh-CN': { says: '找不到区划数据 {path}，或没有读取权限。', next: '检查路径后再试。' },
    en: {
      says: 'There is no division data at {path}, or it may not be read.',
      next: 'Check the path and try again.',
    },
  },
  DIVISIONS_DAMAGED: {
    ...operator,
    'zh-CN': {
      says: '区划数据不完整或被改动过：缺文件、格式不对或校验不符。原来的数据没有变。',
      next: '请重新取得更新文件。',
    },
    en: {
      says: 'The division data is damaged: a file is missing, of another form or fails its checksum. What was in use is unchanged.',
      next: 'Get the update anew.',
    },
  },
  DIVISIONS_NOT_NEWER: {
    ...operator,
    'zh-CN': {
      says: '更新是 {version} 版，并不比正在使用的 {current} 新。',
      next: '不用处理；或换一个更新的文件。',
    },
    en: {
      says: 'The update is version {version}, no newer than {current} in use.',
      next: 'Nothing to do, or choose a newer one.',
    },
  },
  DIVISIONS_INCOMPLETE: {
    ...operator,
    'zh-CN': {
      says: '更新里的{level}只有 {found} 个，正在使用的有 {current} 个。原来的数据没有变。',
      next: '请确认拿到的是全国的完整数据。',
    },
    en: {
      says: 'The update has {found} entries of level {level}; {current} are in use. What was in use is unchanged.',
      next: 'Make sure it is the whole country’s data.',
    },
  },
});
