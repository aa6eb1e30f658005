import { useTranslation } from 'react-i18next';
import type { Recognition } from '../../bridge/queries/importQueries.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';

/** The select's value for "leave this column out". */
const leftOut = '-';

interface MappingTableProps {
  readonly mapping: Recognition['mapping'];
  readonly fields: readonly string[];
  onChange(columnIndex: number, field: string | null): void;
}

/** Each column of the file, what is in it, what it means and how we know. */
export function MappingTable({ mapping, fields, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  const options = [
    { value: leftOut, label: t('imports.leaveOut') },
    ...fields.map((field) => ({ value: field, label: t(`canonical.${field}`, field) })),
  ];
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('imports.column')}</th>
          <th>{t('imports.samples')}</th>
          <th>{t('imports.meaning')}</th>
          <th>{t('imports.how')}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.map(({ columnIndex, header, field, rule, samples }) => (
          <tr key={columnIndex} className={field === null ? 'mapping-out' : ''}>
            <td>{header}</td>
            <td className="soft number mapping-samples">{samples.slice(0, 3).join('  ·  ')}</td>
            <td>
              <SelectField
                label={t('imports.meaningOf', { header })}
                isLabelHidden
                size="small"
                width={180}
                value={field ?? leftOut}
                options={options}
                onChange={(value) => onChange(columnIndex, value === leftOut ? null : value)}
              />
            </td>
            <td className="soft small">{t(`imports.rule.${rule}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
