import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostBenchNameCharacters } from '../../../shared/domain/workstation.ts';
import { ask } from '../../bridge/core.ts';
import { TextField } from '../../parts/form/TextField.tsx';

/** What the others know this PC by; the name it has anyway until somebody types another one. */
export function useBenchName(): readonly [name: string, field: ReactNode] {
  const { t } = useTranslation();
  const usual = useQuery(ask.workstations.usualName.queryOptions()).data?.name ?? '';
  const [typed, setTyped] = useState<string>();
  const name = typed ?? usual;
  return [
    name.trim(),
    <TextField
      key="name"
      label={t('workstations.name')}
      hint={t('workstations.nameHint')}
      maxLength={mostBenchNameCharacters}
      value={name}
      onChange={setTyped}
    />,
  ];
}
