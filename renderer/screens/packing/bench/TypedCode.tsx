import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../parts/form/Form.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useKeys } from '../../../parts/keys.ts';

/** For a code that no gun reads any more: typed, it is a scan. */
export function TypedCode({ onCode }: { onCode(code: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ combo: '/', says: t('packing.typed'), run: () => field.current?.focus() }]);
  const code = typed.trim();
  return (
    <Form
      look="bench-typed"
      isReady={code !== ''}
      onSubmit={() => {
        onCode(code);
        setTyped('');
        field.current?.blur();
      }}
    >
      <TextField
        ref={field}
        label={t('packing.typed')}
        isLabelHidden
        placeholder={t('packing.typedHint')}
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  );
}
