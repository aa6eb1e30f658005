import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pickOrders, receiptKinds } from '../../../shared/domain/printing/printJob.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureIn, failureOf } from '../../bridge/failureOf.ts';
import type { PrintFilter } from '../../bridge/questions.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { lettersOf } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useDraft } from '../../parts/view.ts';
import { useDescribe } from '../../words/describe.ts';
import { useAct } from '../../work/useAct.ts';
import { type PaperChoice, paperScopes, readPaperOrders, receiptPrinter, usualScope } from './paperOrders.ts';
import { usePrinterKinds } from './printers/printerKinds.ts';

/** Leads to picking lists, packing slips, separators and handover lists. */
export function PapersButton({ filter }: { readonly filter: PrintFilter }) {
  const { t } = useTranslation();
  return (
    <OpeningButton
      icon="file"
      combo={lettersOf.print.papers}
      says={t('papers.title')}
      label={t('papers.button')}
    >
      {(close) => <PapersDialog filter={filter} onClose={close} />}
    </OpeningButton>
  );
}

const firstChoice: PaperChoice = {
  kind: 'pick-list',
  scope: usualScope('pick-list'),
  pickOrder: 'code',
  columns: 48,
  printerUri: null,
};

function usePrintPapers(onClose: () => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct((request: Parameters<typeof core.receipts.print>[0]) => core.receipts.print(request), {
    says: ({ printed, refused, stoppedBy }) => {
      const isWhole = stoppedBy === '';
      const notes = joinTexts([
        refused.length > 0 ? t('papers.refused', { count: refused.length }) : '',
        isWhole ? '' : describe(stoppedBy).says,
      ]);
      return {
        tone: isWhole ? (refused.length > 0 ? 'unsure' : 'done') : 'failed',
        says: t('papers.printed', { count: printed }),
        ...(notes === '' ? {} : { next: notes }),
        ...(isWhole ? {} : { code: stoppedBy }),
      };
    },
    after: onClose,
    isShownInPlace: true,
  });
}

interface FieldsProps {
  readonly choice: PaperChoice;
  put(part: Partial<PaperChoice>): void;
}

function KindFields({ choice, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('papers.kindLabel')}
        value={choice.kind}
        choices={receiptKinds.map((value) => ({ value, label: t(`papers.kind.${value}`) }))}
        onChange={(kind) => put({ kind, scope: usualScope(kind) })}
      />
      <ChoiceField
        label={t('papers.scopeLabel')}
        value={choice.scope}
        choices={paperScopes.map((value) => ({ value, label: t(`papers.scope.${value}`) }))}
        onChange={(scope) => put({ scope })}
      />
      {choice.kind === 'pick-list' && (
        <ChoiceField
          label={t('papers.pickOrderLabel')}
          value={choice.pickOrder}
          choices={pickOrders.map((value) => ({ value, label: t(`papers.pickOrder.${value}`) }))}
          onChange={(pickOrder) => put({ pickOrder })}
        />
      )}
      <ChoiceField
        label={t('papers.widthLabel')}
        value={choice.columns === 32 ? '32' : '48'}
        choices={(['32', '48'] as const).map((value) => ({ value, label: t(`papers.width.${value}`) }))}
        onChange={(columns) => put({ columns: columns === '32' ? 32 : 48 })}
      />
    </>
  );
}

/** Papers that go with the goods, and the one for the courier; the first of them is shown before it is printed. */
function PapersDialog({ filter, onClose }: { readonly filter: PrintFilter; onClose(): void }) {
  const { t } = useTranslation();
  const [choice, change] = useDraft('papers', firstChoice);
  const put = (part: Partial<PaperChoice>): void => change((before) => ({ ...before, ...part }));
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const kinds = usePrinterKinds();
  const print = usePrintPapers(onClose);
  const orderIds = useQuery({
    queryKey: ['print', 'paperOrders', choice.scope, filter],
    queryFn: ({ signal }) => readPaperOrders(choice.scope, filter, signal),
    meta: { topics: ['printJobs', 'orders'] },
  }).data;
  const known = printers.some(({ uri }) => uri === choice.printerUri) ? choice.printerUri : null;
  const printerUri = known ?? receiptPrinter(printers, kinds);
  const count = orderIds?.length ?? 0;
  const isReady = count > 0 && printerUri !== null;
  const submit = (): void => {
    if (!isReady || print.isPending || orderIds === undefined) return;
    const { kind, columns, pickOrder } = choice;
    print.mutate({ kind, columns, pickOrder, printerUri, orderIds: [...orderIds] });
  };
  return (
    <AskDialog
      title={t('papers.title')}
      width={920}
      yes={t('papers.print', { count })}
      isReady={isReady}
      isBusy={print.isPending}
      failure={failureIn(print)}
      onYes={submit}
      onClose={onClose}
    >
      <div className="papers">
        <Form onSubmit={submit}>
          <KindFields choice={choice} put={put} />
          <SelectField
            label={t('print.printer')}
            value={printerUri}
            options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
            onChange={(uri) => put({ printerUri: uri })}
          />
          <p className="soft small">{t('papers.note')}</p>
        </Form>
        <PaperPreview choice={choice} orderIds={orderIds ?? []} />
      </div>
    </AskDialog>
  );
}

interface PaperPreviewProps {
  readonly choice: PaperChoice;
  readonly orderIds: readonly string[];
}

/** A slip is one order's; there is no need to compose thousands to show the first. */
const slipsShown = 3;

/** The lines of the first paper as they would be printed. */
function PaperPreview({ choice, orderIds }: PaperPreviewProps) {
  const { t } = useTranslation();
  const { kind, columns, pickOrder } = choice;
  const shown = kind === 'slip' ? orderIds.slice(0, slipsShown) : orderIds;
  const preview = useQuery({
    queryKey: ['print', 'paperPreview', kind, columns, pickOrder, shown],
    queryFn: ({ signal }) =>
      core.receipts.preview({ kind, columns, pickOrder, orderIds: [...shown] }, { signal }),
    enabled: shown.length > 0,
    gcTime: 10_000,
  });
  if (preview.error !== null) return <FailureNotice failure={failureOf(preview.error)} />;
  const [lines] = preview.data?.receipts ?? [];
  return (
    <section className="paper-preview" aria-label={t('papers.preview')}>
      {lines === undefined ? (
        <p className="soft">{t(shown.length === 0 ? 'papers.noOrders' : 'common.loading')}</p>
      ) : (
        <pre>{lines.join('\n')}</pre>
      )}
    </section>
  );
}
