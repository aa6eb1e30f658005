import { useTranslation } from 'react-i18next';
import type { AcceptPreview } from '../../bridge/queries/correctQueries.ts';
import { formatCount } from '../../parts/formatCount.ts';
import { Icon } from '../../parts/Icon.tsx';
import { reasonText } from './reasonText.ts';

type Tally = AcceptPreview['changes'][number];

interface TallyListProps {
  readonly title: string;
  readonly tallies: readonly Tally[];
  /** `kind` is a rule of the reader, or why an order stays. */
  readonly words: 'reason' | 'stay';
}

function TallyName({ tally, words }: { readonly tally: Tally; readonly words: TallyListProps['words'] }) {
  const { t } = useTranslation();
  if (words === 'stay')
    return t(`correct.stay.${tally.kind}` as 'correct.stay.below', { defaultValue: tally.kind });
  if (tally.kind === 'unchanged') return t('correct.unchanged');
  const field = t(`field.${tally.field}` as 'field.name', { defaultValue: tally.field });
  return t('correct.kindOfChange', {
    field,
    reason: t(`correct.kind.${reasonText(tally.kind).key}`),
  });
}

/** Kinds with how many orders each, and a few to look at. */
export function TallyList({ title, tallies, words }: TallyListProps) {
  if (tallies.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list tallies">
        {tallies.map((tally) => (
          <li key={`${tally.kind}-${tally.field}`}>
            <span className="tally-count number">{formatCount(tally.orders)}</span>
            <div>
              <TallyName tally={tally} words={words} />
              {tally.samples.map(({ orderId, from, to }) => (
                <div key={orderId} className="tally-sample small">
                  {words === 'reason' ? (
                    <span className="change">
                      {from !== '' && <del>{from}</del>}
                      <Icon name="arrow" size={12} />
                      <ins>{to}</ins>
                    </span>
                  ) : (
                    <span className="soft">{from}</span>
                  )}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
