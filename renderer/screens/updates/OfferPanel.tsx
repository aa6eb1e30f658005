import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { UpdatesView } from '../../../shared/contracts/updates/updates.ts';
import type { OfferState } from '../../../shared/domain/updates/release.ts';
import { core } from '../../bridge/core.ts';
import { useUpdateDownload } from '../../bridge/updateDownload.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { ProgressBar, StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';

const tones: Readonly<Record<OfferState, Tone>> = {
  later: 'rest',
  offered: 'note',
  partly: 'note',
  ready: 'done',
};

/** Megabytes, as a person reads them; never 0 of something that is there. */
const megabytes = (bytes: number): string => formatCount(Math.ceil(bytes / 1_000_000));

interface OfferPanelProps {
  readonly offer: NonNullable<UpdatesView['offer']>;
  readonly mayInstall: boolean;
}

/** A newer version: what is new in it, and its way to this computer in two presses. */
export function OfferPanel({ offer, mayInstall }: OfferPanelProps) {
  const { t, i18n } = useTranslation();
  const { version, state, channel, releasedOn: date, bytes } = offer;
  const notes = offer.notes[i18n.language === 'en' ? 'en' : 'zh-CN'];
  return (
    <>
      <h3 className="line">
        {t('updates.offered', { version })}
        <StateMark tone={tones[state]} label={t(`updates.state.${state}`)} />
        {channel === 'early' && <span className="soft small">{t('updates.early')}</span>}
      </h3>
      <div className="panel panel-pad stack">
        <p className="soft small">{t('updates.facts', { date, size: megabytes(bytes) })}</p>
        <div>
          {notes
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </div>
        {state === 'later' && <p className="soft small">{t('updates.later')}</p>}
        {mayInstall && (state === 'offered' || state === 'partly') && <DownloadPart offer={offer} />}
        {mayInstall && state === 'ready' && <InstallPart version={version} />}
      </div>
    </>
  );
}

function DownloadPart({ offer: { state, bytes } }: Pick<OfferPanelProps, 'offer'>) {
  const { t } = useTranslation();
  const { progress, failure, start, stop } = useUpdateDownload();
  if (progress === null)
    return (
      <>
        {failure !== null && <FailureNotice failure={failure} />}
        <div className="form-actions">
          <Button look="primary" onPress={() => start(bytes)}>
            {t(state === 'partly' ? 'updates.resume' : 'updates.download')}
          </Button>
        </div>
      </>
    );
  const { doneBytes, totalBytes } = progress;
  return (
    <div className="line">
      <strong>{t('updates.downloading')}</strong>
      <div className="grow">
        <ProgressBar label={t('updates.downloading')} share={doneBytes / totalBytes} />
      </div>
      <span className="number small">
        {t('updates.progress', { done: megabytes(doneBytes), total: megabytes(totalBytes) })}
      </span>
      <Button size="small" onPress={stop}>
        {t('updates.stop')}
      </Button>
    </div>
  );
}

type Installed = Answered<'updates', 'install'>;

function InstallPart({ version }: { readonly version: string }) {
  const { t } = useTranslation();
  const [came, setCame] = useState<Installed | null>(null);
  const install = useAct(() => core.updates.install(), { after: setCame });
  if (came?.isReady === true)
    return (
      <Notice
        tone="info"
        title={t('updates.installing', { version })}
        next={
          came.backupName === ''
            ? t('updates.installingServer')
            : t('updates.installingNext', { name: came.backupName })
        }
      />
    );
  return (
    <>
      {came !== null && <OpenWork open={came.open} />}
      <div className="form-actions">
        <AskingButton
          button="primary"
          label={t('updates.install', { version })}
          title={t('updates.installTitle', { version })}
          note={t('updates.installNote')}
          yes={t('updates.installYes')}
          {...install.asking()}
        />
      </div>
    </>
  );
}

const kinds = ['bookings', 'labels', 'unsureOrders', 'unsureLabels'] as const;

/** What a new version must not come between. */
function OpenWork({ open }: Pick<Installed, 'open'>) {
  const { t } = useTranslation();
  const facts = kinds
    .filter((kind) => open[kind] > 0)
    .map((kind) => [t(`updates.open.${kind}`), formatCount(open[kind])] as const);
  return (
    <>
      <Notice tone="note" title={t('updates.wait')} next={t('updates.waitNext')} />
      <Facts facts={facts} />
    </>
  );
}
