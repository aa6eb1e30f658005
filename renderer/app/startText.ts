import i18next, { type FormatterModule, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/text/describeError.ts';
import { joinHan, markHan } from '../../shared/text/hanSpacing.ts';
import { pageBridge } from '../bridge/page.ts';
import { zhCN } from '../text/zh-CN/zhCN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
  }
}

const rememberedKey = 'shipdesk.language';

/** The language last chosen on this computer, until the core has answered; else the one the window was started in. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(rememberedKey);
  return kept === 'en' || kept === 'zh-CN' ? kept : pageBridge().startLanguage;
}

/** Shows the whole page in this language; English words are fetched the first time they are needed. */
async function showLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('../text/en/en.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** What a person or the workspace has chosen: the page changes, and it is kept for the next start, as menu and dialogs keep it. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(rememberedKey, language);
  void pageBridge().setLanguage(language);
  await showLanguage(language);
}

/** Between a Chinese text and a Chinese value put into it stands no space: first the value is marked, then the text joined. */
const markedHan: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, _language, { interpolationkey: place } = {}) =>
    typeof value === 'string' ? markHan(value, String(place)) : value,
};
const joinedHan = { type: 'postProcessor', name: 'joinedHan', process: joinHan } as const;

/** A text without places is the same each time; the library makes it again from all its options (5 to 10 µs, and Ship draws two hundred at a press). */
function keepTexts(t: TFunction): TFunction {
  const kept = new Map<string, string>();
  const keeping = (key: string, ...places: readonly unknown[]): string => {
    if (places.length > 0) return Reflect.apply(t, undefined, [key, ...places]);
    const text = kept.get(key) ?? t(key as 'common.loading');
    kept.set(key, text);
    return text;
  };
  return Object.assign(keeping, t) as TFunction;
}

/** One for all parts of the page, which know one namespace and no prefix. */
function keepTextsOfLanguages(): void {
  const fixed = i18next.getFixedT;
  const perLanguage = new Map<string, TFunction>();
  i18next.getFixedT = ((language: string) => {
    const t = perLanguage.get(language) ?? keepTexts(fixed(language));
    perLanguage.set(language, t);
    return t;
  }) as typeof fixed;
}

/** Must have finished before the first paint. */
export async function startText(): Promise<void> {
  keepTextsOfLanguages();
  await i18next
    .use(initReactI18next)
    .use(markedHan)
    .use(joinedHan)
    .init({
      lng: 'zh-CN',
      fallbackLng: 'zh-CN',
      resources: { 'zh-CN': { translation: zhCN } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      postProcess: [joinedHan.name],
      returnNull: false,
    });
  await showLanguage(firstLanguage());
}
