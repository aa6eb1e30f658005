import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { letters, lettersOf } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import {
  AssignDialog,
  type CaseDialogProps,
  CloseDialog,
  DueDialog,
  NoteDialog,
  SnoozeDialog,
  useCaseAct,
  WaitDialog,
} from './CaseDialogs.tsx';

interface Act {
  readonly words: 'note' | 'assign' | 'snooze' | 'wait' | 'setDue' | 'close';
  readonly combo: string;
  readonly Dialog: ComponentType<CaseDialogProps>;
}

/** What is done with a case, the end of it last. */
const acts: readonly Act[] = [
  { words: 'note', combo: letters.add, Dialog: NoteDialog },
  { words: 'assign', combo: lettersOf.case.give, Dialog: AssignDialog },
  { words: 'setDue', combo: lettersOf.case.due, Dialog: DueDialog },
  { words: 'snooze', combo: letters.later, Dialog: SnoozeDialog },
  { words: 'wait', combo: lettersOf.case.wait, Dialog: WaitDialog },
  { words: 'close', combo: lettersOf.case.close, Dialog: CloseDialog },
];

interface CaseActsProps {
  readonly caseIds: readonly string[];
  /** Letters do the same; off where another case has them. */
  readonly hasKeys: boolean;
  onDone?(): void;
}

/** Buttons over one case or many. */
export function CaseActs({ caseIds, hasKeys, onDone }: CaseActsProps) {
  const { t } = useTranslation();
  const owners = useQuery(ask.cases.owners.queryOptions()).data ?? [];
  return (
    <div className="line">
      {acts.map(({ words, combo, Dialog }) => (
        <OpeningButton
          key={words}
          size="small"
          label={t(`caseWork.${words}`)}
          look={words === 'close' ? 'primary' : 'plain'}
          // Nobody to give it to where nobody signs in.
          isOffered={words !== 'assign' || owners.length > 0}
          {...(hasKeys ? { combo } : {})}
        >
          {(close) => (
            <Dialog
              caseIds={caseIds}
              onClose={() => {
                close();
                onDone?.();
              }}
            />
          )}
        </OpeningButton>
      ))}
    </div>
  );
}

/** Back to work what was closed by mistake, sleeps or waits. */
export function ReopenButton({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const reopen = useCaseAct(
    () => core.cases.reopen({ choice: { caseIds: [caseId] } }),
    (count) => t('caseWork.reopened', { count }),
    () => undefined,
  );
  return (
    <Button size="small" icon="undo" {...reopen.press()}>
      {t('caseWork.reopen')}
    </Button>
  );
}
