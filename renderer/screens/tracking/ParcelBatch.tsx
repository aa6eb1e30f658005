import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ask } from '../../bridge/core.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import type { useAskAgain } from './askAgain.ts';
import './tracking.css';

interface ParcelBatchProps {
  readonly waybillNos: readonly string[];
  readonly askAgain: ReturnType<typeof useAskAgain>;
  onClear(): void;
}

/** What is left of today's questions, where a platform counts them. */
function useLeftToday(): string {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  const meters = useQuery(ask.trackingPlan.get.queryOptions()).data?.meters ?? [];
  return joinTexts(
    meters
      .filter(({ left }) => left !== null)
      .map(({ platform, left }) =>
        t('track.leftToday', { platform: platformName(platform), left: formatCount(left ?? 0) }),
      ),
  );
}

/** The bar under the table while parcels are ticked: what asking for them costs, before it is done. */
export function ParcelBatch({ waybillNos, askAgain, onClear }: ParcelBatchProps) {
  const { t } = useTranslation();
  const shown = formatCount(waybillNos.length);
  const leftToday = useLeftToday();
  const copy = (): void => {
    void pageBridge().copyText(waybillNos.join('\n'));
    say({ tone: 'done', says: t('track.numbersCopied', { count: waybillNos.length }) });
  };
  return (
    <section className="panel parcel-batch" aria-label={t('track.batch')}>
      <strong className="number">{shown}</strong>
      {t('track.ticked')}
      <IconButton icon="close" label={t('ship.untick')} onPress={onClear} />
      <p className="grow soft">
        {t('track.batchCost', { count: waybillNos.length, shown })} {leftToday}
      </p>
      <Button icon="copy" onPress={copy}>
        {t('track.copyNumbers')}
      </Button>
      <KeyButton look="primary" icon="refresh" combo="Ctrl+Enter" {...askAgain.press(waybillNos)}>
        {t('track.askBatch', { count: waybillNos.length, shown })}
      </KeyButton>
    </section>
  );
}
