import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { paperLeft } from './paperLeft.ts';
import { RollDialog } from './RollDialog.tsx';

/** About how much paper a printer still has, as far as somebody told of its roll. */
export function PaperLine({ uri, name }: { readonly uri: string; readonly name: string }) {
  const { t } = useTranslation();
  const [isLoading, setLoading] = useState(false);
  const roll = useQuery(printQueries.paper()).data?.find(({ printerUri }) => printerUri === uri);
  const left = roll === undefined ? null : paperLeft(roll);
  return (
    <div className="line">
      {left !== null && (
        <StateMark
          tone={left.isLow ? 'unsure' : 'rest'}
          label={t('printing.paperLeft', { count: left.labels })}
          title={t('printing.paperNote')}
        />
      )}
      <Button look="quiet" size="small" onPress={() => setLoading(true)}>
        {t('printing.newRoll')}
      </Button>
      {isLoading && (
        <RollDialog uri={uri} name={name} usual={roll?.labels ?? null} onClose={() => setLoading(false)} />
      )}
    </div>
  );
}
