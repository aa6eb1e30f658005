import { ConfigProvider, Select } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';
import { useShownTheme } from '../view.ts';
import { antdTheme, styleNonce } from './antdTheme.ts';

/** Made once: with a new one at each drawing antd would reckon all its colours and styles anew. */
const themes = { light: antdTheme('light'), dark: antdTheme('dark') } as const;
const buttons = { autoInsertSpace: false } as const;

function readPolicy(): { readonly csp?: { readonly nonce: string } } {
  const nonce = styleNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content);
  return nonce === undefined ? {} : { csp: { nonce } };
}

/** The form controls' language, colours and style nonce, round each of them: a screen without any never loads antd. */
function ControlsProvider({ children }: { readonly children: ReactNode }) {
  const shown = useShownTheme((theme) => theme.shown);
  const language = useTranslation().i18n.language;
  const [policy] = useState(readPolicy);
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={themes[shown]}
      button={buttons}
      {...policy}
    >
      {children}
    </ConfigProvider>
  );
}

interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly SelectOption<V>[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly width?: number | string;
  onChange(value: NoInfer<V>): void;
}

/** The list of before as long as the new one says the same. */
function useSameOptions<V extends string>(options: readonly SelectOption<V>[]): readonly SelectOption<V>[] {
  const [kept, setKept] = useState(options);
  const isSame =
    kept.length === options.length &&
    kept.every(({ value, label }, at) => value === options[at]?.value && label === options[at].label);
  if (!isSame) setKept(options);
  return isSame ? kept : options;
}

/** One of many, found by typing. Beside a list it is drawn again only when it shows something else: it is as dear as all its rows. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, value, placeholder, isDisabled = false } = props;
  const id = useId();
  const options = useSameOptions(props.options);
  const change = useRef(props.onChange);
  useLayoutEffect(() => {
    change.current = props.onChange;
  });
  const control = useMemo(() => {
    // Nothing outside of a dialog can be pressed while it stands there: its lists open inside of it. Without a parameter, so
    // that the list is there at once: Enter right behind the last letter chose nothing.
    const listPlace = (): HTMLElement => document.getElementById(id)?.closest('dialog') ?? document.body;
    return (
      <ControlsProvider>
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
          onChange={(chosen) => chosen !== null && change.current(chosen)}
        />
      </ControlsProvider>
    );
  }, [id, label, value, options, placeholder, isDisabled]);
  return (
    <div className="field" style={props.width === undefined ? undefined : { width: props.width }}>
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>
        {label}
      </label>
      {control}
    </div>
  );
}
