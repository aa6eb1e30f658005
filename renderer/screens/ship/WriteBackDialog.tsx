import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { pageBridge } from '../../bridge/page.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { formatCount } from '../../parts/format.ts';
import { lettersOf } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { useDescribe } from '../../words/describe.ts';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

/** Leads to giving numbers back to the shop platforms: of the ticked orders, else of all. */
export function WriteBackButton({ ticked }: { readonly ticked: ReadonlyMap<string, unknown> }) {
  const { t } = useTranslation();
  return (
    <OpeningButton size="small" combo={lettersOf.ship.uploadTracking} label={t('writeBack.short')}>
      {(close) => <WriteBackDialog orderIds={[...ticked.keys()]} onClose={close} />}
    </OpeningButton>
  );
}

type Preview = Answered<'out', 'preview'>;

/** Reasons are grouped; this many kinds are told, which is all there are. */
function Skipped({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  if (preview.skippedCount === 0) return null;
  const first = new Map(preview.skipped.map((row) => [row.code, row]));
  return (
    <section className="stack-tight">
      <h3>{t('writeBack.skipped', { count: preview.skippedCount })}</h3>
      <ul className="plain-list">
        {[...first.values()].map(({ code, orderNo }) => (
          <li key={code} className="small">
            {describe(code, { orderNo }).says} <code className="code">{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrows scroll it
    <section className="write-back-rows" tabIndex={0} aria-label={t('writeBack.rows')}>
      <PlainTable
        rows={preview.rows}
        keyOf={({ orderNo, waybillNo }) => `${orderNo}-${waybillNo}`}
        columns={[
          [t('col.source'), ({ source }) => t(`source.${source}`, source)],
          [t('col.orderNo'), ({ orderNo }) => orderNo, 'number'],
          [t('col.carrier'), ({ carrierCode }) => carrierName(carrierCode)],
          [t('col.waybillNo'), ({ waybillNo }) => waybillNo, 'number'],
        ]}
      />
    </section>
  );
}

function Body({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const platforms = preview.platforms
    .map(({ source, count }) => `${t(`source.${source}`, source)} ${formatCount(count)}`)
    .join(t('common.listComma'));
  return (
    <>
      {preview.numbers > 0 && <p>{t('writeBack.will', { count: preview.numbers, platforms })}</p>}
      {preview.numbers > 0 && <Rows preview={preview} />}
      {preview.numbers > preview.rows.length && (
        <p className="soft small">{t('writeBack.more', { count: preview.numbers - preview.rows.length })}</p>
      )}
      <Skipped preview={preview} />
      <p className="soft small">{t('writeBack.note')}</p>
    </>
  );
}

interface WriteBackDialogProps {
  /** The ticked ones; none: all that have a number. */
  readonly orderIds: readonly string[];
  onClose(): void;
}

/** Which numbers go into which platform's upload, row by row, before a file is written. */
function WriteBackDialog({ orderIds, onClose }: WriteBackDialogProps) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [again, setAgain] = useState(false);
  const choice = { again, ...(orderIds.length === 0 ? {} : { orderIds: [...orderIds] }) };
  const asked = useQuery(ask.out.preview.queryOptions({ input: choice, gcTime: 0 }));
  const write = useAct(
    (templateToken: string | undefined) =>
      core.out.writeBack({ ...choice, ...(templateToken === undefined ? {} : { templateToken }) }),
    {
      says: ({ files, written }) =>
        fileWords(t('writeBack.written', { count: written, files: files.length }), files[0]),
      after: onClose,
    },
  );
  const fill = (): void => {
    void pageBridge()
      .chooseFiles('template')
      .then(([file]) => file !== undefined && write.mutate(file.fileToken));
  };
  const isNothing = (asked.data?.numbers ?? 0) === 0;
  return (
    <AskDialog
      title={t(orderIds.length === 0 ? 'writeBack.titleAll' : 'writeBack.titleTicked', {
        count: orderIds.length,
      })}
      width={760}
      yes={t('writeBack.write')}
      isReady={!isNothing}
      isBusy={write.isPending}
      failure={failureIn(asked)}
      more={
        <Button isDisabled={isNothing || write.isPending} onPress={fill}>
          {t('writeBack.fill')}
        </Button>
      }
      onYes={() => write.mutate(undefined)}
      onClose={onClose}
    >
      <CheckField label={t('writeBack.again')} isOn={again} onChange={setAgain} />
      {asked.isPending && <p className="soft">{t('common.loading')}</p>}
      {asked.data !== undefined && asked.data.numbers === 0 && <p>{t('writeBack.nothing')}</p>}
      {asked.data !== undefined && <Body preview={asked.data} />}
    </AskDialog>
  );
}
