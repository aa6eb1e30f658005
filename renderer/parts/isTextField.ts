const textTypes = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

/** Does typing into this element change text? */
export function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && textTypes.includes(element.type);
}
