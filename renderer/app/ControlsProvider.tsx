import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from './theme/antdTheme.ts';

/** Filled in by the app:// handler; as written in the file when nobody fills it (then no policy asks for it). */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce === undefined || nonce.startsWith('__') ? undefined : nonce;
}

const nonce = styleNonce();

/** The form controls' language, colours and style nonce. Loaded with the first screen, not with the frame. */
export function ControlsProvider({ shown, children }: { shown: 'light' | 'dark'; children: ReactNode }) {
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
