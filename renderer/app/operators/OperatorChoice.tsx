import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { useRoleName } from './useRoleName.ts';

export type ListedOperator = DeskView['operators'][number];

/** Only so many have a digit of their own. */
const maxDigit = 9;

interface OperatorChoiceProps {
  readonly operators: readonly ListedOperator[];
  readonly chosenId: string;
  onChoose(operatorId: string): void;
}

/** Names as large buttons: touched, walked with the arrows, or chosen by digit while the list has the focus. */
export function OperatorChoice({ operators, chosenId, onChoose }: OperatorChoiceProps) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const digit = /^[1-9]$/.test(event.key) ? operators[Number(event.key) - 1] : undefined;
    if (step !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
    else if (digit !== undefined) onChoose(digit.id);
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} className="plain-list operator-list" aria-label={t('operators.who')} onKeyDown={onKeyDown}>
      {operators.map(({ id, name, role }, index) => (
        <li key={id}>
          <button
            type="button"
            className="operator-name"
            aria-pressed={id === chosenId}
            data-first-focus={chosenId === '' && index === 0 ? '' : undefined}
            onClick={() => onChoose(id)}
          >
            <span className="grow">
              <strong>{name}</strong>
              <span className="soft small">{roleName(role)}</span>
            </span>
            {index < maxDigit && <KeyHint combo={String(index + 1)} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
