import { useTranslation } from 'react-i18next';
import {
  approvableRights,
  type Right,
  type Role,
  rights,
  rightsOfRole,
  roleNames,
  roles,
} from '../../../shared/domain/role.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { rightWords } from '../../../shared/text/rightWords.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';

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
export function RightsTable() {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return (
    <div className="panel panel-pad stack">
      <table className="rights-table">
        <thead>
          <tr>
            <th scope="col">{t('operatorSettings.right')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {roleNames[role][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{capital(rightWords[right][language])}</th>
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
