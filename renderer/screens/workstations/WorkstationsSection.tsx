import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationsView } from '../../../shared/contracts/workstations/workstations.ts';
import { shownHosts } from '../../../shared/domain/workstation.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { Fingerprint } from '../../work/workstations/Fingerprint.tsx';
import { MoveNotice } from '../../work/workstations/MoveNotice.tsx';
import { useReconnectWish } from '../../work/workstations/reconnectWish.ts';
import { MoveHereButton, MoveThereForm } from './MovePart.tsx';
import { WorkstationList } from './WorkstationList.tsx';

/** Who is there changes without anybody telling it. */
const renewedEveryMs = 5_000;

/** The benches of the shop on one order book: where it is, who works on it, who may join and who may no more. */
export function WorkstationsSection() {
  const { t } = useTranslation();
  const view = useQuery(ask.workstations.get.queryOptions({ refetchInterval: renewedEveryMs })).data;
  const mayChange = useMissingRight(['manageOperators']) === null;
  if (view === undefined) return null;
  const { server } = view;
  return (
    <Section title={t('settings.section.workstations')}>
      <MoveNotice />
      {server === null ? (
        <Alone mayChange={mayChange} />
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

/** A book in a file: what that means, and the way to a server. */
function Alone({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useTranslation();
  const [isMoving, setMoving] = useState(false);
  return (
    <div className="panel panel-pad stack">
      <p>{t('workstations.alone')}</p>
      <p>{t('workstations.aloneMove')}</p>
      {mayChange && !isMoving && (
        <div>
          <Button onPress={() => setMoving(true)}>{t('workstations.moveThere')}</Button>
        </div>
      )}
      {isMoving && <MoveThereForm onBack={() => setMoving(false)} />}
    </div>
  );
}

interface ServerPartProps {
  readonly view: WorkstationsView;
  readonly server: NonNullable<WorkstationsView['server']>;
  readonly mayChange: boolean;
}

function ServerPart({ view: { trouble, heardAt, clockGap }, server, mayChange }: ServerPartProps) {
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
                {fingerprints.map((digits, index) => (
                  <Fragment key={digits}>
                    {index > 0 && ', '}
                    <Fingerprint digits={digits} />
                  </Fragment>
                ))}
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
      {clockGap !== null && <FailureNotice failure={clockGap} tone="note" />}
      {mayChange && (
        <div className="line server-acts">
          <ReconnectButton />
          {isThere && <MoveHereButton />}
        </div>
      )}
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
    <AskingButton
      label={t('workstations.reconnect')}
      title={t('workstations.reconnectAsk')}
      note={t('workstations.reconnectNote')}
      yes={t('workstations.reconnectLock')}
      {...lock.asking()}
    />
  );
}
