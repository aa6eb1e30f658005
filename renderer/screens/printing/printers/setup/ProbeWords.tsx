import { useTranslation } from 'react-i18next';
import type { ProbedAddress } from '../../../../bridge/queries/printerSetupQueries.ts';
import { Notice } from '../../../../parts/feedback/Notice.tsx';
import { useDescribe } from '../../../../words/useDescribe.ts';

/** What one question to an address told: nobody there, somebody silent, or a printer that answers. */
export function ProbeWords({ probed }: { readonly probed: ProbedAddress }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  if (!probed.isReachable) {
    const { says, next } = describe(probed.errorCode === '' ? 'PRINTER_UNREACHABLE' : probed.errorCode);
    return <Notice tone="failed" title={says} next={next} code={probed.errorCode} />;
  }
  if (!probed.answersStatus)
    return <Notice tone="unsure" title={t('printerSetup.silent')} next={t('printerSetup.silentNote')} />;
  const [language] = probed.languages;
  return (
    <Notice
      tone="done"
      title={t('printerSetup.answers', {
        state: t(`printer.${probed.state}`),
        language: language === undefined ? '' : t(`printerLanguage.${language as 'tspl'}`),
        ms: probed.durationMs,
      })}
    />
  );
}
