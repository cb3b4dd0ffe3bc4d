/** The questions one asks of a profile: how complete, who sees it, which interests count, whether she can apply. */
import { describe, expect, it } from 'vitest';
import { completeness, PROFILE_PARTS } from './completeness';
import { currentInterests, EMPTY_PROFILE, interestLimit, whyNotAbleToApply, type VolunteerProfile } from './volunteer';
import { canSeeVolunteer, type Onlooker } from './volunteer.policy';

const full: VolunteerProfile = {
  ...EMPTY_PROFILE,
  headline: 'Lawyer',
  bio: 'Ten years.',
  skills: [{ slug: 'eu-law', level: 3 }],
  languages: [{ code: 'fr', level: 'C1' }],
  country: 'BE',
  hoursPerWeek: 0,
  interestsDeclaredAt: new Date('2027-01-01'),
};

describe('completeness', () => {
  it('goes from nothing to all, worth most first', () => {
    expect(completeness(EMPTY_PROFILE).percent).toBe(0);
    expect(completeness(EMPTY_PROFILE).missing.slice(0, 3)).toEqual(['skills', 'languages', 'hours']);
    expect(completeness(full)).toEqual({ percent: 100, missing: [] });
  });

  it('asks for a supervisor from students only', () => {
    expect(completeness({ ...full, track: 'student' }).missing).toEqual(['supervisor']);
    expect(completeness({ ...full, track: 'retired' }).missing).toEqual([]);
  });

  it('counts "nothing to declare", and nudges nobody to name causes', () => {
    expect(completeness({ ...full, interestsDeclaredAt: null }).missing).toEqual(['interests']);
    expect(PROFILE_PARTS).not.toContain('causes');
  });

  it('never falls when something is added', () => {
    const steps: Partial<VolunteerProfile>[] = PROFILE_PARTS.map((_, index) => ({
      ...(index > 0 ? { skills: full.skills } : {}),
      ...(index > 1 ? { languages: full.languages } : {}),
      ...(index > 2 ? { hoursPerWeek: 3 } : {}),
      ...(index > 3 ? { headline: 'x' } : {}),
    }));
    const percents = steps.map((step) => completeness({ ...EMPTY_PROFILE, ...step }).percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
  });
});

describe('interests', () => {
  const ended = (day: string) => ({ kind: 'client' as const, name: day, until: new Date(`${day}T00:00:00Z`) });

  it('count while they go on and for 24 months', () => {
    const now = new Date('2027-03-12T00:00:00Z');
    const going = { kind: 'employer' as const, name: 'still', until: null };
    const list = [going, ended('2025-03-12'), ended('2025-03-11'), ended('2027-01-01')];
    expect(currentInterests(list, now).map(({ name }) => name)).toEqual(['still', '2025-03-12', '2027-01-01']);
  });

  it('know leap days', () => {
    expect(interestLimit(new Date('2028-02-29T10:00:00Z'))).toEqual(new Date('2026-02-28T10:00:00Z'));
  });
});

describe('applying', () => {
  it.each<[VolunteerProfile | null, 'active' | 'paused', string | null]>([
    [null, 'active', 'profile_refusal_none'],
    [full, 'paused', 'profile_refusal_paused'],
    [{ ...full, skills: [] }, 'active', 'profile_refusal_no_skills'],
    [{ ...full, languages: [] }, 'active', 'profile_refusal_no_languages'],
    [{ ...full, track: 'student' }, 'active', 'profile_refusal_no_supervisor'],
    [full, 'active', null],
  ])('%#', (profile, state, reason) => {
    expect(whyNotAbleToApply(profile, state)).toBe(reason);
  });
});

describe('who sees a profile', () => {
  const nobody: Onlooker = { isSelf: false, isModerator: false, ofVerifiedNgo: false, knownByWork: false };
  const ngo = { ...nobody, ofVerifiedNgo: true };

  it('is what she chose, and nobody outside while she pauses', () => {
    expect(canSeeVolunteer('everyone', 'active', nobody)).toBe(true);
    expect(canSeeVolunteer('ngos', 'active', nobody)).toBe(false);
    expect(canSeeVolunteer('ngos', 'active', ngo)).toBe(true);
    expect(canSeeVolunteer('applied', 'active', ngo)).toBe(false);
    expect(canSeeVolunteer('everyone', 'paused', ngo)).toBe(false);
  });

  it.each(['isSelf', 'isModerator', 'knownByWork'] as const)('includes %s always', (who) => {
    expect(canSeeVolunteer('applied', 'paused', { ...nobody, [who]: true })).toBe(true);
  });
});
