import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { useAct } from '../../work/useAct.ts';
import { PastedPerson, type PastedReading, pastedOrder } from './PastedPerson.tsx';

interface PasteDialogProps {
  readonly people: readonly PastedReading[];
  onClose(): void;
  onMade(): void;
}

/** Says what was made, what waits and what was known, with the way back. */
function useMaking(onMade: () => void) {
  const { t } = useTranslation();
  const undo = useAct((importId: string) => core.imports.undo({ importId }), {
    says: ({ removed }) => t('today.paste.undone', { count: removed }),
  });
  return useAct((orders: Parameters<typeof core.paste.make>[0]['orders']) => core.paste.make({ orders }), {
    says: ({ importId, orders }) => {
      const known = orders.filter(({ isKnown }) => isKnown).length;
      const waiting = orders.filter(({ isKnown, state }) => !isKnown && state === 'needs-review').length;
      const says = [
        orders.length > known ? t('today.paste.made', { count: orders.length - known }) : '',
        waiting > 0 ? t('today.paste.madeWaiting', { count: waiting }) : '',
        known > 0 ? t('today.paste.known', { count: known }) : '',
      ].filter((part) => part !== '');
      const action = { label: t('today.paste.undo'), run: () => undo.mutate(importId) };
      return {
        tone: waiting > 0 || known > 0 ? 'unsure' : 'done',
        says: says.join(' '),
        ...(importId === '' ? {} : { action }),
      };
    },
    after: onMade,
  });
}

/** The orders a message would become; Enter makes them. */
export function PasteDialog({ people, onClose, onMade }: PasteDialogProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => people.map((person) => ({ person, order: pastedOrder(person) })));
  const make = useMaking(onMade);
  return (
    <AskDialog
      title={t('today.paste.dialogTitle', { count: rows.length })}
      width={760}
      yes={t('today.paste.make', { count: rows.length })}
      keyHint="Enter"
      isForm
      isReady={rows.length > 0}
      {...make.dialog(rows.map(({ order }) => order))}
      onClose={onClose}
    >
      {rows.map(({ person, order }, index) => (
        <PastedPerson
          key={person.receiverText}
          person={person}
          order={order}
          isOnly={rows.length === 1}
          onChange={(part) =>
            setRows((before) =>
              before.map((row, at) => (at === index ? { ...row, order: { ...row.order, ...part } } : row)),
            )
          }
          onLeave={() => setRows((before) => before.filter((_, at) => at !== index))}
        />
      ))}
    </AskDialog>
  );
}
