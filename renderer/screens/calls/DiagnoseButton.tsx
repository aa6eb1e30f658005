import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { useAct } from '../../work/useAct.ts';

/** What a helper asks for first, as one file beside the other results. */
export function DiagnoseButton() {
  const { t } = useTranslation();
  const write = useAct(() => core.platformRecord.diagnose(), {
    says: ({ fileToken }) => ({
      tone: 'done',
      says: t('record.diagnosed'),
      action: { label: t('common.showFile'), run: () => void pageBridge().showFile(fileToken) },
    }),
  });
  return (
    <Button icon="file" {...write.press()}>
      {t('record.diagnose')}
    </Button>
  );
}
