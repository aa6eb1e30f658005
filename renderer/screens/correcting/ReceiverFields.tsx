import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../../shared/domain/party.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import type { Reading } from '../../bridge/queries/correctQueries.ts';
import { RegionField } from '../../parts/form/RegionField.tsx';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { confidenceWord } from './reading.ts';

interface ReceiverFieldsProps {
  readonly receiver: Party;
  readonly confidence: Reading['confidence'];
  /** How a platform understands it; shown beside ours where it differs. */
  readonly theirs: Party | null;
  onChange(part: Partial<Party>): void;
}

interface TheirsProps {
  readonly text: string;
  onTake(): void;
}

function Theirs({ text, onTake }: TheirsProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className="theirs" onClick={onTake}>
      <span className="soft">{t('correct.theirs')}</span> <ins>{text}</ins>
      <span className="theirs-take">{t('correct.takeTheirs')}</span>
    </button>
  );
}

/** What we understood, field by field; where we are not sure, how sure; where a platform differs, its word to take over. */
export function ReceiverFields({ receiver, confidence, theirs, onChange }: ReceiverFieldsProps) {
  const { t } = useTranslation();
  const sure = (value: number): string | undefined =>
    value < 0.9
      ? t('correct.fieldConfidence', { word: t(`correct.word.${confidenceWord(value)}`) })
      : undefined;
  const beside = (fields: readonly (keyof Party)[], value?: number): ReactNode => {
    const differs = theirs !== null && fields.some((field) => theirs[field] !== receiver[field]);
    if (!differs) return value === undefined ? undefined : sure(value);
    const part = Object.fromEntries(fields.map((field) => [field, theirs[field]]));
    const text = fields.length > 1 ? regionText(theirs) : theirs[fields[0] ?? 'name'];
    return <Theirs text={text === '' ? t('correct.blank') : text} onTake={() => onChange(part)} />;
  };
  return (
    <div className="form-grid receiver-grid">
      <TextField
        label={t('field.name')}
        maxLength={60}
        value={receiver.name}
        hint={beside(['name'], confidence.name)}
        onChange={(name) => onChange({ name })}
      />
      <div className="phone-pair">
        <TextField
          label={t('field.phone')}
          maxLength={40}
          value={receiver.phone}
          hint={beside(['phone'], confidence.phone)}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          label={t('field.extension')}
          maxLength={10}
          value={receiver.extension}
          hint={beside(['extension'])}
          onChange={(extension) => onChange({ extension })}
        />
      </div>
      <RegionField
        value={receiver}
        source={regionSource}
        hint={beside(['province', 'city', 'district'], confidence.region)}
        onChange={onChange}
      />
      <TextField
        label={t('field.town')}
        maxLength={40}
        value={receiver.town}
        hint={beside(['town'])}
        onChange={(town) => onChange({ town })}
      />
      <div className="form-wide">
        <TextField
          label={t('field.detail')}
          maxLength={200}
          value={receiver.detail}
          hint={beside(['detail'], confidence.detail)}
          onChange={(detail) => onChange({ detail })}
        />
      </div>
    </div>
  );
}
