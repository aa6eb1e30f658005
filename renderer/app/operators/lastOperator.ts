const rememberedKey = 'shipdesk.operator';

/** Who worked here last on this computer: most often who comes back. An id, never a name. */
export function lastOperatorId(): string {
  return localStorage.getItem(rememberedKey) ?? '';
}

export function rememberOperator(operatorId: string): void {
  localStorage.setItem(rememberedKey, operatorId);
}
