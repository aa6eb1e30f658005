import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandedFile } from '../../../../shared/contracts/bridge.ts';
import type { BillLook } from '../../../../shared/contracts/insight/bills.ts';
import { type BillField, billFields } from '../../../../shared/domain/bills/bill.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { useBillRun } from '../../../bridge/billRun.ts';
import { ask } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { useCarrierOptions } from '../../../bridge/knownNames.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../parts/feedback/Notice.tsx';
import { DayField } from '../../../parts/form/DayField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { formatCount } from '../../../parts/format.ts';
import { useKeys } from '../../../parts/keys.ts';
import { ProgressBar, StateMark } from '../../../parts/StateMark.tsx';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';

interface BillMappingProps {
  readonly file: HandedFile;
  onOpen(billId: string): void;
  onLeave(): void;
}

type Said = Readonly<Record<string, BillField | null>>;

/** Of which carrier a bill is, what its columns hold, which days it is for; then it is reconciled. */
export function BillMapping({ file, onOpen, onLeave }: BillMappingProps) {
  const { t } = useTranslation();
  const { run, start, stop, clear } = useBillRun();
  const carrierOptions = useCarrierOptions();
  const named = carrierOptions.find(({ label }) => file.name.includes(label.slice(0, 2)))?.value ?? null;
  const [chosen, setChosen] = useState<string | null>(run?.bill.carrier ?? null);
  const carrier = chosen ?? named;
  const [columns, setColumns] = useState<Said>({});
  const [days, setDays] = useState({ fromDay: '', toDay: '' });
  const today = shopDate(useNow());
  const hasSaid = Object.keys(columns).length > 0;
  const source = { fileToken: file.fileToken, carrier: carrier ?? '', ...(hasSaid ? { columns } : {}) };
  const look = useQuery({
    ...ask.bills.look.queryOptions({ input: source }),
    enabled: carrier !== null && file.fileToken !== '',
    placeholderData: (previous) => previous,
    retry: false,
  });
  useKeys([{ combo: 'Escape', says: t('billWork.map.other'), run: onLeave }]);
  const begin = (): void => {
    if (carrier === null || look.data === undefined) return;
    // What was shown is confirmed with it, so that the layout is remembered as it was looked at.
    const shown = look.data.columns.map((column) => [String(column.columnIndex), column.field] as const);
    const isAsked = look.data.columns.some(({ isDoubtful }) => isDoubtful) || hasSaid;
    start({
      ...file,
      carrier,
      ...days,
      ...(isAsked ? { columns: { ...Object.fromEntries(shown), ...columns } } : {}),
    });
  };
  if (run?.stage === 'running')
    return <BillProgress name={run.bill.name} rows={run.rows} share={run.share} onStop={stop} />;
  const failure = run?.stage === 'failed' ? run.failure : failureIn(look);
  return (
    <div className="bills bill-mapping">
      <header className="line">
        <h2>{file.name}</h2>
        <span className="grow" />
        <Button onPress={onLeave}>{t('billWork.map.other')}</Button>
      </header>
      {failure !== null && (
        <FailureNotice failure={failure}>
          {run?.stage === 'failed' && (
            <Button size="small" onPress={clear}>
              {t('common.close')}
            </Button>
          )}
        </FailureNotice>
      )}
      <div className="bill-facts">
        <SelectField
          label={t('billWork.map.carrier')}
          placeholder={t('billWork.map.whose')}
          value={carrier}
          options={carrierOptions}
          onChange={setChosen}
        />
        <DayField
          label={t('billWork.map.from')}
          value={days.fromDay}
          today={today}
          isOptional
          onChange={(fromDay) => setDays({ ...days, fromDay })}
        />
        <DayField
          label={t('billWork.map.to')}
          value={days.toDay}
          today={today}
          isOptional
          onChange={(toDay) => setDays({ ...days, toDay })}
        />
        <p className="soft small">{t('billWork.map.period')}</p>
      </div>
      {look.data !== undefined && (
        <LookedAt
          look={look.data}
          onSay={(at, field) => setColumns({ ...columns, [at]: field })}
          onOpen={onOpen}
        />
      )}
      <footer className="line bill-foot">
        <span className="grow" />
        <StartButton look={look.data} isReady={carrier !== null} onStart={begin} />
      </footer>
    </div>
  );
}

function StartButton({
  look,
  isReady,
  onStart,
}: {
  readonly look: BillLook | undefined;
  readonly isReady: boolean;
  onStart(): void;
}) {
  const { t } = useTranslation();
  const isDoubtful = look?.columns.some((column) => column.isDoubtful) ?? false;
  const canStart = isReady && look !== undefined && look.missing.length === 0 && look.sameBillId === '';
  useKeys(canStart ? [{ combo: 'Ctrl+Enter', says: t('billWork.map.start'), run: onStart }] : []);
  return (
    <Button look="primary" size="large" keyHint="Ctrl+Enter" isDisabled={!canStart} onPress={onStart}>
      {t(isDoubtful ? 'billWork.map.confirm' : 'billWork.map.start')}
    </Button>
  );
}

interface LookedAtProps {
  readonly look: BillLook;
  onSay(columnIndex: number, field: BillField | null): void;
  onOpen(billId: string): void;
}

/** The columns with their first values; what was guessed is marked, what lacks is said. */
function LookedAt({ look, onSay, onOpen }: LookedAtProps) {
  const { t } = useTranslation();
  const { columns, missing, sameBillId } = look;
  const options = [
    { value: '', label: t('billWork.map.leaveOut') },
    ...billFields.map((value) => ({ value, label: t(`billField.${value}`) })),
  ];
  const lacking = missing.map((field) => t(`billField.${field}`)).join(t('common.listComma'));
  return (
    <>
      {sameBillId !== '' && (
        <Notice tone="note" title={t('billWork.map.same')}>
          <Button size="small" onPress={() => onOpen(sameBillId)}>
            {t('billWork.map.openSame')}
          </Button>
        </Notice>
      )}
      {missing.length > 0 && <Notice tone="failed" title={t('billWork.map.missing', { fields: lacking })} />}
      {columns.some(({ rule }) => rule === 'remembered') && (
        <p className="soft small">{t('billWork.map.remembered')}</p>
      )}
      <div className="panel bill-columns">
        <PlainTable
          rows={columns}
          keyOf={({ columnIndex }) => String(columnIndex)}
          columns={[
            [t('billWork.map.header'), ({ header }) => header, 'head'],
            [
              t('billWork.map.samples'),
              ({ samples }) => <span className="soft number">{samples.slice(0, 2).join(' · ')}</span>,
            ],
            [
              t('billWork.map.field'),
              ({ columnIndex, header, field, isDoubtful }) => (
                <div className="line">
                  <SelectField
                    label={header}
                    isLabelHidden
                    width={176}
                    value={field ?? ''}
                    options={options}
                    onChange={(said) => onSay(columnIndex, said === '' ? null : (said as BillField))}
                  />
                  {isDoubtful && <StateMark tone="note" label={t('billWork.map.guess')} />}
                </div>
              ),
            ],
          ]}
        />
      </div>
    </>
  );
}

interface BillProgressProps {
  readonly name: string;
  readonly rows: number;
  readonly share: number | null;
  onStop(): void;
}

function BillProgress({ name, rows, share, onStop }: BillProgressProps) {
  const { t } = useTranslation();
  const words = t('billWork.running', { name, rows: formatCount(rows) });
  return (
    <div className="bills bill-progress" role="status">
      <p className="number">{words}</p>
      <ProgressBar share={share} label={words} />
      <Button onPress={onStop}>{t('billWork.stop')}</Button>
    </div>
  );
}
