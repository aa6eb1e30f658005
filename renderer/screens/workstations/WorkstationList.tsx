import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationsView } from '../../../shared/contracts/workstations/workstations.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { PanelList, PanelRow } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { type Invitation, InvitationDialog } from './InvitationDialog.tsx';

type Workstation = WorkstationsView['workstations'][number];

interface WorkstationListProps {
  readonly view: WorkstationsView;
  /** Inviting and shutting out is a manager's. */
  readonly mayChange: boolean;
}

const shown = (view: WorkstationsView) => queryClient.setQueryData(ask.workstations.get.queryKey(), view);

/** Who works on the book. While the server does not answer nobody can say. */
export function WorkstationList({ view: { trouble, workstations }, mayChange }: WorkstationListProps) {
  const { t } = useTranslation();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  /** Shut out just now: what it has kept is to be made useless. */
  const [leftWith, setLeftWith] = useState('');
  const invite = useAct(() => core.workstations.invite(), { after: setInvitation });
  if (trouble !== '') return <p className="soft">{t('workstations.unknown')}</p>;
  return (
    <>
      <div className="line">
        <h3>{t('workstations.list')}</h3>
        <span className="grow" />
        {mayChange && (
          <Button icon="plus" {...invite.press()}>
            {t('workstations.invite')}
          </Button>
        )}
      </div>
      {leftWith !== '' && (
        <Notice
          tone="note"
          title={t('workstations.leftTitle', { name: leftWith })}
          next={t('workstations.leftNext')}
        />
      )}
      <PanelList empty={{ icon: 'user', title: t('workstations.list'), note: '' }}>
        {workstations.map((one) => (
          <WorkstationLine key={one.name} one={one} mayShutOut={mayChange} onShutOut={setLeftWith} />
        ))}
      </PanelList>
      {invitation !== null && (
        <InvitationDialog invitation={invitation} onNoted={() => setInvitation(null)} />
      )}
    </>
  );
}

interface WorkstationLineProps {
  readonly one: Workstation;
  readonly mayShutOut: boolean;
  onShutOut(name: string): void;
}

function WorkstationLine({ one, mayShutOut, onShutOut }: WorkstationLineProps) {
  const { t } = useTranslation();
  const { name, isOwn, duties, joinedAt, seenAt, program, shutOutAt, hasKey } = one;
  const shutOut = useAct(() => core.workstations.shutOut({ name }), {
    after: (view) => {
      shown(view);
      onShutOut(name);
    },
  });
  return (
    <PanelRow
      name={name}
      marks={
        <>
          {isOwn && <span className="soft">{t('workstations.own')}</span>}
          <WorkMark one={one} />
        </>
      }
      notes={[
        <>
          <Moment after={t('workstations.joined')} at={joinedAt} />
          {' · '}
          {shutOutAt === null ? (
            <Moment after={t('workstations.seen')} at={seenAt} as="age" />
          ) : (
            <Moment after={t('workstations.shutOutAt')} at={shutOutAt} />
          )}
          {` · ${t('workstations.program', { version: program })}`}
        </>,
        hasKey ? '' : t('workstations.noKey'),
        duties.length === 0
          ? ''
          : t('workstations.duties', {
              names: duties.map((duty) => t(`workstations.duty.${duty}`)).join(t('workstations.and')),
            }),
      ]}
    >
      {mayShutOut && !isOwn && shutOutAt === null && (
        <AskingButton
          label={t('workstations.shutOut')}
          title={t('workstations.shutOutTitle', { name })}
          note={t('workstations.shutOutNote')}
          yes={t('workstations.shutOut')}
          look="danger"
          {...shutOut.asking()}
        />
      )}
    </PanelRow>
  );
}

function WorkMark({ one: { isAtWork, shutOutAt } }: { readonly one: Workstation }) {
  const { t } = useTranslation();
  if (shutOutAt !== null) return <StateMark tone="failed" label={t('workstations.isShutOut')} />;
  return (
    <StateMark
      tone={isAtWork ? 'done' : 'rest'}
      label={t(isAtWork ? 'workstations.atWork' : 'workstations.notThere')}
    />
  );
}
