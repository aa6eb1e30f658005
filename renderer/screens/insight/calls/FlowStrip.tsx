import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallSpan, ServiceFigures } from '../../../../shared/contracts/insight/calls.ts';
import { ask } from '../../../bridge/core.ts';
import { usePlatformName } from '../../../bridge/knownNames.ts';
import { Figure } from '../../../parts/charts/Figure.tsx';
import { percentText } from '../../../parts/charts/scale.ts';
import { formatCount, useDuration, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { awayTab, worstPlatform } from './callCharts.ts';

const renewedEveryMs = 5_000;

/** How far behind the work is: the platforms' availability, what waits, the labels, the tracking. */
export function FlowStrip({ span }: { readonly span: CallSpan }) {
  const { t } = useTranslation();
  const answer = useQuery(
    ask.insightCalls.service.queryOptions({
      input: { span },
      refetchInterval: renewedEveryMs,
      placeholderData: keepPreviousData,
    }),
  );
  const service = answer.data;
  if (service === undefined) return <AnswerState answer={answer} />;
  return (
    <section className="panel day-strip flow-strip" aria-label={t('insight.flow.title')}>
      <Availability service={service} span={span} />
      <Queue service={service} />
      <Prints service={service} />
      <Sync service={service} />
    </section>
  );
}

interface Shown {
  readonly service: ServiceFigures;
}

/** Of the platform that was away the most. */
function Availability({ service: { availability }, span }: Shown & { readonly span: CallSpan }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  const worst = worstPlatform(availability.platforms);
  const aim = t('insight.flow.aim', { percent: percentText(availability.wanted) });
  return (
    <Figure
      label={t('insight.flow.availability')}
      value={worst?.share == null ? null : percentText(worst.share)}
      note={[
        worst === null ? '' : platformName(worst.platform),
        aim,
        worst?.isFew === true ? t('chart.few') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      tone={worst?.share != null && !worst.isFew && worst.share < availability.wanted ? 'failed' : undefined}
      isFirst
      open={
        worst === null
          ? undefined
          : () => go('settings', { section: 'calls', tab: awayTab(worst.platform, span) })
      }
    />
  );
}

function Queue({ service: { queues, to } }: Shown) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { count, oldestAt } = queues.booking;
  return (
    <Figure
      label={t('insight.flow.queue')}
      value={oldestAt === null ? '0' : duration(Math.max(0, to - oldestAt) / 1_000)}
      note={t('insight.flow.waiting', { count, shown: formatCount(count) })}
      isFirst={false}
      open={() => go('ship', { filter: 'booking' })}
    />
  );
}

function Prints({ service: { prints, to } }: Shown) {
  const { t } = useTranslation();
  const { from, printed, reprinted, failed, unsure, share, isFew } = prints;
  const mark = failed + unsure > 0 ? 'notOut' : 'out';
  return (
    <Figure
      label={t('insight.flow.print')}
      value={share === null ? null : percentText(share)}
      note={[
        t('insight.flow.printed', { printed: formatCount(printed), again: formatCount(reprinted) }),
        failed + unsure === 0
          ? ''
          : t('insight.flow.notOut', { failed: formatCount(failed), unsure: formatCount(unsure) }),
        isFew ? t('chart.few') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      tone={unsure > 0 ? 'unsure' : undefined}
      isFirst={false}
      open={() => go('print', { printed: { mark, from, to } })}
    />
  );
}

function Sync({ service: { queues, sync, to } }: Shown) {
  const { t } = useTranslation();
  const duration = useDuration();
  const when = useWhen(to);
  const { count, oldestAt } = queues.tracking;
  const asked =
    sync.lastAnswerAt === null
      ? t('insight.flow.notAnswered')
      : t('insight.flow.answered', { when: when(sync.lastAnswerAt) });
  return (
    <Figure
      label={t('insight.flow.tracking')}
      value={oldestAt === null ? '0' : duration(Math.max(0, to - oldestAt) / 1_000)}
      note={`${t('insight.flow.due', { count, shown: formatCount(count) })} · ${asked}`}
      isFirst={false}
      open={() => go('track', { due: true })}
    />
  );
}
