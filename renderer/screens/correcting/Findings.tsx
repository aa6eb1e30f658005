import { useTranslation } from 'react-i18next';
import { addressIssueCode } from '../../../shared/errors/addressErrors.ts';
import type { CorrectionItem } from '../../bridge/queries/correctQueries.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useDescribe } from '../../words/useDescribe.ts';
import { reasonText } from './reasonText.ts';

/** Each thing once: what was complained of at the import, and what the reading of today adds to it. Changes have a list of their own. */
function findingsOf({ complaints, reading }: CorrectionItem) {
  const found = new Map(complaints.map((complaint) => [complaint.code, complaint]));
  for (const issue of reading.issues) {
    if (issue === 'old_name_corrected') continue;
    const code = addressIssueCode(issue);
    if (!found.has(code)) found.set(code, { code, field: '' });
  }
  return [...found.values()];
}

/** What was changed and why, and what still needs an eye. */
export function Findings({ item }: { readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { corrections, leftover, zone, otherPhones } = item.reading;
  return (
    <>
      {corrections.length > 0 && (
        <section>
          <h3>{t('correct.changes')}</h3>
          <ul className="plain-list">
            {corrections.map(({ field, from, to, reason }) => {
              const { key, year } = reasonText(reason);
              return (
                <li key={`${field}-${from}`}>
                  <span className="change">
                    {from === '' ? <em className="soft">{t('correct.blank')}</em> : <del>{from}</del>}
                    <Icon name="arrow" size={14} />
                    <ins>{to}</ins>
                  </span>
                  <span className="soft small">
                    {t(`correct.reason.${key}`, { year, field: t(`field.${field}`, field) })}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('correct.issues')}</h3>
        <ul className="plain-list">
          {findingsOf(item).map(({ code, params }) => (
            <li key={code} className="issue">
              <Icon name="alert" size={14} />
              <span>{describe(code, params).says}</span>
            </li>
          ))}
          {otherPhones.length > 0 && (
            <li className="small">{t('correct.otherPhones', { text: otherPhones.join('、') })}</li>
          )}
          {leftover !== '' && <li className="soft small">{t('correct.leftover', { text: leftover })}</li>}
          {zone !== '' && <li className="soft small">{t('correct.zone', { zone })}</li>}
        </ul>
      </section>
    </>
  );
}
