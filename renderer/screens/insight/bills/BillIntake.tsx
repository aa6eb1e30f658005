import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandedFile } from '../../../../shared/contracts/bridge.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { pageBridge } from '../../../bridge/page.ts';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useDescribe } from '../../../words/describe.ts';

/** Where a bill comes in: dropped, or chosen. */
export function BillIntake({ onFile }: { onFile(file: HandedFile): void }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const [isOver, setOver] = useState(false);
  const take = (handing: Promise<readonly HandedFile[]>): void =>
    void handing
      .then(([file]) => file !== undefined && onFile(file))
      .catch((error: unknown) => {
        const { code, params } = failureOf(error);
        say({ tone: 'failed', ...describe(code, params), code });
      });
  const isFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <section
      className={isOver ? 'panel bill-drop bill-drop-over' : 'panel bill-drop'}
      aria-label={t('billWork.drop')}
      onDragOver={(event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!isFile(event)) return;
        event.preventDefault();
        take(pageBridge().handFiles([...event.dataTransfer.files]));
      }}
    >
      <Icon name="file" size={20} />
      <div className="grow">
        <p className="bill-drop-title">{t('billWork.drop')}</p>
        <p className="soft small">{t('billWork.kinds')}</p>
      </div>
      <KeyButton
        combo="Ctrl+o"
        look="primary"
        icon="plus"
        onPress={() => take(pageBridge().chooseFiles('bill'))}
      >
        {t('billWork.choose')}
      </KeyButton>
    </section>
  );
}
