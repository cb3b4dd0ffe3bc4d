/** The story of a deal: written by one side, shown once every side agrees, and gone when one takes it back. Pure. */
import { isRegistered, type DealState } from '../deal/deal';

export const STORY_LIMITS = { least: 40, most: 600 } as const;

export interface StoryConsent {
  registrationId: string;
  /** Who agreed for it, and when: the record of the consent. */
  personId: string | null;
  at: Date;
}

export interface StoryFacts {
  consents: readonly Pick<StoryConsent, 'registrationId'>[];
}

export type StoryRefusal = 'story_refusal_state';

export function whyNotStory(state: DealState): StoryRefusal | null {
  return isRegistered(state) && state !== 'infeasible' && state !== 'never_contacted' ? null : 'story_refusal_state';
}

export function agreed(story: StoryFacts, party: string): boolean {
  return story.consents.some(({ registrationId }) => registrationId === party);
}

export function isShown(story: StoryFacts, parties: readonly string[]): boolean {
  return parties.length > 0 && parties.every((party) => agreed(story, party));
}
