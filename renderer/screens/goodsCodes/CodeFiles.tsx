import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import type { ReadGoodsCodes } from '../../../shared/contracts/packing/goodsCodes.ts';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/page.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { RadioList } from '../../parts/form/RadioList.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

interface Trial {
  readonly fileToken: string;
  readonly read: ReadGoodsCodes;
}

/** Reads a file, tells what it would change, and changes it once that was seen. */
export function ImportCodes() {
  const { t } = useTranslation();
  const [trial, setTrial] = useState<Trial | null>(null);
  const look = useAct(
    async (): Promise<Trial | null> => {
      const [file] = await pageBridge().chooseFiles('goods-codes');
      if (file === undefined) return null;
      const { fileToken } = file;
      return {
        fileToken,
        read: await core.goodsCodes.readFile({ fileToken, replaces: false, isTrial: true }),
      };
    },
    { after: setTrial },
  );
  return (
    <>
      <Button icon="import" {...look.press()}>
        {t('goodsCodes.import')}
      </Button>
      {trial !== null && <ReadDialog {...trial} onClose={() => setTrial(null)} />}
    </>
  );
}

/** Rows that are named; of the others how many there are. */
const mostRefused = 6;

function Refused({ refused }: Pick<ReadGoodsCodes, 'refused'>) {
  const { t } = useTranslation();
  const more = refused.length - mostRefused;
  return (
    <ul className="plain-list small">
      {refused.slice(0, mostRefused).map(({ row, fault }) => (
        <li key={row}>{t('goodsCodes.refusedRow', { row, fault: t(`goodsCodeFault.${fault}`) })}</li>
      ))}
      {more > 0 && <li>{t('goodsCodes.refusedMore', { count: more })}</li>}
    </ul>
  );
}

function ReadDialog({ fileToken, read, onClose }: Trial & { onClose(): void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'keep' | 'replace'>('keep');
  const { added, same, left, refused } = read;
  const replaces = way === 'replace';
  const count = added + (replaces ? left : 0);
  const teach = useAct(() => core.goodsCodes.readFile({ fileToken, replaces, isTrial: false }), {
    says: (done) => t('goodsCodes.readDone', { count: done.added + done.corrected }),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <AskDialog
      isForm
      title={t('goodsCodes.readTitle')}
      yes={t('goodsCodes.readYes', { count })}
      isReady={count > 0}
      {...teach.dialog()}
      onClose={onClose}
    >
      <p>{t('goodsCodes.readCounts', { added, same })}</p>
      {left > 0 && (
        <RadioList
          label={t('goodsCodes.readLeft', { count: left })}
          value={way}
          choices={(['keep', 'replace'] as const).map((value) => ({
            value,
            label: t(`goodsCodes.${value}`),
          }))}
          onChange={setWay}
        />
      )}
      {added + left === 0 && <p>{t('goodsCodes.nothingToRead')}</p>}
      {refused.length > 0 && <Refused refused={refused} />}
    </AskDialog>
  );
}

export function ExportCodes({ isOffered }: { readonly isOffered: boolean }) {
  const { t } = useTranslation();
  return (
    <OpeningButton icon="file" combo="Ctrl+e" label={t('exporting.short')} isOffered={isOffered}>
      {(close) => <ExportDialog onClose={close} />}
    </OpeningButton>
  );
}

function ExportDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [format, setFormat] = useState<Asked<'goodsCodes', 'writeFile'>['format']>('xlsx');
  const write = useAct(() => core.goodsCodes.writeFile({ format }), {
    says: (file) => fileWords(t('goodsCodes.exported', { count: file.rowCount }), file),
    after: onClose,
  });
  return (
    <AskDialog
      isForm
      title={t('goodsCodes.exportTitle')}
      yes={t('exporting.write')}
      {...write.dialog()}
      onClose={onClose}
    >
      <RadioList
        label={t('goodsCodes.exportFormat')}
        value={format}
        choices={[
          { value: 'xlsx', label: t('track.exportXlsx') },
          { value: 'csv', label: t('track.exportCsv') },
        ]}
        onChange={setFormat}
      />
      <p className="soft small">{t('goodsCodes.exportNote')}</p>
    </AskDialog>
  );
}
