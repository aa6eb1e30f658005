import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { useCopy } from './useCopy.ts';

/** The code of a failure for whoever is called about it: nobody at the bench reads it. */
export function CodeCopy({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const copy = useCopy();
  return (
    <Button look="quiet" size="small" icon="copy" title={code} onPress={() => copy(code)}>
      {t('common.copyCode')}
    </Button>
  );
}
