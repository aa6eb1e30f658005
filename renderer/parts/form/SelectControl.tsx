import { ConfigProvider, Select } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownTheme } from '../view.ts';
import { antdTheme, styleNonce } from './antdTheme.ts';

/** Made once: with a new one at each drawing antd would reckon all its colours and styles again. */
const themes = { light: antdTheme('light'), dark: antdTheme('dark') } as const;
const buttons = { autoInsertSpace: false } as const;

function readPolicy(): { readonly csp?: { readonly nonce: string } } {
  const nonce = styleNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content);
  return nonce === undefined ? {} : { csp: { nonce } };
}

export interface SelectControlProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder: string | undefined;
  readonly isDisabled: boolean;
  onChange(value: string): void;
}

/** The list itself, in our language, colours and with this load's nonce. It is all that there is of antd, which is read with it. */
export function SelectControl({
  id,
  label,
  value,
  options,
  placeholder,
  isDisabled,
  onChange,
}: SelectControlProps) {
  const shown = useShownTheme((theme) => theme.shown);
  const language = useTranslation().i18n.language;
  const [policy] = useState(readPolicy);
  // Nothing outside of a dialog can be pressed while it is there: its lists open inside of it. Without a parameter, so
  // that the list is there at once: Enter right behind the last letter chose nothing.
  const listPlace = (): HTMLElement => document.getElementById(id)?.closest('dialog') ?? document.body;
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={themes[shown]}
      button={buttons}
      {...policy}
    >
      <Select
        id={id}
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        getPopupContainer={listPlace}
        // Without its list antd shows the bare value, an address or a code, to whoever waits for the list.
        value={options.length === 0 ? null : value}
        options={[...options]}
        placeholder={placeholder}
        disabled={isDisabled}
        style={{ width: '100%' }}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    </ConfigProvider>
  );
}
