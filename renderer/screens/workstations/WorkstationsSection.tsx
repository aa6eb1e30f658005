import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './workstations.css';
import type { WorkstationsView } from '../../../shared/contracts/workstations/workstations.ts';
import { shownHosts } from '../../../shared/domain/workstation.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { IconButton } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { shownFingerprint } from '../../work/workstations/fingerprint.ts';
import { useReconnectWish } from '../../work/workstations/reconnectWish.ts';
import { SealChoice } from '../../work/workstations/SealChoice.tsx';
import { WorkstationList } from './WorkstationList.tsx';

/** Who is there changes without anybody telling it. */
const renewedEveryMs = 5_000;

/** The benches of the shop on one order book: where it lies, who works on it, who may join and who may no more. */
export function WorkstationsSection() {
  const { t } = useTranslation();
  const view = useQuery(ask.workstations.get.queryOptions({ refetchInterval: renewedEveryMs })).data;
  const mayChange = useMissingRight(['manageOperators']) === null;
  if (view === undefined) return null;
  const { server } = view;
  return (
    <Section title={t('settings.section.workstations')}>
      {server === null ? (
        <Alone />
      ) : (
        <>
          <p className="soft">{t('workstations.intro')}</p>
          <ServerPart view={view} server={server} mayChange={mayChange} />
          <WorkstationList view={view} mayChange={mayChange} />
        </>
      )}
    </Section>
  );
}

const moveCommand = (isSealed: boolean): string =>
  `shipdesk workspace move --server 'postgres://shipdesk@192.168.1.10/shipdesk' --pin SHA256${isSealed ? ' --seal-personal-data' : ''}`;

/** A book in a file: what that means, and how it gets to a server. */
function Alone() {
  const { t } = useTranslation();
  const [isSealed, setSealed] = useState(false);
  const command = moveCommand(isSealed);
  const copy = (): void => {
    void pageBridge().copyText(command);
    say({ tone: 'done', says: t('common.copied') });
  };
  return (
    <div className="panel panel-pad stack">
      <p>{t('workstations.alone')}</p>
      <p>{t('workstations.aloneMove')}</p>
      <p className="line move-command">
        <code className="code">{command}</code>
        <IconButton icon="copy" label={t('workstations.copyCommand')} onPress={copy} />
      </p>
      <SealChoice isSealed={isSealed} onChange={setSealed} />
    </div>
  );
}

interface ServerPartProps {
  readonly view: WorkstationsView;
  readonly server: NonNullable<WorkstationsView['server']>;
  readonly mayChange: boolean;
}

function ServerPart({ view: { trouble, heardAt }, server, mayChange }: ServerPartProps) {
  const { t } = useTranslation();
  const { database, user, proof, fingerprints, isPersonalSealed } = server;
  const isThere = trouble === '';
  return (
    <div className="panel panel-pad stack">
      <Facts
        facts={[
          [t('workstations.server'), <code key="address">{shownHosts(server)}</code>],
          [t('workstations.database'), database],
          [t('workstations.user'), user],
          [t('workstations.proof'), t(`workstations.proofs.${proof}`)],
          [
            t('workstations.fingerprint'),
            fingerprints.length > 0 && (
              <code key="fingerprint" className="code">
                {fingerprints.map(shownFingerprint).join(', ')}
              </code>
            ),
          ],
          [
            t('workstations.personalData'),
            t(`workstations.personals.${isPersonalSealed ? 'sealed' : 'readable'}`),
          ],
          [
            t('workstations.reachable'),
            <StateMark
              key="reachable"
              tone={isThere ? 'done' : 'failed'}
              label={t(isThere ? 'workstations.answers' : 'workstations.isAway')}
            />,
          ],
          [t('workstations.heard'), heardAt !== null && <Moment key="heard" at={heardAt} as="age" />],
        ]}
      />
      {!isThere && <FailureNotice failure={{ code: trouble }} />}
      {mayChange && <ReconnectButton />}
    </div>
  );
}

/** It begins on the screen that a closed workspace has, too: there is one way, whether the server answers or not. */
function ReconnectButton() {
  const { t } = useTranslation();
  const lock = useAct(() => core.session.lock(), {
    after: (session) => {
      useReconnectWish.getState().ask();
      queryClient.setQueryData(ask.session.state.queryKey(), session);
    },
  });
  return (
    <div>
      <AskingButton
        label={t('workstations.reconnect')}
        title={t('workstations.reconnectAsk')}
        note={t('workstations.reconnectNote')}
        yes={t('workstations.reconnectLock')}
        {...lock.asking()}
      />
    </div>
  );
}
