import { defineErrors } from './defineErrors.ts';

export const addressErrors = defineErrors({});
