import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priceColumns } from '../../../../shared/domain/prices.ts';
import { core } from '../../../bridge/core.ts';
import { pageBridge } from '../../../bridge/page.ts';
import type { PriceTable } from '../../../bridge/queries/bookingQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/feedback/Notice.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { useAct } from '../../../work/useAct.ts';
import { useFileWords } from '../../../work/useFileWords.ts';
import { copyText, type PriceLine } from './priceLines.ts';

type Refused = Awaited<ReturnType<typeof core.freight.readFile>>['refused'];

interface FileButtonsProps {
  readonly lines: readonly PriceLine[];
  /** undefined: the draft is no table yet, so there is nothing to write. */
  readonly table: PriceTable | undefined;
  onRead(zones: PriceTable['zones']): void;
  onCopy(text: string): void;
}

/** Zones and steps in from a file, out to a file, and into a spreadsheet. */
export function FileButtons({ lines, table, onRead, onCopy }: FileButtonsProps) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [refused, setRefused] = useState<Refused>([]);
  const read = useAct((path: string) => core.freight.readFile({ path }), {
    says: ({ zones }) => ({
      tone: 'done',
      says: t('prices.read', { count: zones.length }),
      next: t('prices.readNext'),
    }),
    after: ({ zones, refused: left }) => {
      onRead(zones);
      setRefused(left);
    },
  });
  const write = useAct((ready: PriceTable) => core.freight.writeFile({ table: ready }), {
    says: ({ path }) => fileWords(t('prices.written'), path),
  });
  const choose = async (): Promise<void> => {
    const [path] = await pageBridge().chooseFiles('orders');
    if (path !== undefined) read.mutate(path);
  };
  const copy = (): void => {
    onCopy(
      copyText(
        lines,
        priceColumns.map((column) => t(`prices.column.${column}`)),
      ),
    );
    say({ tone: 'done', says: t('prices.copied', { count: lines.length }) });
  };
  return (
    <>
      <Button size="small" icon="import" isBusy={read.isPending} onPress={() => void choose()}>
        {t('rules.prices.import')}
      </Button>
      <Button
        size="small"
        icon="file"
        isDisabled={table === undefined}
        isBusy={write.isPending}
        onPress={() => table !== undefined && write.mutate(table)}
      >
        {t('prices.write')}
      </Button>
      <Button size="small" icon="copy" onPress={copy}>
        {t('prices.copy')}
      </Button>
      {refused.length > 0 && (
        <div className="price-refused">
          <Notice tone="unsure" title={t('prices.notRead', { count: refused.length })}>
            <Button size="small" onPress={() => setRefused([])}>
              {t('common.close')}
            </Button>
          </Notice>
          <ul className="plain-list small">
            {refused.map(({ row, column }) => (
              <li key={`${row} ${column}`}>
                {t('rules.prices.refused', { row, column: t(`prices.column.${column}`) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
