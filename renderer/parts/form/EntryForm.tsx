import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { Button } from '../Button.tsx';
import { FailureNotice } from '../feedback/Notice.tsx';
import { Form } from './Form.tsx';

interface EntryFormProps {
  /** `panel`: is alone; `inset`: belongs to the row above it. */
  readonly look?: 'panel' | 'inset';
  readonly label?: string;
  readonly yes: string;
  readonly no?: string;
  readonly isReady?: boolean;
  readonly isBusy: boolean;
  readonly failure?: { readonly code: string; readonly params?: ErrorParams | undefined } | null;
  /** Higher than a small screen: its buttons, and why it did not succeed, stay in sight. */
  readonly isHigh?: boolean;
  /** Above the buttons: what is asked before it is saved after all. */
  readonly question?: ReactNode;
  readonly children: ReactNode;
  onSubmit(): void;
  /** Absent: the form is always there. */
  onClose?(): void;
}

/** Fields that are saved together: Enter saves once they are ready; why it did not succeed is above the buttons. */
export function EntryForm(props: EntryFormProps) {
  const { isReady = true, isBusy, failure = null, isHigh = false, onClose } = props;
  const { t } = useTranslation();
  return (
    <Form
      look={props.look === 'inset' ? 'account-detail stack' : 'panel panel-pad stack'}
      label={props.label}
      isReady={isReady && !isBusy}
      onSubmit={props.onSubmit}
    >
      {props.children}
      <div className={isHigh ? 'form-foot stack' : 'stack'}>
        {props.question}
        {failure !== null && <FailureNotice failure={failure} />}
        <div className="form-actions">
          <Button look="primary" isSubmit isDisabled={!isReady} isBusy={isBusy}>
            {props.yes}
          </Button>
          {onClose !== undefined && <Button onPress={onClose}>{props.no ?? t('common.cancel')}</Button>}
        </div>
      </div>
    </Form>
  );
}
