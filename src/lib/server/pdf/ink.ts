/** The colours of documents: the day's tokens of `app.css`, for paper. */
export const PDF_INK = {
  ink: '#1d1b16',
  muted: '#5a554a',
  accent: '#0a535f',
  hairline: '#ddd5c5',
  soft: '#f3eee3',
} as const;
