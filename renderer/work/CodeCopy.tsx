import { useTranslation } from 'react-i18next';
import { pageBridge } from '../bridge/page.ts';
import { Button } from '../parts/Button.tsx';
import { say } from '../parts/feedback/Toasts.tsx';

/** The code of a failure for whoever is called about it: nobody at the bench reads it. */
export function CodeCopy({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <Button
      look="quiet"
      size="small"
      icon="copy"
      title={code}
      onPress={() => {
        void pageBridge().copyText(code);
        say({ tone: 'done', says: t('common.copied') });
      }}
    >
      {t('common.copyCode')}
    </Button>
  );
}
