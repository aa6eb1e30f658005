import type { Language } from './describeError.ts';

/** Of a locale in any spelling: `en`, `en-US`, `en_US.UTF-8`. Whatever is not English is Chinese. */
export const languageOf = (locale: string): Language =>
  /^en(?:glish)?(?![a-z])/i.test(locale) ? 'en' : 'zh-CN';
