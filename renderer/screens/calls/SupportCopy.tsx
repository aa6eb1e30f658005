import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters } from '../../parts/letters.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { useAct } from '../../work/useAct.ts';

/** The call and its chain as text without secrets or persons, for whoever helps. */
export function SupportCopy({ callId }: { readonly callId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const copy = useAct(() => core.calls.supportText({ callId, language }), {
    says: () => ({ tone: 'done', says: t('common.copied'), next: t('calls.copySupportNote') }),
    after: ({ text }) => void pageBridge().copyText(text),
  });
  return (
    <KeyButton size="small" icon="copy" combo={letters.copy} {...copy.press()}>
      {t('calls.copySupport')}
    </KeyButton>
  );
}
