/** Why someone is kept off a list, in a fixed order, as bits of one mask. Pure. */

export const EXCLUSIONS = [
  'not_available',
  'language_required',
  'conflict_of_interest',
  'blocked',
  'programme_refuses',
  'student_without_supervisor',
  'licence_required',
] as const;
export type ExclusionKind = (typeof EXCLUSIONS)[number];

export const EXCLUSION_BITS: Readonly<Record<ExclusionKind, number>> = {
  not_available: 1,
  language_required: 2,
  conflict_of_interest: 4,
  blocked: 8,
  programme_refuses: 16,
  student_without_supervisor: 32,
  licence_required: 64,
};

export function exclusionKinds(mask: number): ExclusionKind[] {
  return EXCLUSIONS.filter((kind) => (mask & EXCLUSION_BITS[kind]) !== 0);
}

export interface ExclusionCounts {
  eligible: number;
  /** People per reason; someone with two reasons counts under both. */
  byKind: Record<ExclusionKind, number>;
}

/** `scores` as the scorer gives them: the negative of the exclusion bits for those who are kept out. */
export function countExclusions(scores: Float64Array): ExclusionCounts {
  const perMask = new Int32Array(128);
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    const mask = score < 0 ? -score : 0;
    perMask[mask] = (perMask[mask] as number) + 1;
  }
  const byKind = Object.fromEntries(EXCLUSIONS.map((kind) => [kind, 0])) as Record<ExclusionKind, number>;
  perMask.forEach((count, mask) => {
    for (const kind of exclusionKinds(mask)) byKind[kind] += count;
  });
  return { eligible: perMask[0] as number, byKind };
}
