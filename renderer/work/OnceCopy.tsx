import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageBridge } from '../bridge/page.ts';
import { Button } from '../parts/Button.tsx';
import { useScanTaker } from '../parts/scanTakers.ts';

/** Copies what is shown this once. While it is there a scan does nothing: its Enter would leave the page, and the text would be lost. */
export function OnceCopy({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useScanTaker(() => true);
  return (
    <Button
      icon={isCopied ? 'check' : 'copy'}
      onPress={() => {
        void pageBridge().copyText(text);
        setCopied(true);
      }}
    >
      {t(isCopied ? 'common.copied' : 'common.copy')}
    </Button>
  );
}
