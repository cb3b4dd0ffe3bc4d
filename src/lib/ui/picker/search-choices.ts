/** Asks an address for choices: `GET url?q=text` answers `[{ value, label, hint? }]`. */

export interface Picked {
  value: string;
  label: string;
  hint?: string | undefined;
  level?: string | undefined;
}

/** @throws when the address does not answer as agreed, or the signal ends the question */
export async function searchChoices(url: string, text: string, signal: AbortSignal): Promise<Picked[]> {
  const address = new URL(url, location.href);
  address.searchParams.set('q', text);
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`choices: ${response.status}`);
  const found: unknown = await response.json();
  if (!Array.isArray(found)) throw new Error('choices: not a list');
  return found.filter(isPicked);
}

function isPicked(value: unknown): value is Picked {
  const candidate = value as Partial<Picked> | null;
  return typeof candidate?.value === 'string' && typeof candidate.label === 'string';
}
