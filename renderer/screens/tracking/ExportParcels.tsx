import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { ask, core } from '../../bridge/core.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { RadioList } from '../../parts/form/RadioList.tsx';
import { formatCount } from '../../parts/format.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

type Format = Asked<'track', 'export'>['format'];

interface ExportParcelsProps {
  readonly filter: Omit<Asked<'track', 'export'>, 'format'>;
  /** What the list is called on the screen. */
  readonly listName: string;
  /** What else narrows it, in words; empty: nothing does. */
  readonly narrowed: string;
}

/** Leads to a file of the parcels that the list shows now. */
export function ExportParcels(props: ExportParcelsProps) {
  const { t } = useTranslation();
  return (
    <OpeningButton combo="Ctrl+e" label={t('exporting.short')}>
      {(close) => <ExportDialog {...props} onClose={close} />}
    </OpeningButton>
  );
}

function ExportDialog({ filter, listName, narrowed, onClose }: ExportParcelsProps & { onClose(): void }) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [format, setFormat] = useState<Format>('xlsx');
  const asked = useQuery(ask.track.window.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }));
  const count = asked.data?.total;
  const write = useAct(() => core.track.export({ ...filter, format }), {
    says: (file) => fileWords(t('track.exported', { count: file.rowCount }), file),
    after: onClose,
  });
  return (
    <AskDialog
      isForm
      title={
        count === undefined
          ? t('exporting.short')
          : t('track.exportTitle', { count, shown: formatCount(count) })
      }
      yes={t('exporting.write')}
      isReady={count !== undefined && count > 0}
      {...write.dialog()}
      onClose={onClose}
    >
      <p>{t('track.exportWhich', { list: listName })}</p>
      {narrowed !== '' && <p>{t('exporting.narrowed', { words: narrowed })}</p>}
      <RadioList
        label={t('track.exportFormat')}
        value={format}
        choices={[
          { value: 'xlsx', label: t('track.exportXlsx') },
          { value: 'csv', label: t('track.exportCsv') },
        ]}
        onChange={setFormat}
      />
      <p className="soft small">{t('track.exportNote')}</p>
    </AskDialog>
  );
}
