import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackingPlanView } from '../../../shared/contracts/tracking/trackingPlan.ts';
import { ask, core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { formatCount } from '../../parts/format.ts';
import { PanelRow, Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

type Meter = TrackingPlanView['meters'][number];

/** How many questions a day a platform answers, what they go to, and what must wait for tomorrow. */
export function PlanSection() {
  const { t } = useTranslation();
  const plan = useQuery(ask.trackingPlan.get.queryOptions()).data;
  if (plan === undefined) return null;
  return (
    <Section title={t('settings.section.trackingPlan')}>
      <p className="soft">{t('trackingPlan.intro')}</p>
      {plan.meters.length === 0 && <p className="soft">{t('trackingPlan.noAccount')}</p>}
      <ul className="plain-list panel">
        {plan.meters.map((meter) => (
          <MeterRow key={meter.accounts[0]?.accountId} meter={meter} />
        ))}
      </ul>
      {plan.isClockBack && <p>{t('oddity.clock-back')}</p>}
      {plan.stopped.length > 0 && (
        <>
          <h3>{t('trackingPlan.stopped')}</h3>
          <ul className="plain-list panel">
            {plan.stopped.map(({ reason, count }) => (
              <li key={reason} className="settings-row">
                <strong className="plan-count number">{formatCount(count)}</strong>
                <span className="soft">{t(`stopReason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function MeterRow({ meter }: { readonly meter: Meter }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <PanelRow
      name={meter.accounts.map(({ accountName }) => accountName).join(' · ')}
      marks={<MeterState meter={meter} />}
      notes={useNotes(meter)}
      isWrapping
    >
      <Button size="small" onPress={() => setOpen(!isOpen)}>
        {t('trackingPlan.set')}
      </Button>
      {isOpen && <PerDayForm meter={meter} onClose={() => setOpen(false)} />}
    </PanelRow>
  );
}

function useNotes(meter: Meter): string[] {
  const { t } = useTranslation();
  const { perDay, used, usedByPeople, reserved, due, dueNow, leftOver, days } = meter;
  const groups = due.map(({ group, count }) => `${t(`askGroup.${group}`)} ${count}`).join(' · ');
  return [
    perDay === null
      ? t('trackingPlan.usedUnlimited', { used: formatCount(used), people: usedByPeople })
      : t('trackingPlan.used', {
          used: formatCount(used),
          perDay: formatCount(perDay),
          people: usedByPeople,
          reserved,
        }),
    dueNow === 0
      ? t('trackingPlan.nothingDue')
      : t('trackingPlan.due', { shown: formatCount(dueNow), groups }),
    ...(leftOver > 0
      ? [t('trackingPlan.leftOver', { shown: formatCount(leftOver), days: days ?? '–' })]
      : []),
  ];
}

function MeterState({ meter: { perDay, left, isOwn, endedAt } }: { readonly meter: Meter }) {
  const { t } = useTranslation();
  if (endedAt !== null)
    return (
      <>
        <StateMark tone="failed" label={t('trackingPlan.ended')} />
        <span className="soft small">
          <Moment at={endedAt} />
        </span>
      </>
    );
  if (perDay === null) return <StateMark tone="rest" label={t('trackingPlan.noLimit')} />;
  return (
    <StateMark
      tone={left === 0 ? 'failed' : 'done'}
      label={t(isOwn ? 'trackingPlan.perDayOwn' : 'trackingPlan.perDayFree', {
        shown: formatCount(perDay),
        left: formatCount(left ?? 0),
      })}
    />
  );
}

/** Another number of questions a day; empty: what the platform gives for nothing. */
function PerDayForm({ meter, onClose }: { readonly meter: Meter; onClose(): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(meter.isOwn ? String(meter.perDay ?? '') : '');
  const said = text.trim();
  const accountId = meter.accounts[0]?.accountId ?? '';
  const save = useAct(
    () => core.trackingPlan.setPerDay({ accountId, perDay: said === '' ? null : Number(said) }),
    { says: () => t('trackingPlan.saved'), after: onClose, isShownInPlace: true },
  );
  return (
    <EntryForm
      look="inset"
      label={t('trackingPlan.set')}
      yes={t('common.save')}
      isReady={/^\d{0,7}$/.test(said)}
      {...save.form(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('trackingPlan.perDay')}
        hint={t('trackingPlan.perDayHint')}
        maxLength={7}
        value={text}
        isAutoFocused
        onChange={setText}
      />
    </EntryForm>
  );
}
