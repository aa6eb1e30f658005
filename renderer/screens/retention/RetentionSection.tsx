import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionView } from '../../../shared/contracts/retention/retention.ts';
import { retentionDays } from '../../../shared/domain/retention/retention.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { useRetentionRun } from '../../bridge/retentionRun.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { formatCount } from '../../parts/format.ts';
import { Section } from '../../parts/Section.tsx';
import { useAct } from '../../work/useAct.ts';
import { DuePart } from './DuePart.tsx';
import { PersonPart } from './PersonPart.tsx';

const usualDays = [30, 60, 90, 180, 365, 730, 1_095] as const;
const forEver = 'never';

/** How long finished orders keep their personal data, and what of it would go now. */
export function RetentionSection() {
  const { t } = useTranslation();
  /** What somebody thinks of choosing; undefined: what is chosen. */
  const [thought, think] = useState<number | null>();
  const [isClockRight, sayClockRight] = useState(false);
  const input = { isClockRight, ...(thought === undefined ? {} : { days: thought }) };
  const view = useQuery(ask.retention.get.queryOptions({ input, placeholderData: (before) => before })).data;
  const mayChange = useMissingRight(['changeSettings']) === null;
  const mayAsk = useMissingRight(['changeSettings', 'seePersonalData']) === null;
  if (view === undefined) return null;
  return (
    <Section title={t('settings.section.retention')}>
      <p className="soft">{t('retention.intro')}</p>
      {!view.isChosen && (
        <Notice tone="note" title={t('retention.unchosen')} next={t('retention.unchosenNext')} />
      )}
      <DaysPart view={view} thought={thought} mayChange={mayChange} onThink={think} />
      <DuePart
        view={view}
        isThought={thought !== undefined && thought !== view.days}
        isClockRight={isClockRight}
        mayRun={mayChange}
        onClockRight={sayClockRight}
      />
      {mayAsk && <PersonPart />}
    </Section>
  );
}

interface DaysPartProps {
  readonly view: RetentionView;
  readonly thought: number | null | undefined;
  readonly mayChange: boolean;
  onThink(days: number | null | undefined): void;
}

/** The time is chosen in two steps: thinking of one shows below what it would take, and only the question makes it so. */
function DaysPart({ view, thought, mayChange, onThink }: DaysPartProps) {
  const { t } = useTranslation();
  const running = useRetentionRun(({ run }) => run?.stage === 'running');
  const set = useAct((days: number | null) => core.retention.set({ days }), {
    says: () => t('settings.saved'),
    after: async () => {
      await queryClient.invalidateQueries({ queryKey: ask.retention.get.key() });
      onThink(undefined);
    },
  });
  const shown = thought === undefined ? view.days : thought;
  const choices = [...new Set([...usualDays, view.days ?? retentionDays.usual])].sort((a, b) => a - b);
  const isNew = !view.isChosen || shown !== view.days;
  const say = (days: number | null): string =>
    days === null ? t('retention.never') : t('retention.days', { count: days });
  return (
    <div className="panel panel-pad stack">
      <SelectField
        label={t('retention.label')}
        width={280}
        value={shown === null ? forEver : String(shown)}
        isDisabled={!mayChange || running}
        options={[
          ...choices.map((days) => ({ value: String(days), label: say(days) })),
          { value: forEver, label: t('retention.never') },
        ]}
        onChange={(chosen) => onThink(chosen === forEver ? null : Number(chosen))}
      />
      <p className="soft small">{t('retention.kept')}</p>
      {mayChange && isNew && (
        <div className="form-actions">
          <AskingButton
            label={shown === null ? t('retention.keepForEver') : t('retention.choose', { count: shown })}
            button="primary"
            title={
              shown === null ? t('retention.foreverTitle') : t('retention.chooseTitle', { count: shown })
            }
            note={
              shown === null
                ? t('retention.foreverNote')
                : t('retention.chooseNote', { count: view.due, shown: formatCount(view.due) })
            }
            yes={shown === null ? t('retention.keepForEver') : t('retention.choose', { count: shown })}
            {...set.asking(shown)}
          />
        </div>
      )}
    </div>
  );
}
