import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PushView } from '../../../shared/contracts/pushes.ts';
import { ask, core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { PanelRow, Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { RelayForm } from './RelayForm.tsx';

type Relay = PushView['relays'][number];
type PushAccount = PushView['accounts'][number];

/** How a parcel's news reaches this computer without being asked for: a relay, or a folder. */
export function PushesSection() {
  const { t } = useTranslation();
  const view = useQuery(ask.pushes.get.queryOptions()).data;
  if (view === undefined) return null;
  return (
    <Section title={t('settings.section.pushes')}>
      <p className="soft">{t('pushes.intro')}</p>
      <h3>{t('pushes.relays')}</h3>
      <RelayList view={view} />
      <h3>{t('pushes.folder')}</h3>
      <FolderPanel view={view} />
      <h3>{t('pushes.last')}</h3>
      <LastPushes last={view.last} />
    </Section>
  );
}

function RelayList({ view }: { readonly view: PushView }) {
  const { t } = useTranslation();
  const pushing = view.accounts.filter(({ canPush }) => canPush);
  if (pushing.length === 0) return <p className="soft">{t('pushes.noAccount')}</p>;
  return (
    <ul className="plain-list panel">
      {pushing.map((account) => (
        <RelayRow
          key={account.accountId}
          account={account}
          relay={view.relays.find(({ accountId }) => accountId === account.accountId)}
        />
      ))}
    </ul>
  );
}

function RelayRow({ account, relay }: { readonly account: PushAccount; readonly relay: Relay | undefined }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const askNow = useAct(() => core.pushes.askRelay({ accountId: account.accountId }), {
    says: ({ taken }) => t('pushes.fetched', { count: taken }),
  });
  const remove = useAct(() => core.pushes.removeRelay({ accountId: account.accountId }), {
    says: () => t('pushes.removed'),
  });
  return (
    <PanelRow
      name={account.accountName}
      marks={<RelayState relay={relay} />}
      notes={[relay?.url ?? '']}
      isWrapping
    >
      {relay !== undefined && (
        <>
          <Button size="small" icon="refresh" {...askNow.press()}>
            {t('pushes.askNow')}
          </Button>
          <Button size="small" {...remove.press()}>
            {t('pushes.remove')}
          </Button>
        </>
      )}
      <Button size="small" onPress={() => setOpen(!isOpen)}>
        {t(relay === undefined ? 'pushes.setUp' : 'pushes.edit')}
      </Button>
      {relay !== undefined && relay.code !== '' && <FailureNotice failure={{ code: relay.code }} />}
      {isOpen && <RelayForm account={account} relay={relay} onClose={() => setOpen(false)} />}
    </PanelRow>
  );
}

function RelayState({ relay }: { readonly relay: Relay | undefined }) {
  const { t } = useTranslation();
  if (relay === undefined) return <StateMark tone="rest" label={t('pushes.notSet')} />;
  if (relay.code !== '')
    return <StateMark tone="failed" label={t('pushes.failing', { count: relay.failures })} />;
  return (
    <>
      <StateMark tone="done" label={t('pushes.working')} />
      {relay.askedAt !== null && (
        <span className="soft small">
          <Moment after={t('pushes.askedAt')} at={relay.askedAt} as="age" />
        </span>
      )}
    </>
  );
}

/** The merchant's own web server saves what it was sent; this program takes the files. */
function FolderPanel({ view }: { readonly view: PushView }) {
  const { t } = useTranslation();
  const set = useAct((folderToken: string | null) => core.pushes.setFolder({ folderToken }));
  const choose = (): void => {
    void pageBridge()
      .chooseFiles('watch')
      .then(([folder]) => {
        if (folder !== undefined) set.mutate(folder.fileToken);
      });
  };
  const folders = view.accounts.filter(({ canPush }) => canPush).map(({ folderName }) => folderName);
  return (
    <div className="panel panel-pad stack">
      <p>
        {view.folderName === null ? t('pushes.folderOff') : t('pushes.folderOn', { folder: view.folderName })}
      </p>
      <p className="soft small">{t('pushes.folderNote', { folders: folders.join('、') || '–' })}</p>
      <div className="form-actions">
        <Button isBusy={set.isPending} onPress={choose}>
          {t(view.folderName === null ? 'pushes.folderChoose' : 'pushes.folderChange')}
        </Button>
        {view.folderName !== null && (
          <Button onPress={() => set.mutate(null)}>{t('pushes.folderStop')}</Button>
        )}
      </div>
    </div>
  );
}

function LastPushes({ last }: Pick<PushView, 'last'>) {
  const { t } = useTranslation();
  const describe = useDescribe();
  if (last.length === 0) return <p className="soft">{t('pushes.none')}</p>;
  return (
    <ul className="plain-list panel">
      {last.map(({ at, accountName, channel, code, updated, ignored, pickups, cod }) => (
        <li key={`${at}-${channel}-${updated}-${ignored}`} className="settings-row">
          <StateMark
            tone={code === '' ? 'done' : 'failed'}
            label={t(code === '' ? 'pushes.taken' : 'pushes.refused')}
          />
          <span className="grow">
            {accountName} <span className="soft small">{t(`pushes.channel.${channel}`)}</span>{' '}
            <span className="soft small">
              {code === '' ? t('pushes.counts', { updated, ignored, pickups, cod }) : describe(code).says}
            </span>
          </span>
          <Moment at={at} />
        </li>
      ))}
    </ul>
  );
}
