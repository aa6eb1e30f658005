import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters } from '../../parts/letters.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { useAct } from '../useAct.ts';

interface CopyForBuyerProps {
  readonly waybillNo: string;
  readonly size?: 'small';
  readonly inDialogs?: boolean;
}

/** Where the parcel is, as a text for its buyer, with one key onto the clipboard; sending it stays with a person. */
export function CopyForBuyer({ waybillNo, ...look }: CopyForBuyerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const copy = useAct(() => core.parcelCare.notice({ waybillNo, language }), {
    says: ({ text }) => ({ tone: 'done', says: t('track.noticeCopied'), next: text }),
    after: ({ text }) => void pageBridge().copyText(text),
  });
  return (
    <KeyButton icon="copy" combo={letters.copy} {...look} {...copy.press()}>
      {t('track.copyForBuyer')}
    </KeyButton>
  );
}
