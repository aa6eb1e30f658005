import type { Language } from '../../shared/text/describeError.ts';

/** Language of menu and dialogs: `SHIPDESK_LANG` first, then the system's; Chinese when neither is known. */
export function chooseLanguage(wanted: string | undefined, systemLocale: string): Language {
  const locale = wanted === undefined || wanted === '' ? systemLocale : wanted;
  return /^en\b/i.test(locale) ? 'en' : 'zh-CN';
}
