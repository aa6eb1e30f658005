import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BackupsView } from '../../../shared/contracts/backups.ts';
import { alarmDayLimits, type BackupStanding } from '../../../shared/rules/backupAge.ts';
import { ladder } from '../../../shared/rules/backupLadder.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useRestoreWish } from '../../work/restore/restoreWish.ts';
import { useAct } from '../../work/useAct.ts';
import { BackupList } from './BackupList.tsx';
import { KeysPart } from './KeysPart.tsx';

const tones: Readonly<Record<BackupStanding, Tone>> = {
  fine: 'done',
  none: 'unsure',
  never: 'failed',
  old: 'unsure',
  failing: 'failed',
  'second-old': 'unsure',
};

const shown = (backups: BackupsView) => queryClient.setQueryData(ask.backups.get.queryKey(), backups);

/** How old the last backup is, what is made by itself, where else it goes, and which there are. */
export function BackupsSection() {
  const { t } = useTranslation();
  const backups = useQuery(ask.backups.get.queryOptions()).data;
  const mayChange = useMissingRight(['changeSettings']) === null;
  const make = useAct(() => core.backups.make(), {
    says: ({ fileToken, orders, isBoundToMachine }) => ({
      tone: 'done',
      says: t('backups.made', { count: orders }),
      ...(isBoundToMachine ? { next: t('backups.bound') } : {}),
      action: { label: t('common.showFile'), run: () => void pageBridge().showFile(fileToken) },
    }),
  });
  if (backups === undefined) return null;
  return (
    <Section
      title={t('settings.section.backups')}
      actions={
        <>
          <RestoreButton />
          <Button look="primary" {...make.press()}>
            {t('backups.now')}
          </Button>
        </>
      }
    >
      <div className="panel panel-pad stack">
        <Facts
          facts={[
            [
              t('backups.last'),
              <span key="last" className="line">
                {backups.lastBackupAt !== null && <Moment at={backups.lastBackupAt} as="age" />}
                <StateMark tone={tones[backups.standing]} label={t(`backups.standing.${backups.standing}`)} />
              </span>,
            ],
          ]}
        />
        {backups.failing !== undefined && <FailureNotice failure={backups.failing} />}
        {backups.isBoundToMachine && (
          <Notice tone="note" title={t('backups.bound')} next={t('backups.boundNext')} />
        )}
      </div>
      <SchedulePanel backups={backups} mayChange={mayChange} />
      <SecondPanel backups={backups} mayChange={mayChange} />
      <KeysPart />
      <BackupList />
    </Section>
  );
}

/** Restoring begins on the screen that a closed workspace has, too: there is one way, whatever the state. */
function RestoreButton() {
  const { t } = useTranslation();
  const lock = useAct(() => core.session.lock(), {
    after: (session) => {
      useRestoreWish.getState().ask();
      queryClient.setQueryData(ask.session.state.queryKey(), session);
    },
  });
  return (
    <AskingButton
      label={t('opening.restore')}
      title={t('opening.restoreTitle')}
      note={t('opening.restoreNote')}
      yes={t('opening.restoreYes')}
      {...lock.asking()}
    />
  );
}

interface PanelProps {
  readonly backups: BackupsView;
  readonly mayChange: boolean;
}

const usualDays = [1, 2, 3, 7, 14, 30] as const;

/** What is made without anybody, and what of it is kept. */
function SchedulePanel({ backups: { isScheduled, alarmDays }, mayChange }: PanelProps) {
  const { t } = useTranslation();
  const isPractice = useQuery(ask.session.state.queryOptions()).data?.isPractice === true;
  const set = useAct((patch: Parameters<typeof core.backups.set>[0]) => core.backups.set(patch), {
    says: () => t('settings.saved'),
    after: shown,
  });
  const days = [...new Set([...usualDays, alarmDays])]
    .filter((count) => count >= alarmDayLimits.least && count <= alarmDayLimits.most)
    .sort((one, other) => one - other);
  return (
    <>
      <h3>{t('backups.schedule')}</h3>
      <div className="panel panel-pad stack">
        <fieldset className="stack" disabled={!mayChange}>
          <CheckField
            label={t('backups.scheduled')}
            isOn={isScheduled}
            onChange={(isOn) => set.mutate({ isScheduled: isOn })}
          />
          <p className="soft small">
            {isScheduled
              ? t('backups.keeps', { days: ladder.days, weeks: ladder.weeks })
              : t(isPractice ? 'backups.practiceNote' : 'backups.offNote')}
          </p>
          <SelectField
            label={t('backups.alarm')}
            width={280}
            value={String(alarmDays)}
            isDisabled={!mayChange}
            options={days.map((count) => ({ value: String(count), label: t('backups.days', { count }) }))}
            onChange={(chosen) => set.mutate({ alarmDays: Number(chosen) })}
          />
        </fieldset>
      </div>
    </>
  );
}

/** A folder on another disk that gets a copy of each backup. */
function SecondPanel({ backups: { second }, mayChange }: PanelProps) {
  const { t } = useTranslation();
  const set = useAct((folderToken: string | null) => core.backups.setSecond({ folderToken }), {
    after: shown,
  });
  const choose = (): void => {
    void pageBridge()
      .chooseFiles('backup-folder')
      .then(([folder]) => {
        if (folder !== undefined) set.mutate(folder.fileToken);
      });
  };
  return (
    <>
      <h3>{t('backups.second')}</h3>
      <div className="panel panel-pad stack">
        {second === null ? (
          <p>{t('backups.secondNone')}</p>
        ) : (
          <>
            <p>{second.folderName}</p>
            <p className="line">
              <span className="soft">{t('backups.secondCopied')}</span>
              {second.copiedAt === null ? (
                <span>{t('backups.secondWaiting')}</span>
              ) : (
                <Moment at={second.copiedAt} as="age" />
              )}
            </p>
            {second.failing !== undefined && <FailureNotice failure={second.failing} tone="note" />}
          </>
        )}
        <p className="soft small">{t('backups.secondNote')}</p>
        {mayChange && (
          <div className="form-actions">
            <Button isBusy={set.isPending} onPress={choose}>
              {t(second === null ? 'backups.choose' : 'backups.change')}
            </Button>
            {second !== null && (
              <AskingButton
                label={t('backups.turnOff')}
                title={t('backups.turnOffTitle')}
                note={t('backups.turnOffNote')}
                yes={t('backups.turnOff')}
                {...set.asking(null)}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
