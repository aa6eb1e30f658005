import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { asksPassword } from './asksPassword.ts';

/** The password of a protected workbook; it is used for this file and forgotten with it. */
function PasswordQuestion({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') importQueue.answer(item.id, { password });
  };
  return (
    <form className="line password-question" onSubmit={submit}>
      <TextField
        label={t('imports.password')}
        hint={t('imports.passwordHint')}
        type="password"
        maxLength={255}
        isAutoFocused
        value={password}
        onChange={setPassword}
      />
      <Button look="primary" isSubmit keyHint="Enter" isDisabled={password === ''}>
        {t('imports.open')}
      </Button>
    </form>
  );
}

/** A file that cannot be recognised: why, and what the operator can do about it. */
export function UnreadableFile({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const isLocked = asksPassword(item);
  const canRetry = !isLocked && item.path !== '';
  const again = (): void => importQueue.answer(item.id, {});
  useKeys(canRetry ? [{ combo: 'Enter', says: t('common.retry'), run: again }] : []);
  if (item.failure === null) return null;
  return (
    <section className="panel panel-pad stack" aria-label={item.name}>
      <h2>{item.name}</h2>
      <FailureNotice failure={item.failure} tone={isLocked ? 'info' : 'failed'}>
        <Button onPress={() => importQueue.remove(item.id)}>{t('imports.otherFile')}</Button>
        {canRetry && (
          <Button keyHint="Enter" onPress={again}>
            {t('common.retry')}
          </Button>
        )}
      </FailureNotice>
      {isLocked && <PasswordQuestion item={item} />}
    </section>
  );
}
