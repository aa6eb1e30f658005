import type { Language } from '../../../shared/errors/describeError.ts';

/** `--lang`, then `SHIPDESK_LANG`, then the system's locale; `zh-CN` when none says. */
export function chooseLanguage(wanted: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const said = wanted ?? environment.SHIPDESK_LANG ?? environment.LC_ALL ?? environment.LANG ?? '';
  return /^en/i.test(said) ? 'en' : 'zh-CN';
}
