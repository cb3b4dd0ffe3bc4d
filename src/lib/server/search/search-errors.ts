/** The two ways a search can fail; both engines fail alike. */

/** The engine does not answer, or answers nonsense. The caller lists from the database and says so. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

export type InvalidCode =
  'unknown_index' | 'unknown_field' | 'bad_settings' | 'bad_document' | 'bad_value' | 'value_too_long' | 'bad_query';

/** The request itself is wrong: a field the settings do not name, a value of another type, a page out of bounds. */
export class SearchInvalid extends Error {
  override readonly name = 'SearchInvalid';
  readonly code: InvalidCode;

  constructor(code: InvalidCode, message: string) {
    super(message);
    this.code = code;
  }
}
