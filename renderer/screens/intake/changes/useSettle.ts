import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { useDescribe } from '../../../words/useDescribe.ts';

type Choice = Parameters<typeof core.changes.accept>[0];
export type Verdict = 'accept' | 'reject';

/** Settles changes and says how many; what was refused is said with its reason. */
export function useSettle() {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const describe = useDescribe();
  return useMutation({
    mutationFn: ({ verdict, choice }: { readonly verdict: Verdict; readonly choice: Choice }) =>
      core.changes[verdict](choice),
    onSuccess: ({ settled, refused }, { verdict }) => {
      if (settled > 0) say({ tone: 'done', says: t(`changes.done.${verdict}`, { count: settled }) });
      const [first] = refused;
      if (first === undefined) return;
      const words = describe(first.code, { orderNo: first.orderNo, ...first.params });
      const more = refused.length > 1 ? t('changes.moreRefused', { count: refused.length - 1 }) : '';
      say({ tone: 'failed', says: `${words.says}${more}`, next: words.next, code: first.code });
    },
  });
}
