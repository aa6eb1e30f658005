import { useTranslation } from 'react-i18next';
import { pageBridge } from '../bridge/page.ts';
import type { say } from '../parts/feedback/Toasts.tsx';

/** What is said of a file that was written: where it lies, and the way to it. */
export function useFileWords(): (says: string, path: string) => Parameters<typeof say>[0] {
  const { t } = useTranslation();
  return (says, path) => ({
    tone: 'done',
    says,
    next: path,
    action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
  });
}
