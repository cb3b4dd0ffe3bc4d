/** The words for each kind of error. */
import { m } from '$lib/paraglide/messages.js';

export interface ErrorWords {
  title: string;
  text: string;
  /** Trying the same address again may help. */
  again: boolean;
  /** The page's own message adds something to these words. */
  own: boolean;
}

export function errorWords(status: number): ErrorWords {
  switch (status) {
    case 401:
      return { title: m.ui_error_401_title(), text: m.ui_error_401_text(), again: false, own: false };
    case 403:
      return { title: m.ui_error_403_title(), text: m.ui_error_403_text(), again: false, own: true };
    case 404:
    case 410:
      return { title: m.ui_error_404_title(), text: m.ui_error_404_text(), again: false, own: false };
    case 409:
      return { title: m.ui_error_409_title(), text: m.ui_error_409_text(), again: true, own: true };
    case 429:
      return { title: m.ui_error_429_title(), text: m.ui_error_429_text(), again: true, own: false };
    case 503:
      return { title: m.ui_error_503_title(), text: m.ui_error_503_text(), again: true, own: false };
    default:
      return status >= 500
        ? { title: m.ui_error_500_title(), text: m.ui_error_500_text(), again: true, own: false }
        : { title: m.ui_error_400_title(), text: m.ui_error_400_text(), again: false, own: true };
  }
}
