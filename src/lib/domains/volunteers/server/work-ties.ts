/** Who works with whom is known to a higher domain: it registers how to ask, for instance whether somebody applied. */

/** Whether the volunteer applied to, or works with, any of these organisations. */
export type WorkTie = (personId: string, organisationIds: readonly string[]) => Promise<boolean>;

const ties = new Map<string, WorkTie>();

/** `registerWorkTie('applications', …)`. */
export function registerWorkTie(name: string, ask: WorkTie): void {
  ties.set(name, ask);
}

export async function workTieExists(personId: string, organisationIds: readonly string[]): Promise<boolean> {
  if (organisationIds.length === 0) return false;
  for (const ask of ties.values()) if (await ask(personId, organisationIds)) return true;
  return false;
}
