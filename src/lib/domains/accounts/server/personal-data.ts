/** What the platform keeps about a person, domain by domain (GDPR, articles 15 and 20). */

/** Plain, JSON-safe data of one domain about one person; null when there is none. */
export type PersonalDataSource = (personId: string) => Promise<unknown>;

const sources = new Map<string, PersonalDataSource>();

/** Each domain that keeps personal data adds its part: `registerPersonalData('missions.saved', …)`. */
export function registerPersonalData(name: string, read: PersonalDataSource): void {
  sources.set(name, read);
}

export async function personalDataOf(personId: string): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const [name, read] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = await read(personId);
    if (part !== null && part !== undefined) parts[name] = part;
  }
  return parts;
}
