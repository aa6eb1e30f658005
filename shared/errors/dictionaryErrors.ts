import { defineErrors } from './defineErrors.ts';

const operator = { fix: 'operator', retryable: false } as const;

/** Teaching the column dictionary. */
export const dictionaryErrors = defineErrors({
  DICTIONARY_SPELLING_INVALID: {
    ...operator,
    'zh-CN': { says: '这个列名是空的，或超过 60 个字。', next: '请填写表格里真实的列名。' },
    en: {
      says: 'This column name is empty or has more than 60 characters.',
      next: 'Enter the name as it stands in the file.',
    },
  },
  DICTIONARY_SPELLING_TAKEN: {
    ...operator,
    'zh-CN': {
      says: '列名“{spelling}”已经属于字段“{field}”。',
      next: '确定要改，就确认一次；以后的表格都按新的字段读。',
    },
    en: {
      says: 'The column name “{spelling}” already belongs to the field “{field}”.',
      next: 'Confirm to move it; later files are then read by the new field.',
    },
  },
  DICTIONARY_SPELLING_GUARDED: {
    ...operator,
    'zh-CN': {
      says: '列名“{spelling}”看起来不是收件人或订单本身的（寄件、售后、发票、仓库等）。',
      next: '确定就是收件人或订单的列，就确认一次。',
    },
    en: {
      says: 'The column name “{spelling}” does not look like the receiver’s or the order’s own (sender, after-sale, invoice, warehouse …).',
      next: 'Confirm if it truly is.',
    },
  },
  DICTIONARY_FIELD_UNKNOWN: {
    ...operator,
    'zh-CN': { says: '没有字段“{field}”。', next: '请从字段列表里选择。' },
    en: { says: 'There is no field “{field}”.', next: 'Choose one of the list.' },
  },
  DICTIONARY_ENTRY_NOT_FOUND: {
    ...operator,
    'zh-CN': { says: '这一条已经不在字典里了。', next: '请刷新后再看。' },
    en: { says: 'This entry is no longer in the dictionary.', next: 'Refresh and look again.' },
  },
});
