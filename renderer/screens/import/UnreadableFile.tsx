import { useTranslation } from 'react-i18next';
import { type ImportItem, useImportQueue } from '../../bridge/useImportQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { useKeys } from '../../parts/keys/useKeys.ts';

/** A file that cannot be recognised: why, and what the operator can do about it. */
export function UnreadableFile({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const { remove, answer } = useImportQueue.getState();
  const again = (): void => answer(item.id, {});
  useKeys([{ combo: 'Enter', says: t('common.retry'), run: again }]);
  if (item.failure === null) return null;
  return (
    <section className="panel panel-pad stack" aria-label={item.name}>
      <h2>{item.name}</h2>
      <FailureNotice failure={item.failure}>
        <Button onPress={() => remove(item.id)}>{t('imports.otherFile')}</Button>
        <Button keyHint="Enter" onPress={again}>
          {t('common.retry')}
        </Button>
      </FailureNotice>
    </section>
  );
}
