/** What higher domains may hold against publishing: an NGO whose outcome report is overdue, for instance. */

/** @returns a message key that says why this NGO may publish nothing now, or null */
export type PublishGate = (organisationId: string) => Promise<string | null>;

const gates = new Map<string, PublishGate>();

/** `name` replaces an earlier gate of the same name, as when a development server loads a domain again. */
export function registerPublishGate(gate: PublishGate, name = gate.name || 'gate'): void {
  gates.set(name, gate);
}

/** The first refusal of any gate, or null. */
export async function publishRefusal(organisationId: string): Promise<string | null> {
  for (const gate of gates.values()) {
    const refusal = await gate(organisationId);
    if (refusal) return refusal;
  }
  return null;
}
