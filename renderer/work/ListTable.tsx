import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageBridge, useNow } from '../bridge/page.ts';
import type { WindowRows } from '../bridge/windowRows.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { useWhen } from '../parts/format.ts';
import type { IconName } from '../parts/Icon.tsx';
import { VirtualTable } from '../parts/table/VirtualTable.tsx';
import { ListFailure } from './MoreSearches.tsx';

/** What stands in the place of the rows, and the way on. */
interface Nothing {
  readonly icon: IconName;
  readonly title: string;
  readonly note?: string;
  readonly act?: { readonly label: string; readonly isMain?: boolean; run(): void };
}

/** Rows of a list as far as they were read. */
export type ListRows<Row> = Omit<WindowRows<Row>, 'list'>;

interface ListTableProps<Row>
  extends Omit<ComponentProps<typeof VirtualTable<Row>>, 'rows' | 'empty' | 'onCopy'> {
  readonly rows: ListRows<Row>;
  readonly nothing: Nothing;
  readonly look?: string;
  /** One of the rows, and what else stands beside them. */
  readonly children?: ReactNode;
}

/** Why the list could not be read, how old what is shown is, and the way to try again. */
function StaleList<Row>({ error, rows }: { readonly error: Error; readonly rows: WindowRows<Row> }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  return (
    <ListFailure error={error}>
      {rows.readAt !== null && <span className="soft">{t('table.asOf', { when: when(rows.readAt) })}</span>}
      <Button icon="refresh" onPress={rows.retry}>
        {t('common.retry')}
      </Button>
    </ListFailure>
  );
}

/** A list the core shows by windows, or why it cannot; rows are copied as a spreadsheet takes them. */
export function ListTable<Row>({ nothing, look = 'beside', children, ...table }: ListTableProps<Row>) {
  const { icon, title, note, act } = nothing;
  const { error } = table.rows;
  return (
    <>
      {error !== null && <StaleList error={error} rows={table.rows} />}
      <div className={look}>
        <VirtualTable
          {...table}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={
            <EmptyState icon={icon} title={title}>
              {note !== undefined && <p>{note}</p>}
              {act !== undefined && (
                <Button look={act.isMain === true ? 'primary' : 'plain'} onPress={act.run}>
                  {act.label}
                </Button>
              )}
            </EmptyState>
          }
        />
        {children}
      </div>
    </>
  );
}
