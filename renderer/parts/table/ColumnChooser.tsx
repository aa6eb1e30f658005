import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { isColumnShown, orderColumns, plainLook, useTableLook } from './tableLook.ts';
import type { TableColumn } from './tableProps.ts';

interface ColumnChooserProps<T> {
  readonly tableId: string;
  readonly columns: readonly TableColumn<T>[];
}

/** Which columns a table shows and in what order; is beside the table's filters. */
export function ColumnChooser<T>({ tableId, columns }: ColumnChooserProps<T>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const look = useTableLook((store) => store.looks[tableId]) ?? plainLook;
  const { change, reset } = useTableLook.getState();
  const ordered = orderColumns(columns, look);
  const move = (from: number, by: -1 | 1): void => {
    const ids = ordered.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved !== undefined) ids.splice(from + by, 0, moved);
    change(tableId, { order: ids });
  };
  return (
    <>
      <IconButton icon="columns" label={t('table.columns')} onPress={() => setOpen(true)} />
      {isOpen && (
        <Dialog
          title={t('table.columns')}
          width={360}
          onClose={() => setOpen(false)}
          actions={<Button onPress={() => reset(tableId)}>{t('table.reset')}</Button>}
        >
          <ul className="plain-list column-list">
            {ordered.map((column, index) => (
              <li key={column.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={isColumnShown(column, look)}
                    onChange={(event) =>
                      change(tableId, { shown: { ...look.shown, [column.id]: event.target.checked } })
                    }
                  />
                  {column.title}
                </label>
                <IconButton
                  icon="up"
                  label={t('table.earlier')}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  icon="down"
                  label={t('table.later')}
                  isDisabled={index === ordered.length - 1}
                  onPress={() => move(index, 1)}
                />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
