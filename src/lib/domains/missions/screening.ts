/** Whether what somebody declared stands against a mission: her clients, employers and files against its other side. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import type { Interest, InterestKind } from '$lib/domains/volunteers/volunteer';
import type { MissionDraft } from './mission';

export type OtherSide = Pick<MissionDraft, 'opposingParties' | 'file'>;

/**
 * The kinds of interest that clash, never their names: what an NGO is told. Work on the same file is a clash only where
 * there is another side; without one it is experience.
 */
export function clashingKinds(interests: readonly Interest[], { opposingParties, file }: OtherSide): InterestKind[] {
  if (opposingParties.length === 0) return [];
  const parties = new Set(opposingParties.map(foldText));
  const reference = foldText(file.reference);
  const clashes = interests.filter(({ kind, name }) =>
    kind === 'file' ? reference !== '' && foldText(name) === reference : parties.has(foldText(name)),
  );
  return [...new Set(clashes.map(({ kind }) => kind))];
}

/** What the check found: there is nothing to check against, nothing clashes, nothing was declared, or something clashes. */
export type Screening =
  { result: 'no_other_side' | 'clear' | 'undeclared'; kinds: [] } | { result: 'clash'; kinds: InterestKind[] };

export function screen(
  volunteer: { interests: readonly Interest[]; interestsDeclaredAt: Date | null },
  mission: OtherSide,
): Screening {
  if (mission.opposingParties.length === 0) return { result: 'no_other_side', kinds: [] };
  const kinds = clashingKinds(volunteer.interests, mission);
  if (kinds.length > 0) return { result: 'clash', kinds };
  return { result: volunteer.interestsDeclaredAt === null ? 'undeclared' : 'clear', kinds: [] };
}

/** Version of the sentences somebody ticks before names are shown; it changes when they do. */
export const STATEMENT = '2027-1';

export type RevealRefusal = 'reveal_refusal_undeclared' | 'reveal_refusal_checked' | 'reveal_refusal_not_needed';

/** What stands between somebody and the conflict check; it is made once, so that nobody can probe for the other side. */
export function whyNotCheck(facts: {
  cleared: boolean;
  declared: boolean;
  alreadyChecked: boolean;
}): RevealRefusal | null {
  if (!facts.cleared) return 'reveal_refusal_not_needed';
  if (facts.alreadyChecked) return 'reveal_refusal_checked';
  return facts.declared ? null : 'reveal_refusal_undeclared';
}
