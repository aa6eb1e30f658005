import { createContext } from 'react';

/** True inside of a dialog: the focus goes to its first field as it opens, so all of them are drawn with it. */
export const FieldsAtOnce = createContext(false);
