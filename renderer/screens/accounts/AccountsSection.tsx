import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import type { AccountRow } from '../../../shared/contracts/settings.ts';
import { ask, core } from '../../bridge/core.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { useNow } from '../../bridge/page.ts';
import { questions } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount, useWhen } from '../../parts/format.ts';
import { AddButton, PanelList, PanelRow, Section, type SectionProps } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useOutcome } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';
import { AddAccount } from './AddAccount.tsx';
import { EditAccount } from './EditAccount.tsx';
import { GoLivePanel } from './GoLivePanel.tsx';
import { FallbackForm, LaneLine, laneTone, RateRaise, shownLane } from './LaneLine.tsx';
import { RemoveAccount } from './RemoveAccount.tsx';

/** Live or not, and how its lane stands. */
function AccountMarks({ health }: { readonly health: AccountHealth }) {
  const { t } = useTranslation();
  const lane = shownLane(health);
  const lockTone = { locked: 'note', unlocked: 'done', test: 'waiting', none: 'rest' } as const;
  return (
    <>
      <StateMark tone={lockTone[health.lock]} label={t(`accountLock.${health.lock}`)} />
      {lane !== 'idle' && <StateMark tone={laneTone(lane)} label={t(`lane.${lane}`)} />}
    </>
  );
}

interface AccountLineProps {
  readonly account: AccountRow;
  readonly others: readonly AccountRow[];
  readonly health: AccountHealth | undefined;
  readonly isDefault: boolean;
  readonly save: SectionProps['save'];
}

/** All of one account that is looked at now and then. */
function AccountDetail({ account, others, health }: Omit<AccountLineProps, 'isDefault' | 'save'>) {
  // The way to its first booking comes before everything else.
  const isLocked = health?.lock === 'locked';
  return (
    <div className="account-detail stack">
      {isLocked && <GoLivePanel account={account} />}
      {health !== undefined && (
        <>
          <LaneLine health={health} />
          <HealthFacts health={health} />
          <FallbackForm health={health} others={others} />
          <RateRaise health={health} />
        </>
      )}
      {!isLocked && <GoLivePanel account={account} />}
    </div>
  );
}

function AccountLine({ account, others, health, isDefault, save }: AccountLineProps) {
  const { t } = useTranslation();
  const outcome = useOutcome();
  const platformName = usePlatformName();
  const [isOpen, setOpen] = useState(health?.lane === 'stopped' || health?.lane === 'broken');
  const [isEditing, setEditing] = useState(false);
  const test = useAct(() => core.settings.testAccount({ accountId: account.id }), {
    says: (tried) =>
      outcome(tried, account.name, t('settings.testOk', { name: account.name, ms: tried.durationMs })),
  });
  const notes = [
    account.merchantId === account.platform ? '' : account.merchantId,
    account.unfinished > 0 ? t('settings.unfinished', { count: account.unfinished }) : '',
  ];
  return (
    <PanelRow
      isWrapping
      name={account.name}
      marks={
        <>
          <span className="soft">{platformName(account.platform)}</span>
          {isDefault && <span className="default-mark">{t('settings.default')}</span>}
          {health !== undefined && <AccountMarks health={health} />}
        </>
      }
      notes={[notes.filter(Boolean).join(' · ')]}
    >
      <Button size="small" isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'accounts.less' : 'accounts.more')}
      </Button>
      <Button size="small" {...test.press()}>
        {t('settings.test')}
      </Button>
      {!isDefault && (
        <Button
          size="small"
          isBusy={save.isPending}
          onPress={() => save.mutate({ defaultAccountId: account.id })}
        >
          {t('settings.makeDefault')}
        </Button>
      )}
      <Button size="small" isPressed={isEditing} onPress={() => setEditing(!isEditing)}>
        {t('accounts.edit')}
      </Button>
      <RemoveAccount account={account} />
      {isEditing && <EditAccount account={account} onClose={() => setEditing(false)} />}
      {isOpen && <AccountDetail account={account} others={others} health={health} />}
    </PanelRow>
  );
}

/** Accounts at the platforms; their secrets go in and never come back. */
export function AccountsSection({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data;
  const health = useQuery(questions.accountHealth()).data;
  const [isAdding, setAdding] = useState(false);
  if (accounts === undefined) return null;
  return (
    <Section
      title={t('settings.section.accounts')}
      actions={
        !isAdding && (
          <AddButton
            isFirst={accounts.length === 0}
            label={t('settings.addAccount')}
            onPress={() => setAdding(true)}
          />
        )
      }
    >
      <ClockNotice />
      {isAdding && <AddAccount onClose={() => setAdding(false)} />}
      <PanelList empty={{ icon: 'user', title: t('settings.noAccount'), note: t('settings.noAccountNote') }}>
        {accounts.map((account) => (
          <AccountLine
            key={account.id}
            account={account}
            others={accounts.filter(({ id }) => id !== account.id)}
            health={health?.find(({ accountId }) => accountId === account.id)}
            isDefault={account.id === settings.defaultAccountId}
            save={save}
          />
        ))}
      </PanelList>
    </Section>
  );
}

/** Said only when the clock is so far off that signatures are refused. */
function ClockNotice() {
  const { t } = useTranslation();
  const clock = useQuery(ask.bookingHealth.clock.queryOptions()).data;
  if (clock === undefined || clock.skewMs === null || Math.abs(clock.skewMs) <= clock.limitMs) return null;
  const seconds = Math.round(Math.abs(clock.skewMs) / 1_000);
  return (
    <Notice
      tone="note"
      title={t(clock.skewMs > 0 ? 'accounts.clock.behind' : 'accounts.clock.ahead', { seconds })}
      next={t('accounts.clock.next')}
    />
  );
}

/** Queue, pace, balance and the last week of an account. */
function HealthFacts({ health }: { readonly health: AccountHealth }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { counts, rate, balance, week, expectedFinishAt } = health;
  const facts = [
    [t('accounts.counts'), t('accounts.countsText', counts)],
    [
      t('accounts.pace'),
      [
        t('accounts.paceText', { perSecond: rate.perSecond, booked: health.bookedLastMinute }),
        ...(expectedFinishAt === null ? [] : [t('accounts.finishAt', { time: when(expectedFinishAt) })]),
      ].join(t('common.listComma')),
    ],
    [
      t('finding.balance'),
      balance === null
        ? t('accounts.balanceNone')
        : t('accounts.balanceText', { total: formatCount(balance.total), time: when(balance.at) }),
    ],
    [t('accounts.week'), t('accounts.weekText', week)],
  ] as const;
  return <Facts facts={facts} valueLook="number" />;
}
