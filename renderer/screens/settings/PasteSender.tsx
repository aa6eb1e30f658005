import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Party, partyOf } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';

/** Free text in, fields out: nobody types eight fields who can paste one line. */
export function PasteSender({ onParsed }: { onParsed(party: Party): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const parse = useAct(() => core.correct.parse({ text }), {
    after: (reading) => onParsed(partyOf(reading)),
  });
  return (
    <div className="stack panel panel-pad">
      <TextField
        label={t('settings.pasteSender')}
        hint={t('settings.pasteSenderHint')}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
      <div>
        <Button isDisabled={text.trim() === ''} {...parse.press()}>
          {t('settings.readText')}
        </Button>
      </div>
    </div>
  );
}

/** Nothing of it is missing that a label cannot do without. */
export const isWholeSender = ({ name, phone, province, city, detail }: Party): boolean =>
  [name, phone, province, city, detail].every((value) => value.trim() !== '');
