import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { WriteBackDialog } from './WriteBackDialog.tsx';

/** Leads to giving numbers back to the shop platforms: of the ticked orders, else of all. */
export function WriteBackButton({ ticked }: { readonly ticked: ReadonlyMap<string, unknown> }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useKeys([{ combo: 'b', says: t('writeBack.short'), run: open }]);
  return (
    <>
      <Button size="small" keyHint="B" onPress={open}>
        {t('writeBack.short')}
      </Button>
      {isOpen && <WriteBackDialog orderIds={[...ticked.keys()]} onClose={() => setOpen(false)} />}
    </>
  );
}
