import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/Section.tsx';
import './operators.css';
import {
  approvableRights,
  type Right,
  type Role,
  rights,
  rightsOfRole,
  roles,
} from '../../../shared/domain/operator.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { pageBridge } from '../../bridge/page.ts';
import { operatorQueries, staffQueries } from '../../bridge/queries/settingsQueries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { RescueCode } from '../../parts/form/PinFields.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { ActsTab } from './ActsTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';

const tabs = ['people', 'rights', 'record'] as const;
type Tab = (typeof tabs)[number];

/** Who works here, who may do what, and what was done under a reason. */
export function OperatorsSection() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('people');
  const [rescueCode, setRescueCode] = useState<string | null>(null);
  const staff = useQuery(staffQueries.list());
  const desk = useQuery(operatorQueries.desk()).data;
  return (
    <Section
      title={t('settings.section.operators')}
      isFull={tab === 'record'}
      beside={
        <ChoiceField
          label={t('operatorSettings.shown')}
          isLabelHidden
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`operatorSettings.tab.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
      }
    >
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

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What each role may do, as the core judges it. */
function RightsTable() {
  const { t } = useTranslation();
  return (
    <div className="panel panel-pad stack">
      <table className="rights-table">
        <thead>
          <tr>
            <th scope="col">{t('operatorSettings.right')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{capital(t(`right.${right}`))}</th>
              {roles.map((role) => {
                const standing = standingOf(role, right);
                return (
                  <td key={role}>
                    <StateMark tone={tones[standing]} label={t(`operatorSettings.${standing}`)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t('operatorSettings.rightsNote')}</p>
    </div>
  );
}
