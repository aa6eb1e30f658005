import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsCodeChangeView, GoodsCodeRow } from '../../../shared/contracts/packing/goodsCodes.ts';
import { ask, core } from '../../bridge/core.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { SearchField } from '../../parts/form/TextField.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters } from '../../parts/letters.ts';
import { Section } from '../../parts/Section.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { ExportCodes, ImportCodes } from './CodeFiles.tsx';
import { AddCode, CodePane } from './CodeForms.tsx';

const codeOf = (row: GoodsCodeRow): string => row.code;

function useColumns(): readonly TableColumn<GoodsCodeRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      textColumn('code', t('goodsCodes.col.code'), 200, codeOf),
      textColumn('skuCode', t('goodsCodes.col.skuCode'), 220, (row) => row.skuCode, { isFlexible: true }),
      textColumn(
        'hasSerials',
        t('goodsCodes.col.hasSerials'),
        120,
        (row) => (row.hasSerials ? t('goodsCodes.yes') : ''),
        { leaves: 1 },
      ),
      textColumn('savedBy', t('goodsCodes.col.savedBy'), 120, (row) => row.savedBy),
      textColumn('savedAt', t('goodsCodes.col.savedAt'), 140, (row) => copiedTime(row.savedAt), {
        cell: (row) => <Moment at={row.savedAt} />,
      }),
    ],
    [t],
  );
}

/** Takes back what was changed last, by name: whoever sits here may not be who changed it. */
function UndoButton({ last }: { readonly last: GoodsCodeChangeView }) {
  const { t } = useTranslation();
  const undo = useAct((no: number) => core.goodsCodes.undo({ no }), {
    says: ({ restored, left }) => ({
      tone: left === 0 ? 'done' : 'unsure',
      says: t('goodsCodes.undoneCount', { count: restored }),
      ...(left === 0 ? {} : { next: t('goodsCodes.undoneLeft', { count: left }) }),
    }),
  });
  const act = t(`goodsCodeAct.${last.act}`);
  const isOne = last.codes === 1;
  const words = isOne
    ? t('goodsCodes.undo', { act: `${act} ${last.code}` })
    : t('goodsCodes.undoMany', { act, count: last.codes });
  return (
    <KeyButton icon="undo" combo="Ctrl+z" {...undo.press(last.no)}>
      {words}
    </KeyButton>
  );
}

/** Barcodes that were taught: which goods each stands for, who said so and when. A scan looks its code up. */
export function GoodsCodesSection() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState('');
  /** null: none is being added. */
  const [added, setAdded] = useState<string | null>(null);
  const searched = useDeferredValue(search.trim());
  const rows = useWindowRows(ask.goodsCodes.window, searched === '' ? {} : { search: searched });
  const last = useQuery(ask.goodsCodes.last.queryOptions()).data ?? null;
  const columns = useColumns();
  const at = chosen === '' ? undefined : rowOf(rows, chosen);
  const clear = { label: t('goodsCodes.clear'), run: () => setSearch('') };
  useScanTaker((code) => {
    setSearch(code.slice(0, 100));
    return true;
  });
  return (
    <Section
      title={t('settings.section.goodsCodes')}
      isFull
      actions={
        <>
          {last !== null && <UndoButton last={last} />}
          <ImportCodes />
          <ExportCodes isOffered={rows.total > 0} />
          <KeyButton
            icon="plus"
            combo={letters.add}
            onPress={() => setAdded(rows.total === 0 ? searched : '')}
          >
            {t('goodsCodes.add')}
          </KeyButton>
        </>
      }
    >
      <div className="line">
        <SearchField label={t('goodsCodes.search')} value={search} onChange={setSearch} />
        <p className="grow soft small">{t('goodsCodes.note')}</p>
      </div>
      {added !== null && <AddCode key={added} code={added} onClose={() => setAdded(null)} />}
      <ListTable
        tableId="goodsCodes"
        label={t('settings.section.goodsCodes')}
        columns={columns}
        rows={rows}
        activeKey={chosen}
        rowKey={codeOf}
        onActivate={(row) => setChosen(row.code)}
        countWords={(count) => t('goodsCodes.count', { count })}
        nothing={
          searched === ''
            ? { icon: 'pack', title: t('goodsCodes.none'), note: t('goodsCodes.noneNote') }
            : {
                icon: 'search',
                title: t('goodsCodes.notFound', { search: searched }),
                note: t('goodsCodes.notFoundNote'),
                act: clear,
              }
        }
      >
        {at !== undefined && (
          <CodePane key={`${at.code} ${at.savedAt}`} row={at} onClose={() => setChosen('')} />
        )}
      </ListTable>
    </Section>
  );
}

/** As the list has it now; undefined: it is not in sight any more. */
function rowOf(rows: ReturnType<typeof useWindowRows<object, GoodsCodeRow>>, code: string) {
  for (let index = 0; index < rows.total; index++) {
    const row = rows.rowAt(index);
    if (row?.code === code) return row;
  }
  return undefined;
}
