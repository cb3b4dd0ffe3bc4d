/** How a chosen thing with a level travels in one form field: `eu-law:3`. */

export interface PickedLevel {
  value: string;
  level: string;
}

export const joinPair = (value: string, level: string): string => `${value}:${level}`;

/** The level stands after the last colon; null when there is none. */
export function splitPair(text: string): PickedLevel | null {
  const at = text.lastIndexOf(':');
  return at > 0 && at < text.length - 1 ? { value: text.slice(0, at), level: text.slice(at + 1) } : null;
}
