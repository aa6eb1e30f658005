import { useTranslation } from 'react-i18next';
import { dayMs, shopOffsetMs } from '../../shared/rules/shopTime.ts';
import { Button } from '../parts/Button.tsx';
import { dateFormat, shortDay } from '../parts/format.ts';

interface MarkChipProps {
  readonly words: string;
  onRemove(): void;
}

/** The list is only of what a mark of the board counts; says so, and goes at a press. */
export function MarkChip({ words, onRemove }: MarkChipProps) {
  const { t } = useTranslation();
  return (
    <div className="line">
      <Button size="small" icon="close" title={t('common.showAll')} onPress={onRemove}>
        {words}
      </Button>
    </div>
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const startsDay = (at: number): boolean => (at + shopOffsetMs) % dayMs === 0;

/** A time in words: whole days by their dates, any other with its hours. */
export function useSpanWords(): (span: Span) => string {
  const language = useTranslation().i18n.language;
  return ({ from, to }) => {
    const isWhole = startsDay(from) && startsDay(to);
    const format = dateFormat(language, {
      ...shortDay(language),
      ...(isWhole ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    });
    const [first, last] = [format.format(from), format.format(isWhole ? to - 1 : to)];
    return first === last ? first : `${first} – ${last}`;
  };
}
