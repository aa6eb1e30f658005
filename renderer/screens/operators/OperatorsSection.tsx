import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { useTabs } from '../../parts/Tabs.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import './operators.css';
import type { DeskView, OperatorRow } from '../../../shared/contracts/operators.ts';
import {
  approvableRights,
  type Right,
  type Role,
  rights,
  rightsOfRole,
  roles,
} from '../../../shared/domain/operator.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { RescueCode } from '../../parts/form/PinFields.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { atStart, useDuration } from '../../parts/format.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';
import { ActsTab } from './ActsTab.tsx';
import { AddOperator, OperatorLine } from './OperatorLine.tsx';

const tabs = ['people', 'rights', 'record'] as const;

/** Who works here, who may do what, and what was done under a reason. */
export function OperatorsSection({ tab: requestedTab }: Pick<SectionProps, 'tab'>) {
  const { t } = useTranslation();
  const [tab, tabField] = useTabs(
    t('common.shown'),
    tabs,
    (value) => t(`operatorSettings.tab.${value}`),
    tabs.find((id) => id === requestedTab) ?? 'people',
  );
  const [rescueCode, setRescueCode] = useState<string | null>(null);
  const staff = useQuery(ask.operators.list.queryOptions());
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  return (
    <Section title={t('settings.section.operators')} isFull={tab === 'record'} beside={tabField}>
      {tab === 'rights' && <RightsTable />}
      {tab !== 'rights' && staff.error !== null && <FailureNotice failure={failureOf(staff.error)} />}
      {tab === 'people' && staff.data !== undefined && desk !== undefined && (
        <PeopleTab staff={staff.data} desk={desk} onCode={setRescueCode} />
      )}
      {rescueCode !== null && (
        <Dialog title={t('rescue.title')} width={520}>
          <RescueCode
            code={rescueCode}
            onCopy={(code) => void pageBridge().copyText(code)}
            onNoted={() => setRescueCode(null)}
          />
        </Dialog>
      )}
      {tab === 'record' && staff.data !== undefined && <ActsTab />}
    </Section>
  );
}

type Standing = 'may' | 'everyTime' | 'byApproval' | 'mayNot';

const tones: Readonly<Record<Standing, Tone>> = {
  may: 'done',
  everyTime: 'unsure',
  byApproval: 'unsure',
  mayNot: 'rest',
};

function standingOf(role: Role, right: Right): Standing {
  // Not even a manager passes the limit without a PIN.
  if (rightsOfRole[role].includes(right)) return right === 'passReprintLimit' ? 'everyTime' : 'may';
  return approvableRights.some((approvable) => approvable === right) ? 'byApproval' : 'mayNot';
}

/** What each role may do, as the core judges it. */
function RightsTable() {
  const { t } = useTranslation();
  const mark = (role: Role, right: Right) => {
    const standing = standingOf(role, right);
    return <StateMark tone={tones[standing]} label={t(`operatorSettings.${standing}`)} />;
  };
  return (
    <div className="panel panel-pad stack">
      <PlainTable
        look="rights-table"
        rows={rights}
        keyOf={(right) => right}
        columns={[
          [t('operatorSettings.right'), (right) => atStart(t(`right.${right}`)), 'head'],
          ...roles.map((role) => [t(`role.${role}`), (right: Right) => mark(role, right)] as const),
        ]}
      />
      <p className="soft small">{t('operatorSettings.rightsNote')}</p>
    </div>
  );
}

interface PeopleTabProps {
  readonly staff: readonly OperatorRow[];
  readonly desk: DeskView;
  onCode(code: string): void;
}

/** Everybody who works here; while there is nobody, why one would add them at all. */
function PeopleTab({ staff, desk, onCode }: PeopleTabProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const isFirst = staff.length === 0;
  const addButton = !isAdding && (
    <Button look={isFirst ? 'primary' : 'plain'} icon="plus" onPress={() => setAdding(true)}>
      {t(isFirst ? 'operatorSettings.addFirst' : 'operatorSettings.add')}
    </Button>
  );
  return (
    <>
      {isAdding && (
        <AddOperator
          key={String(isFirst)}
          isFirst={isFirst}
          onCode={onCode}
          onClose={() => setAdding(false)}
        />
      )}
      {isFirst ? (
        !isAdding && (
          <div className="panel">
            <EmptyState icon="user" title={t('operatorSettings.none')}>
              <p>{t('operatorSettings.noneNote')}</p>
              <p>{t('operatorSettings.noneWhy')}</p>
              <p>{t('operatorSettings.noneRescue')}</p>
              {addButton}
            </EmptyState>
          </div>
        )
      ) : (
        <>
          <div className="line">
            <span className="grow" />
            {addButton}
          </div>
          <ul className="plain-list panel">
            {staff.map((operator) => (
              <OperatorLine
                key={operator.id}
                operator={operator}
                isSelf={operator.id === desk.operatorId}
                isLast={staff.length === 1}
              />
            ))}
          </ul>
          <RescuePanel hasRescueCode={desk.hasRescueCode} onCode={onCode} />
          <IdleField idleMinutes={desk.idleMinutes} />
        </>
      )}
    </>
  );
}

/** From a glance at the shelf to a working day. */
const usualMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 480];

/** After how long without a key somebody is signed out. */
function IdleField({ idleMinutes }: { readonly idleMinutes: number }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const save = useAct((minutes: number) => core.operators.setIdleMinutes({ idleMinutes: minutes }), {
    says: () => t('settings.saved'),
    after: (desk) => queryClient.setQueryData(ask.operators.state.queryKey(), desk),
  });
  const minutes = [...new Set([...usualMinutes, idleMinutes])].sort((one, other) => one - other);
  return (
    <div className="panel panel-pad stack-tight">
      <SelectField
        label={t('operatorSettings.idle')}
        width={280}
        value={String(idleMinutes)}
        options={minutes.map((value) => ({ value: String(value), label: duration(value * 60) }))}
        onChange={(chosen) => save.mutate(Number(chosen))}
      />
      <p className="soft small">{t('operatorSettings.idleNote')}</p>
    </div>
  );
}

interface RescuePanelProps {
  readonly hasRescueCode: boolean;
  onCode(code: string): void;
}

/** The way back in for a manager who forgets the PIN; where there is none yet it says so. */
function RescuePanel({ hasRescueCode, onCode }: RescuePanelProps) {
  const { t } = useTranslation();
  const make = useAct(() => core.operators.makeRescueCode(), {
    after: ({ rescueCode }) => onCode(rescueCode),
  });
  if (!hasRescueCode)
    return (
      <Notice tone="note" title={t('rescue.missing')} next={t('rescue.missingNext')}>
        <Button look="primary" {...make.press()}>
          {t('rescue.make')}
        </Button>
      </Notice>
    );
  return (
    <div className="panel panel-pad line">
      <div className="grow">
        <p>{t('rescue.present')}</p>
        <p className="soft small">{t('rescue.presentNote')}</p>
      </div>
      <AskingButton
        icon="refresh"
        size="small"
        label={t('rescue.renew')}
        title={t('rescue.renewTitle')}
        note={t('rescue.renewNote')}
        yes={t('rescue.renewYes')}
        {...make.asking()}
      />
    </div>
  );
}
