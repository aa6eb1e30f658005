import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownTheme } from '../shownTheme.ts';
import { antdTheme } from './antdTheme.ts';
import { styleNonce } from './styleNonce.ts';

const nonce = styleNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content);

/** The form controls' language, colours and style nonce, round each of them: a screen without any never loads antd. */
export function ControlsProvider({ children }: { readonly children: ReactNode }) {
  const shown = useShownTheme((theme) => theme.shown);
  const language = useTranslation().i18n.language;
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={antdTheme(shown)}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
