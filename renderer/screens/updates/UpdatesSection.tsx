import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UpdatesView } from '../../../shared/contracts/updates/updates.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { OfferPanel } from './OfferPanel.tsx';
import { SourcePanel } from './SourcePanel.tsx';

const shown = (view: UpdatesView) => queryClient.setQueryData(ask.updates.get.queryKey(), view);

/** Which version runs, what is new, and when it is installed: a person says so, each time. */
export function UpdatesSection() {
  const { t } = useTranslation();
  const view = useQuery(ask.updates.get.queryOptions()).data;
  const mayChange = useMissingRight(['changeSettings']) === null;
  const check = useAct(() => core.updates.check(), {
    after: shown,
    ended: () => void queryClient.invalidateQueries({ queryKey: ask.updates.get.key() }),
    isShownInPlace: true,
  });
  if (view === undefined) return null;
  const takes = view.refusal === '';
  const isNewest = view.offer === null && view.checkedAt !== null && view.failing === null;
  return (
    <Section
      title={t('settings.section.updates')}
      actions={
        takes && (
          <>
            {mayChange && <ChooseFile />}
            {view.hasAddress && (
              <Button look={view.offer === null ? 'primary' : 'plain'} {...check.press()}>
                {t('updates.check')}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="soft">{t('updates.intro')}</p>
      {view.news !== null && <NewsNotice news={view.news} />}
      {!takes && <FailureNotice tone="note" failure={{ code: view.refusal }} />}
      {takes && !view.hasAddress && (
        <Notice tone="note" title={t('updates.noAddress')} next={t('updates.noAddressNext')} />
      )}
      <div className="panel panel-pad stack">
        <Facts
          facts={[
            [
              t('updates.present'),
              <span key="v" className="line">
                <span className="number">{view.version}</span>
                {takes && isNewest && <StateMark tone="done" label={t('updates.newest')} />}
              </span>,
            ],
            [
              t('updates.lastLook'),
              view.checkedAt === null ? (
                t('updates.neverLooked')
              ) : (
                <Moment key="at" at={view.checkedAt} as="age" />
              ),
            ],
          ]}
        />
        {takes && view.failing !== null && <FailureNotice tone="note" failure={view.failing} />}
      </div>
      {takes && view.offer !== null && <OfferPanel offer={view.offer} mayInstall={mayChange} />}
      {takes && <SourcePanel settings={view.settings} mayChange={mayChange} />}
    </Section>
  );
}

/** An installer that came on a stick: for computers without a network. */
function ChooseFile() {
  const { t } = useTranslation();
  const choose = useAct(
    async () => {
      const [file] = await pageBridge().chooseFiles('update');
      return file === undefined ? null : core.updates.takeFile({ fileToken: file.fileToken });
    },
    {
      says: (view) => {
        const version = view?.offer?.version;
        return version === undefined ? null : t('updates.taken', { version });
      },
      after: (view) => {
        if (view !== null) shown(view);
      },
    },
  );
  return <Button {...choose.press()}>{t('updates.chooseFile')}</Button>;
}

interface NewsNoticeProps {
  readonly news: NonNullable<UpdatesView['news']>;
}

/** What came of the last installation, and how one goes back: until somebody has read it. */
function NewsNotice({ news: { from, to, isDone, backupName: backup, wayBackName: file } }: NewsNoticeProps) {
  const { t } = useTranslation();
  const seen = useAct(() => core.updates.closeNews(), { after: shown });
  const close = (
    <Button size="small" {...seen.press()}>
      {t('updates.noted')}
    </Button>
  );
  if (!isDone)
    return (
      <Notice tone="note" title={t('updates.cameNot', { from, to })} next={t('updates.cameNotNext')}>
        {close}
      </Notice>
    );
  const wayBack =
    backup === ''
      ? t('updates.wayBackServer', { from })
      : t(file === '' ? 'updates.wayBackAlone' : 'updates.wayBack', { from, file, backup });
  return (
    <Notice tone="done" title={t('updates.came', { from, to })} next={wayBack}>
      {close}
    </Notice>
  );
}
