import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** What the program carries of others; each opens to the text of its licence. Read when the page is opened. */
export function LicenceList() {
  const { t } = useTranslation();
  const { data: parts } = useQuery({
    queryKey: ['licences'],
    queryFn: async () => (await import('./licenceList.ts')).licenceList,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  if (parts === undefined) return null;
  if (parts.length === 0) return <p className="soft">{t('help.licencesNotHere')}</p>;
  return (
    <>
      <p className="soft small" role="status">
        {t('help.licenceCount', { count: parts.length })}
      </p>
      {parts.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`} className="help-licence">
          <summary>
            {name} <span className="soft small">{version}</span> <span className="code">{licence}</span>
          </summary>
          <pre className="selectable">{text}</pre>
        </details>
      ))}
    </>
  );
}
