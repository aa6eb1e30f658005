import { useTranslation } from 'react-i18next';
import { pageBridge } from '../bridge/page.ts';
import { say } from '../parts/feedback/Toasts.tsx';

/** Puts a text where it can be pasted from, and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation();
  return (text) => {
    void pageBridge().copyText(text);
    say({ tone: 'done', says: t('common.copied') });
  };
}
