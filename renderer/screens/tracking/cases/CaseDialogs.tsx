import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { caseOutcomes, caseWaits } from '../../../../shared/domain/cases/trackingCase.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useNow } from '../../../bridge/page.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { RadioList } from '../../../parts/form/RadioList.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useWhen } from '../../../parts/format.ts';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';
import { type CaseTime, caseTimesAhead } from './caseTimes.ts';

export interface CaseDialogProps {
  readonly caseIds: readonly string[];
  onClose(): void;
}

type Changed = Answered<'cases', 'note'>;

/** What is done to cases; those that could not be changed are told with the reason of the first. */
export function useCaseAct(does: () => Promise<Changed>, done: (count: number) => string, after: () => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct(does, {
    says: ({ changed, refused: [first, ...more] }) => {
      if (first === undefined) return done(changed);
      const { says, next } = describe(first.code);
      const partly = t('caseWork.partly', { changed, refused: more.length + 1 });
      return { tone: 'failed', says: `${partly}${says}`, next, code: first.code };
    },
    after,
  });
}

interface CaseFormProps extends CaseDialogProps {
  readonly title: string;
  readonly yes: string;
  readonly isReady?: boolean;
  readonly act: ReturnType<typeof useCaseAct>;
  readonly children: ReactNode;
}

function CaseForm({ act, isReady = true, title, yes, children, onClose }: CaseFormProps) {
  return (
    <AskDialog isForm title={title} yes={yes} isReady={isReady} {...act.dialog()} onClose={onClose}>
      {children}
    </AskDialog>
  );
}

export function NoteDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.note({ choice, text: text.trim() }),
    (count) => t('caseWork.noted', { count }),
    props.onClose,
  );
  const title = t('caseWork.noteTitle', { count: choice.caseIds.length });
  return (
    <CaseForm {...props} act={act} title={title} yes={t('common.save')} isReady={text.trim() !== ''}>
      <TextField label={t('caseWork.noteField')} value={text} maxLength={500} onChange={setText} />
    </CaseForm>
  );
}

export function AssignDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const owners = useQuery(ask.cases.owners.queryOptions()).data ?? [];
  const [ownerId, setOwnerId] = useState('');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.assign({ choice, ownerId }),
    (count) => t('caseWork.assigned', { count }),
    props.onClose,
  );
  const options = [
    { value: '', label: t('caseWork.nobody') },
    ...owners.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const title = t('caseWork.assignTitle', { count: choice.caseIds.length });
  return (
    <CaseForm {...props} act={act} title={title} yes={t('caseWork.assign')}>
      <SelectField label={t('caseWork.owner')} value={ownerId} options={options} onChange={setOwnerId} />
    </CaseForm>
  );
}

/** One of the times that lie ahead. */
function useTimeChoice(usual: CaseTime) {
  const { t } = useTranslation();
  const now = useNow();
  const when = useWhen(now);
  const ahead = caseTimesAhead(now);
  const [chosen, setChosen] = useState<CaseTime>(usual);
  const time = ahead.find(({ id }) => id === chosen) ?? ahead[0];
  return {
    at: time?.at ?? now,
    field: (
      <RadioList
        label={t('caseWork.when')}
        value={time?.id ?? chosen}
        choices={ahead.map(({ id, at }) => ({
          value: id,
          label: t(`caseWork.until.${id}`, { at: when(at) }),
        }))}
        onChange={setChosen}
      />
    ),
  };
}

export function SnoozeDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const { at, field } = useTimeChoice('tomorrow');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.snooze({ choice, until: at }),
    (count) => t('caseWork.snoozed', { count }),
    props.onClose,
  );
  const title = t('caseWork.snoozeTitle', { count: choice.caseIds.length });
  return (
    <CaseForm {...props} act={act} title={title} yes={t('caseWork.snooze')}>
      {field}
      <p className="soft small">{t('caseWork.snoozeNote')}</p>
    </CaseForm>
  );
}

export function DueDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const { at, field } = useTimeChoice('evening');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.setDue({ choice, dueAt: at }),
    (count) => t('caseWork.dueSet', { count }),
    props.onClose,
  );
  const title = t('caseWork.dueTitle', { count: choice.caseIds.length });
  return (
    <CaseForm {...props} act={act} title={title} yes={t('common.save')}>
      {field}
    </CaseForm>
  );
}

export function WaitDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const [on, setOn] = useState<(typeof caseWaits)[number]>('carrier');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.waitFor({ choice, on }),
    (count) => t('caseWork.waiting', { count }),
    props.onClose,
  );
  const title = t('caseWork.waitTitle', { count: choice.caseIds.length });
  const options = caseWaits.map((value) => ({ value, label: t(`caseWait.${value}`) }));
  return (
    <CaseForm {...props} act={act} title={title} yes={t('caseWork.wait')}>
      <RadioList label={t('caseWork.waitField')} value={on} choices={options} onChange={setOn} />
    </CaseForm>
  );
}

export function CloseDialog(props: CaseDialogProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<(typeof caseOutcomes)[number]>('carrier-fixed');
  const [note, setNote] = useState('');
  const choice = { caseIds: [...props.caseIds] };
  const act = useCaseAct(
    () => core.cases.close({ choice, outcome, note: note.trim() }),
    (count) => t('caseWork.closed', { count }),
    props.onClose,
  );
  const title = t('caseWork.closeTitle', { count: choice.caseIds.length });
  const options = caseOutcomes.map((value) => ({ value, label: t(`caseOutcome.${value}`) }));
  return (
    <CaseForm {...props} act={act} title={title} yes={t('caseWork.close')}>
      <RadioList label={t('caseWork.outcome')} value={outcome} choices={options} onChange={setOutcome} />
      <TextField label={t('caseWork.noteField')} value={note} maxLength={500} onChange={setNote} />
    </CaseForm>
  );
}
