import { useTranslation } from 'react-i18next';
import './board.css';
import { formatCount } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { useAttention } from './useAttention.ts';

/** What needs a person, dearest first; each leads to where it is dealt with. */
export function PeopleList() {
  const { t } = useTranslation();
  const { wrong, isKnown } = useAttention();
  return (
    <section className="panel people-list" aria-label={t('insight.people')}>
      <h2>{t('insight.people')}</h2>
      {!isKnown && <p className="people-calm soft people-unknown">{t('chart.unknown')}</p>}
      {isKnown && wrong.length === 0 && (
        <p className="people-calm">
          <StateMark tone="done" label={t('today.nothingWrong')} />
        </p>
      )}
      <ul className="plain-list">
        {wrong.map(({ id, tone, count, screen, focus }) => (
          <li key={id}>
            <button type="button" className="people-row" onClick={() => go(screen, focus)}>
              <span className={`people-count number people-${tone}`}>{formatCount(count)}</span>
              <span className="people-words">
                <span>{t(`today.item.${id}`)}</span>
                <span className="soft small">{t(`today.note.${id}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
