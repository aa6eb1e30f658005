import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import type { PromiseState } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useDuration, useWhen } from '../../parts/format.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import type { RecordPanelProps } from './TermsPanel.tsx';

const tones: Readonly<Record<PromiseState, Tone>> = {
  none: 'rest',
  running: 'waiting',
  late: 'failed',
  kept: 'done',
  broken: 'failed',
};

/** What the platform was told of, against the hours it promised; and what it did not keep, month by month. */
export function IncidentsPanel({ record, onSaved }: RecordPanelProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { rows, months } = record.incidents;
  const isUnjudged = record.support.terms.hours === null;
  return (
    <section className="stack-tight" aria-label={t('record.incidents.title')}>
      <header className="line">
        <h3>{t('record.incidents.title')}</h3>
        <span className="grow" />
        {!isAdding && (
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            {t('record.incidents.add')}
          </Button>
        )}
      </header>
      {isAdding && <IncidentForm record={record} onSaved={onSaved} onClose={() => setAdding(false)} />}
      {isUnjudged && (rows.length > 0 || isAdding) && (
        <p className="soft small">{t('record.incidents.noTerms')}</p>
      )}
      {rows.length === 0 ? (
        !isAdding && <p className="panel panel-pad soft">{t('record.incidents.none')}</p>
      ) : (
        <ul className="plain-list panel">
          {rows.map((row) => (
            <Incident key={row.id} row={row} record={record} onSaved={onSaved} />
          ))}
        </ul>
      )}
      {months.length > 0 && (
        <PlainTable
          rows={months}
          keyOf={({ month }) => month}
          columns={[
            [t('record.incidents.month'), ({ month }) => month, 'head'],
            [t('record.incidents.count'), ({ incidents }) => incidents, 'count'],
            [t('record.incidents.lateAnswers'), ({ lateAnswers }) => lateAnswers, 'count'],
            [t('record.incidents.lateSolutions'), ({ lateSolutions }) => lateSolutions, 'count'],
          ]}
        />
      )}
    </section>
  );
}

function IncidentForm({ record, onSaved, onClose }: RecordPanelProps & { onClose(): void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [ticketNo, setTicketNo] = useState('');
  const accountId = record.account.id;
  const start = useAct(
    () => core.platformRecord.startIncident({ accountId, title, ticketNo, startedAt: null }),
    {
      says: () => t('record.incidents.started'),
      isShownInPlace: true,
      after: (reply) => {
        onSaved(reply);
        onClose();
      },
    },
  );
  return (
    <EntryForm
      label={t('record.incidents.add')}
      yes={t('record.incidents.start')}
      isReady={title.trim() !== ''}
      {...start.form()}
      onClose={onClose}
    >
      <TextField
        label={t('record.incidents.what')}
        isAutoFocused
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <TextField
        label={t('record.incidents.ticket')}
        maxLength={60}
        value={ticketNo}
        onChange={setTicketNo}
      />
    </EntryForm>
  );
}

type Step = 'answered' | 'solved' | 'reopened';

function Incident({ row, record, onSaved }: RecordPanelProps & { readonly row: IncidentRow }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<string | null>(null);
  const accountId = record.account.id;
  const move = useAct(
    (step: Step) => core.platformRecord.moveIncident({ accountId, id: row.id, step, outcome: outcome ?? '' }),
    {
      after: (reply) => {
        onSaved(reply);
        setOutcome(null);
      },
    },
  );
  const isOpen = row.solvedAt === null;
  return (
    <li className="record-row record-wraps">
      <div className="grow">
        <p className="line">
          <strong>{row.title}</strong>
          {row.ticketNo !== '' && <span className="code">{row.ticketNo}</span>}
          <span className="soft small">
            <Moment after={t('record.incidents.since')} at={row.startedAt} />
          </span>
        </p>
        <p className="line">
          {row.promises.map((promise) => (
            <Promised key={promise.kind} promise={promise} />
          ))}
        </p>
        {row.outcome !== '' && <p className="soft small">{row.outcome}</p>}
      </div>
      {isOpen && row.answeredAt === null && (
        <Button size="small" {...move.press('answered')}>
          {t('record.incidents.answered')}
        </Button>
      )}
      {isOpen && outcome === null && (
        <Button size="small" onPress={() => setOutcome('')}>
          {t('record.incidents.solved')}
        </Button>
      )}
      {!isOpen && (
        <Button size="small" {...move.press('reopened')}>
          {t('record.incidents.reopen')}
        </Button>
      )}
      {outcome !== null && (
        <EntryForm
          look="inset"
          yes={t('record.incidents.solved')}
          isReady={outcome.trim() !== ''}
          {...move.form('solved')}
          onClose={() => setOutcome(null)}
        >
          <TextField
            label={t('record.incidents.outcome')}
            isAutoFocused
            maxLength={500}
            value={outcome}
            onChange={setOutcome}
          />
        </EntryForm>
      )}
    </li>
  );
}

/** One promise: how it stands, until when it runs, or how much of their time it took. */
function Promised({ promise }: { readonly promise: IncidentRow['promises'][number] }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const duration = useDuration();
  const { kind, state, dueAt, usedMs } = promise;
  const isClosed = state === 'kept' || state === 'broken';
  const detail =
    isClosed && usedMs !== null
      ? t('record.incidents.used', { duration: duration(Math.ceil(usedMs / 1_000)) })
      : dueAt === null
        ? ''
        : t('record.incidents.due', { time: when(dueAt) });
  return (
    <span className="line">
      <span className="soft small">{t(`promiseKind.${kind}`)}</span>
      <StateMark tone={tones[state]} label={t(`promiseState.${state}`)} />
      {detail !== '' && <span className="soft small">{detail}</span>}
    </span>
  );
}
