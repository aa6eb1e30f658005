import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRoll } from '../../../shared/contracts/printing.ts';
import { core } from '../../bridge/core.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';

/** About how much paper a printer still has, as far as somebody told of its roll. */
export function PaperLine({ uri, name }: { readonly uri: string; readonly name: string }) {
  const { t } = useTranslation();
  const roll = useQuery(printQueries.paper()).data?.find(({ printerUri }) => printerUri === uri);
  const left = roll === undefined ? null : paperLeft(roll);
  return (
    <div className="line">
      {left !== null && (
        <StateMark
          tone={left.isLow ? 'unsure' : 'rest'}
          label={t('printing.paperLeft', { count: left.labels })}
          title={t('printing.paperNote')}
        />
      )}
      <OpeningButton look="quiet" size="small" label={t('printing.newRoll')}>
        {(close) => <RollDialog uri={uri} name={name} usual={roll?.labels ?? null} onClose={close} />}
      </OpeningButton>
    </div>
  );
}

interface RollDialogProps {
  readonly uri: string;
  readonly name: string;
  /** Labels of the roll before: most shops buy the same again. */
  readonly usual: number | null;
  onClose(): void;
}

/** Labels of a usual roll of 76 × 130 mm stock. */
const usualLabels = 500;
const maxLabels = 20_000;

/** A new roll was put in: how many labels are on it? */
function RollDialog({ uri, name, usual, onClose }: RollDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(usual ?? usualLabels));
  const labels = Number(typed);
  const isReady = Number.isInteger(labels) && labels >= 1 && labels <= maxLabels;
  const load = useAct(() => core.paper.load({ printerUri: uri, labels }), {
    after: (rolls) => {
      queryClient.setQueryData(printQueries.paper().queryKey, rolls);
      onClose();
    },
  });
  return (
    <AskDialog
      title={t('printing.newRollTitle', { name })}
      yes={t('printing.newRoll')}
      isForm
      isReady={isReady}
      {...load.dialog()}
      onClose={onClose}
    >
      <TextField
        label={t('printing.rollLabels')}
        hint={t('printing.paperNote')}
        maxLength={5}
        value={typed}
        onChange={(text) => setTyped(text.replace(/\D/g, ''))}
      />
    </AskDialog>
  );
}

/** What is left is named in amber from here on: a roll is changed before it stops the bench, not after. */
const lowShare = 0.1;

/** About how many labels a roll still has. Below zero nobody can know: the roll was longer, or one was changed unsaid. */
export function paperLeft(roll: Pick<PaperRoll, 'labels' | 'usedLabels'>): {
  readonly labels: number;
  readonly isLow: boolean;
} {
  const labels = Math.max(0, roll.labels - roll.usedLabels);
  return { labels, isLow: labels <= roll.labels * lowShare };
}
