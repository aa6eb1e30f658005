import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorRow } from '../../../shared/contracts/operators.ts';
import { type Role, roles } from '../../../shared/domain/operator.ts';
import { mayHaveBadge } from '../../../shared/domain/packing/badgeCode.ts';
import { core } from '../../bridge/core.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { NewPinFields, pinProblem } from '../../parts/form/PinFields.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { PanelRow } from '../../parts/Section.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { BadgeForm, RemoveBadge } from './BadgeButtons.tsx';

interface OperatorLineProps {
  readonly operator: OperatorRow;
  readonly isSelf: boolean;
  readonly isLast: boolean;
}

function RemoveButton({ operator, isSelf, isLast }: OperatorLineProps) {
  const { t } = useTranslation();
  const { id: operatorId, version, name } = operator;
  const remove = useAct(() => core.operators.remove({ operatorId, version }), {
    says: () => t('operatorSettings.removed', { name }),
  });
  const note = isLast ? 'removeLastNote' : isSelf ? 'removeSelfNote' : 'removeNote';
  return (
    <AskingButton
      icon="trash"
      size="small"
      label={t('settings.remove')}
      title={t('operatorSettings.removeTitle', { name })}
      note={t(`operatorSettings.${note}`)}
      yes={t('settings.remove')}
      look="danger"
      {...remove.asking()}
    />
  );
}

export function OperatorLine(props: OperatorLineProps) {
  const { operator, isSelf } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<'change' | 'badge' | null>(null);
  const toggle = (form: 'change' | 'badge') => (): void => setOpen(open === form ? null : form);
  return (
    <PanelRow
      isWrapping
      name={operator.name}
      marks={
        <>
          <span className="soft">{t(`role.${operator.role}`)}</span>
          {operator.hasBadge && <span className="soft">{t('operatorSettings.badge.has')}</span>}
          {isSelf && <span className="default-mark">{t('operatorSettings.you')}</span>}
        </>
      }
      notes={[
        operator.signedInAt === null ? (
          t('operatorSettings.neverSignedIn')
        ) : (
          <Moment key="at" after={t('operatorSettings.signedIn')} at={operator.signedInAt} />
        ),
      ]}
    >
      {mayHaveBadge(operator.role) && (
        <Button size="small" isPressed={open === 'badge'} onPress={toggle('badge')}>
          {t('operatorSettings.badge.print')}
        </Button>
      )}
      {operator.hasBadge && <RemoveBadge operator={operator} />}
      <Button size="small" isPressed={open === 'change'} onPress={toggle('change')}>
        {t('operatorSettings.change')}
      </Button>
      <RemoveButton {...props} />
      {open === 'change' && (
        <ChangeOperator operator={operator} isSelf={isSelf} onClose={() => setOpen(null)} />
      )}
      {open === 'badge' && <BadgeForm operator={operator} onClose={() => setOpen(null)} />}
    </PanelRow>
  );
}

interface ChangeOperatorProps {
  readonly operator: OperatorRow;
  readonly isSelf: boolean;
  onClose(): void;
}

/** Another name, role or PIN; what is left as it is is not sent. */
function ChangeOperator({ operator, isSelf, onClose }: ChangeOperatorProps) {
  const { t } = useTranslation();
  const { id: operatorId, version } = operator;
  const [draft, setDraft] = useState<OperatorDraft>({ ...operator, pin: '', again: '' });
  const { name, role, pin, again } = { ...draft, name: draft.name.trim() };
  const change = useAct(
    () =>
      core.operators.change({
        operatorId,
        version,
        ...(name === operator.name ? {} : { name }),
        ...(role === operator.role ? {} : { role }),
        ...(pin === '' ? {} : { pin }),
      }),
    { says: () => t('operatorSettings.changed', { name }), after: onClose, isShownInPlace: true },
  );
  const isPinFine = (pin === '' && again === '') || pinProblem(pin, again, role) === null;
  const isChanged = name !== operator.name || role !== operator.role || pin !== '';
  const canSave = name !== '' && isPinFine && isChanged;
  return (
    <EntryForm
      look="inset"
      label={t('operatorSettings.changeNamed', { name: operator.name })}
      yes={t('common.save')}
      isReady={canSave}
      {...change.form()}
      onClose={onClose}
    >
      <OperatorFields
        draft={draft}
        isRoleFixed={false}
        isPinKept
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      {isSelf && operator.role === 'manager' && role !== 'manager' && (
        <Notice tone="note" title={t('operatorSettings.ownRole')} />
      )}
    </EntryForm>
  );
}

interface OperatorFieldsProps {
  readonly draft: OperatorDraft;
  /** The first one is a manager: there is nothing to choose. */
  readonly isRoleFixed: boolean;
  readonly isPinKept: boolean;
  onChange(change: Partial<OperatorDraft>): void;
}

/** Name, role and PIN of one operator. */
function OperatorFields({ draft, isRoleFixed, isPinKept, onChange }: OperatorFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="form-grid">
      <TextField
        label={t('operatorSettings.name')}
        hint={t('operatorSettings.nameHint')}
        maxLength={40}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label={t('operatorSettings.role')}
        isDisabled={isRoleFixed}
        value={draft.role}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role) => onChange({ role })}
      />
      <NewPinFields
        label={t(isPinKept ? 'operatorSettings.newPin' : 'operators.pin')}
        operatorRole={draft.role}
        pin={draft.pin}
        again={draft.again}
        onChange={onChange}
      />
    </div>
  );
}

/** What is typed about one operator; the PINs are gone with the form. */
interface OperatorDraft {
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly again: string;
}

interface AddOperatorProps {
  /** From then on everybody needs a PIN: said before it happens. */
  readonly isFirst: boolean;
  /** The rescue code that comes with the first one. */
  onCode(code: string): void;
  onClose(): void;
}

export function AddOperator({ isFirst, onCode, onClose }: AddOperatorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OperatorDraft>({
    name: '',
    role: isFirst ? 'manager' : 'packer',
    pin: '',
    again: '',
  });
  const { name, role, pin, again } = { ...draft, name: draft.name.trim() };
  const add = useAct(() => core.operators.add({ name, role, pin }), {
    after: ({ rescueCode }) => {
      if (rescueCode !== null) onCode(rescueCode);
      onClose();
    },
    isShownInPlace: true,
  });
  const isComplete = name !== '' && pinProblem(pin, again, role) === null;
  return (
    <EntryForm
      yes={isFirst && name !== '' ? t('operatorSettings.addFirstAs', { name }) : t('operatorSettings.add')}
      isReady={isComplete}
      {...add.form()}
      onClose={onClose}
    >
      {isFirst && (
        <Notice tone="info" title={t('operatorSettings.firstTitle')} next={t('operatorSettings.firstNext')} />
      )}
      <OperatorFields
        draft={draft}
        isRoleFixed={isFirst}
        isPinKept={false}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </EntryForm>
  );
}
