/** How long each text of an organisation may be, and how many causes it may name: for the schema and the forms alike. */
export const LIMITS = {
  name: 120,
  purpose: 600,
  means: 1000,
  proof: 1000,
  description: 6000,
  causes: 5,
  note: 2000,
} as const;
