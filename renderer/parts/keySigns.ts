import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface KeySigns {
  readonly isAlways: boolean;
}

/** Do the keys stand on the buttons at all times on this computer, or only while somebody asks for them? */
export const useKeySigns = create<KeySigns>()(
  persist((): KeySigns => ({ isAlways: false }), { name: 'shipdesk.keySigns' }),
);
