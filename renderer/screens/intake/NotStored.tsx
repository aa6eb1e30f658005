import { useTranslation } from 'react-i18next';
import { unstoredFields } from '../../../shared/domain/intake/unstoredFields.ts';

/** That nothing of a field is kept, short or with the reason; nothing where it is kept. */
export function NotStored({
  field,
  isShort = false,
}: {
  readonly field: string;
  readonly isShort?: boolean;
}) {
  const { t } = useTranslation();
  const reason = unstoredFields.get(field);
  if (reason === undefined) return null;
  const why = t(`imports.notStoredNote.${reason}`);
  return isShort ? (
    <span className="small" title={why}>
      {t('imports.notStored')}
    </span>
  ) : (
    <p className="soft small">{why}</p>
  );
}
