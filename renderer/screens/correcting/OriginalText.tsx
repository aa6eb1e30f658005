import { useTranslation } from 'react-i18next';
import type { CorrectionItem } from '../../bridge/questions.ts';
import { type MarkedPiece, markSpans, reasonText } from './reading.ts';

function Piece({ piece: { text, field, change } }: { readonly piece: MarkedPiece }) {
  const { t } = useTranslation();
  if (field === null) return <span>{text}</span>;
  if (change === null) {
    return (
      <span className={`piece piece-${field}`}>
        {text}
        <small>{t(`field.${field}` as 'field.name', { defaultValue: field })}</small>
      </span>
    );
  }
  const { key, year } = reasonText(change.reason);
  return (
    <span className="piece piece-changed">
      <span>
        <del>{text}</del> <ins>{text.replace(change.from, change.to)}</ins>
      </span>
      <small>{t(`correct.reason.${key}`, { year, field: '' })}</small>
    </span>
  );
}

/** What the file said, column by column: each understood piece underlined and named, each changed one with old and new. */
export function OriginalText({ item }: { readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const { original } = item;
  return (
    <section aria-label={t('correct.original')}>
      <h3>{t('correct.original')}</h3>
      <div className="original-text">
        {original.map((cell) => (
          <span key={cell.column} className="original-cell">
            {original.length > 1 && (
              <span className="original-column">
                {t(`correct.column.${cell.column}` as 'correct.column.name', { defaultValue: '' })}
              </span>
            )}
            {markSpans(cell.text, cell.spans, item.reading.corrections).map((piece) => (
              <Piece key={piece.start} piece={piece} />
            ))}
          </span>
        ))}
        {original.length === 0 && <span className="soft">{t('correct.noOriginal')}</span>}
      </div>
    </section>
  );
}
