import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableField } from '../../../../shared/domain/order.ts';
import { Button } from '../../../parts/Button.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';

export type Changes = { readonly [Field in EditableField]?: string };

const without = (names: ReadonlySet<EditableField>, gone: readonly EditableField[]) =>
  new Set([...names].filter((name) => !gone.includes(name)));

/**
 * The fields of an edit: only what differs from what was there is sent. What is masked stands empty and stays, unless it is cleared
 * on purpose.
 */
export function useChanges(before: Changes) {
  const [typed, setTyped] = useState<Changes>({});
  const [cleared, setCleared] = useState<ReadonlySet<EditableField>>(new Set());
  const set = (part: Changes): void => {
    const all = Object.entries({ ...typed, ...part });
    setTyped(
      Object.fromEntries(all.filter(([name, value]) => value !== (before[name as EditableField] ?? ''))),
    );
  };
  /** Whatever is in them goes; a second time: it stays. */
  const clear = (names: readonly EditableField[]): void => {
    const isCleared = names.every((name) => cleared.has(name));
    setCleared(isCleared ? without(cleared, names) : new Set([...cleared, ...names]));
    setTyped(
      Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name as EditableField))),
    );
  };
  const isCleared = (name: EditableField): boolean => cleared.has(name);
  const written = (name: EditableField): string =>
    typed[name] ?? (isCleared(name) ? '' : (before[name] ?? ''));
  const changes: Changes = { ...Object.fromEntries([...cleared].map((name) => [name, ''])), ...typed };
  return { changes, set, clear, isCleared, written };
}

export type Fields = ReturnType<typeof useChanges>;

interface OneLineProps {
  readonly name: EditableField;
  readonly label: string;
  readonly fields: Fields;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly maxLength?: number;
  /** What is there is not shown, so that a press is needed to empty it. */
  readonly isClearable?: boolean;
}

export function OneLine(props: OneLineProps) {
  const { name, label, fields, placeholder, hint, maxLength = 200, isClearable = false } = props;
  const { t } = useTranslation();
  const isCleared = fields.isCleared(name);
  const shown = isCleared ? t('editing.cleared') : placeholder;
  const field = (
    <TextField
      label={label}
      {...(shown === undefined ? {} : { placeholder: shown })}
      {...(hint === undefined ? {} : { hint })}
      maxLength={maxLength}
      value={fields.written(name)}
      onChange={(value) => fields.set({ [name]: value })}
    />
  );
  if (!isClearable) return field;
  return (
    <div className="clearable">
      {field}
      <Button
        size="small"
        look="quiet"
        isPressed={isCleared}
        label={t('editing.clearOf', { field: label })}
        onPress={() => fields.clear([name])}
      >
        {t('editing.clear')}
      </Button>
    </div>
  );
}
