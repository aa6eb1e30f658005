import { useTranslation } from 'react-i18next';
import { type HandedFile, pageBridge } from '../bridge/page.ts';
import type { say } from '../parts/feedback/Toasts.tsx';
import { useDescribe } from '../words/describe.ts';

type Said = Parameters<typeof say>[0];

/** What is said of a file that was written: its name, and the way to it. */
export function useFileWords(): (says: string, file: HandedFile | undefined) => Said {
  const { t } = useTranslation();
  return (says, file) => ({
    tone: 'done',
    says,
    ...(file === undefined ? {} : { next: file.name, action: showAction(t('common.showFile'), file) }),
  });
}

const showAction = (label: string, { fileToken }: HandedFile) => ({
  label,
  run: () => void pageBridge().showFile(fileToken),
});

/** What is said of something that was tried: words of its own when it went well, else why not. */
export function useOutcome() {
  const describe = useDescribe();
  return (
    {
      ok,
      errorCode,
      errorParams,
    }: { ok: boolean; errorCode: string; errorParams?: Readonly<Record<string, string | number>> },
    name: string,
    well: string,
  ): Said =>
    ok
      ? { tone: 'done', says: well }
      : { tone: 'failed', ...describe(errorCode, { ...errorParams, name }), code: errorCode };
}
