import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../../shared/domain/party.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import type { Reading } from '../../bridge/questions.ts';
import { PartyFields } from '../../parts/form/PartyFields.tsx';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { confidenceWord } from './reading.ts';

interface ReceiverFieldsProps {
  readonly receiver: Party;
  readonly confidence: Reading['confidence'];
  /** How a platform understands it; shown beside ours where it differs. */
  readonly theirs: Party | null;
  /** A person wrote or chose what is there. */
  isSaid(field: keyof Party): boolean;
  onChange(part: Partial<Party>): void;
}

function Theirs({ text, onTake }: { readonly text: string; onTake(): void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="theirs" onClick={onTake}>
      <span className="soft">{t('correct.theirs')}</span> <ins>{text}</ins>
      <span className="theirs-take">{t('correct.takeTheirs')}</span>
    </button>
  );
}

/**
 * What we understood, field by field; where we are not sure, how sure, until a person has said it; where a platform differs, its
 * word to take over.
 */
export function ReceiverFields({ receiver, confidence, theirs, isSaid, onChange }: ReceiverFieldsProps) {
  const { t } = useTranslation();
  const { name, phone, region: province, detail } = confidence;
  const known: Partial<Record<keyof Party, number>> = { name, phone, province, detail };
  const sure = (fields: readonly (keyof Party)[]): ReactNode => {
    const value = known[fields[0] ?? 'name'];
    if (value === undefined || value >= 0.9) return undefined;
    // In the same line, so that nothing below moves.
    if (fields.some(isSaid)) return t('correct.fieldSaid');
    const word = t(`correct.word.${confidenceWord(value)}`);
    return <span className="field-doubt">{t('correct.fieldConfidence', { word })}</span>;
  };
  const beside = (fields: readonly (keyof Party)[]): ReactNode => {
    const differs = theirs !== null && fields.some((field) => theirs[field] !== receiver[field]);
    if (!differs) return sure(fields);
    const part = Object.fromEntries(fields.map((field) => [field, theirs[field]]));
    const text = fields.length > 1 ? regionText(theirs) : theirs[fields[0] ?? 'name'];
    return <Theirs text={text === '' ? t('correct.blank') : text} onTake={() => onChange(part)} />;
  };
  return (
    <PartyFields
      look="receiver-grid"
      hasExtension
      party={receiver}
      source={regionSource}
      hintOf={beside}
      onChange={onChange}
    />
  );
}
