import { useTranslation } from 'react-i18next';
import { pageBridge } from '../bridge/page.ts';
import type { say } from '../parts/feedback/Toasts.tsx';
import { useDescribe } from '../words/describe.ts';

type Said = Parameters<typeof say>[0];

/** What is said of a file that was written: where it lies, and the way to it. */
export function useFileWords(): (says: string, path: string) => Said {
  const { t } = useTranslation();
  return (says, path) => ({
    tone: 'done',
    says,
    next: path,
    action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
  });
}

/** What is said of something that was tried: words of its own when it went well, else why not. */
export function useOutcome() {
  const describe = useDescribe();
  return ({ ok, errorCode }: { ok: boolean; errorCode: string }, name: string, well: string): Said =>
    ok ? { tone: 'done', says: well } : { tone: 'failed', ...describe(errorCode, { name }), code: errorCode };
}
