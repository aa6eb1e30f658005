import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alarmSentence } from '../../../shared/text/alarmSentence.ts';
import { ask } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { go } from '../../parts/place.ts';
import { useLanguage } from '../../words/useLanguage.ts';

/** The worst alarm that nobody has taken note of, and the way to its sheet. */
export function AlarmNotice() {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = useQuery(ask.alarms.open.queryOptions()).data ?? [];
  const raised = open.filter(({ state }) => state === 'raised');
  const [worst, ...others] = raised;
  if (worst === undefined) return null;
  const says = alarmSentence(worst, language);
  return (
    <Notice
      tone={worst.severity === 'urgent' ? 'failed' : 'note'}
      title={t('alarmScreen.today', { title: t(`alarm.${worst.kind}`), says })}
      {...(others.length === 0 ? {} : { next: t('alarmScreen.moreRaised', { count: others.length }) })}
    >
      <Button onPress={() => go('insight', { tab: 'alarms', section: worst.id })}>
        {t('alarmScreen.open')}
      </Button>
    </Notice>
  );
}
