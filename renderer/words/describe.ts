import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type AddressIssue, addressIssues } from '../../shared/domain/addressReading.ts';
import { isErrorCode } from '../../shared/errors/catalogue.ts';
import type { ErrorText } from '../../shared/errors/defineErrors.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../shared/text/describeError.ts';

/** Finds the words for a key, or says the second argument. */
type Say = (key: string, otherwise: string) => string;

/** The core's names of fields (`receiver.city`, `account.MonthCode`, `name, phone`) in the operator's words. */
export function fieldText(field: string, say: Say): string {
  const word = (part: string) => say(`field.${part}`, say(`accountField.${part}`, part));
  return field
    .split(/[,，、\s]+/)
    .filter((name) => name !== '')
    .map((name) => name.split('.').map(word).join(' '))
    .join(say('common.listComma', ', '));
}

interface FieldNames {
  readonly accountFields: readonly {
    readonly key: string;
    readonly nameZh: string;
    readonly nameEn: string;
  }[];
}

/** Platforms name the fields of their accounts themselves; a failure that speaks of such a field says that name. */
export function addPlatformWords(i18n: i18n, platforms: readonly FieldNames[]): void {
  for (const { key, nameZh, nameEn } of platforms.flatMap(({ accountFields }) => accountFields)) {
    i18n.addResource('zh-CN', 'translation', `accountField.${key}`, nameZh);
    i18n.addResource('en', 'translation', `accountField.${key}`, nameEn);
  }
}

const isAddressIssue = (code: string): code is AddressIssue =>
  (addressIssues as readonly string[]).includes(code);

/** Words for any code the core or the page may name: what is wrong and what to do. Never a code without words. */
export function useDescribe(): (code: string, params?: ErrorParams) => ErrorText {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  /** Texts name fields in the operator's words; the core names them by its own. */
  const inWords = useCallback(
    (params: ErrorParams): ErrorParams => {
      if (typeof params.field !== 'string') return params;
      // The keys are put together from what the core says: the compiler cannot know them.
      const say = (key: string, otherwise: string) =>
        t(key as 'common.listComma', { defaultValue: otherwise });
      return { ...params, field: fieldText(params.field, say) };
    },
    [t],
  );
  return useCallback(
    (code, params = {}) => {
      if (code === 'CORE_AWAY' || code === 'CORE_NO_ANSWER') {
        return { says: t(`pageFailure.${code}.says`), next: t(`pageFailure.${code}.next`) };
      }
      // The command line's advice for this code speaks of its own options.
      if (code === 'INTERNAL')
        return { says: t('pageFailure.INTERNAL.says'), next: t('pageFailure.INTERNAL.next') };
      if (isErrorCode(code)) return describeError(code, inWords(params), language);
      if (isAddressIssue(code)) return { says: t(`issue.${code}`), next: t('issueNext') };
      return { says: t('pageFailure.UNKNOWN.says'), next: t('pageFailure.UNKNOWN.next') };
    },
    [t, language, inWords],
  );
}

/** The core's name of a field in the operator's words. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (field) =>
      // The keys are put together from what the core says: the compiler cannot know them.
      fieldText(field, (key, otherwise) => t(key as 'common.listComma', { defaultValue: otherwise })),
    [t],
  );
}
