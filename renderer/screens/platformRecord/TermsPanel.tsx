import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useHoursText, useMinutesText } from './recordWords.ts';
import { TermsForm } from './TermsForm.tsx';

export interface RecordPanelProps {
  readonly record: PlatformRecordView;
  onSaved(reply: PlatformRecordView): void;
}

/** Who is there for us at the platform, when, and how fast they promised to be. */
export function TermsPanel({ record, onSaved }: RecordPanelProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const mayChange = useMissingRight(['changeAccounts']) === null;
  const hours = useHoursText();
  const minutes = useMinutesText();
  const { terms, version, changedAt, changedBy } = record.support;
  return (
    <section className="stack-tight" aria-label={t('record.terms.title')}>
      <header className="line">
        <h3>{t('record.terms.title')}</h3>
        {changedAt !== null && (
          <span className="soft small">
            <Moment
              after={t('record.terms.changed', { name: changedBy || t('record.setUp.owner') })}
              at={changedAt}
            />
          </span>
        )}
        <span className="grow" />
        {mayChange && !isEditing && (
          <Button size="small" onPress={() => setEditing(true)}>
            {t(version === 0 ? 'record.terms.add' : 'record.terms.edit')}
          </Button>
        )}
      </header>
      {isEditing ? (
        <TermsForm record={record} onSaved={onSaved} onClose={() => setEditing(false)} />
      ) : (
        <div className="panel panel-pad">
          {version === 0 ? (
            <p className="soft">{t('record.supportNone')}</p>
          ) : (
            <Facts
              facts={[
                [t('recordWord.adviser'), terms.adviserName],
                [t('recordWord.adviserPhone'), terms.adviserPhone],
                [t('recordWord.hotline'), terms.hotline],
                [t('recordWord.hours'), hours(terms.hours)],
                [t('promiseKind.answer'), minutes(terms.answerMinutes)],
                [t('promiseKind.solution'), minutes(terms.solutionMinutes)],
                [t('recordWord.compensation'), terms.compensation],
              ]}
            />
          )}
        </div>
      )}
    </section>
  );
}
