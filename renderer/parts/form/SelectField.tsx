import { ConfigProvider, Select } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';
import { useShownTheme } from '../view.ts';
import { antdTheme, styleNonce } from './antdTheme.ts';

/** The form controls' language, colours and style nonce, round each of them: a screen without any never loads antd. */
function ControlsProvider({ children }: { readonly children: ReactNode }) {
  const shown = useShownTheme((theme) => theme.shown);
  const language = useTranslation().i18n.language;
  const nonce = styleNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content);
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

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly width?: number | string;
  onChange(value: NoInfer<V>): void;
}

/** One of many, found by typing. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const id = useId();
  // Nothing outside of a dialog can be pressed while it stands there: its lists open inside of it. Without a parameter, so
  // that the list is there at once: Enter right behind the last letter chose nothing.
  const listPlace = (): HTMLElement => document.getElementById(id)?.closest('dialog') ?? document.body;
  return (
    <div className="field" style={props.width === undefined ? undefined : { width: props.width }}>
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>
        {props.label}
      </label>
      <ControlsProvider>
        <Select
          id={id}
          aria-label={props.label}
          showSearch={{ optionFilterProp: 'label' }}
          getPopupContainer={listPlace}
          value={props.value}
          options={[...props.options]}
          placeholder={props.placeholder}
          disabled={props.isDisabled ?? false}
          style={{ width: '100%' }}
          onChange={(value) => value !== null && props.onChange(value)}
        />
      </ControlsProvider>
    </div>
  );
}
