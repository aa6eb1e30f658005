import type { Language } from '../../../shared/text/describeError.ts';

/** `--lang`, then `SHIPDESK_LANG`, then the system's locale; `zh-CN` when none says. */
export function chooseLanguage(wanted: string | undefined, environment: NodeJS.ProcessEnv): Language {
  // `label render --lang tspl` names a printer language, not one of ours.
  const own = wanted !== undefined && /^(en|zh)/i.test(wanted) ? wanted : undefined;
  const said = own ?? environment.SHIPDESK_LANG ?? environment.LC_ALL ?? environment.LANG ?? '';
  return /^en/i.test(said) ? 'en' : 'zh-CN';
}
