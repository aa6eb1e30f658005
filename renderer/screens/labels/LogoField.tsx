import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelTemplateQueries } from '../../bridge/queries/labelTemplateQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { LogoDialog } from './LogoDialog.tsx';

interface LogoFieldProps {
  readonly logoId: string;
  onChange(logoId: string): void;
}

/** Which picture an element shows; a new one is added right here. */
export function LogoField({ logoId, onChange }: LogoFieldProps) {
  const { t } = useTranslation();
  const logos = useQuery(labelTemplateQueries.logos()).data ?? [];
  const [isAdding, setAdding] = useState(false);
  const isKnown = logos.some(({ id }) => id === logoId);
  return (
    <div className="stack-tight">
      {logos.length > 0 && (
        <SelectField
          label={t('labelEditor.logo')}
          value={isKnown ? logoId : null}
          placeholder={t('labelEditor.chooseLogo')}
          options={logos.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
      <div>
        <Button size="small" icon="plus" onPress={() => setAdding(true)}>
          {t('labelEditor.addLogo')}
        </Button>
      </div>
      {isAdding && (
        <LogoDialog
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            onChange(id);
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}
