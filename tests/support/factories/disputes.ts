/** Disputes for tests: opened by the volunteer, with a moderator of neither side and what she and the two do in it. */
import type { Resolution } from '../../../src/lib/domains/engagements/mediation/dispute';
import { answerProposal } from '../../../src/lib/domains/engagements/server/commands/mediation/answer-proposal';
import { openDispute } from '../../../src/lib/domains/engagements/server/commands/mediation/open-dispute';
import { proposeResolution } from '../../../src/lib/domains/engagements/server/commands/mediation/propose-resolution';
import { asPerson } from '../contexts';
import { readEngagement, type CreatedApplication } from './engagements';
import { createModerator } from './organisations';

export const WORDS = { reason: 'Four papers are asked for, the charter says one.', asks: 'Back to one paper.' };
export const disputeOf = async ({ id }: CreatedApplication) => (await readEngagement(id)).disputes?.at(-1);

export async function openedDispute(made: CreatedApplication) {
  await openDispute(await made.byVolunteer(), { engagementId: made.id, ...WORDS });
  const about = { engagementId: made.id, disputeId: (await disputeOf(made))?.id ?? '' };
  const person = await createModerator();
  const moderator = await asPerson(person.id);
  const propose = async (resolution: Resolution, entryIds: string[] = []) => {
    await proposeResolution(moderator, { ...about, resolution, words: 'This is what I propose.', entryIds });
    return (await disputeOf(made))?.proposals.at(-1)?.id ?? '';
  };
  const answer = async (proposalId: string, side: 'volunteer' | 'ngo', accepted: boolean) =>
    answerProposal(side === 'ngo' ? await made.byNgo() : await made.byVolunteer(), {
      ...{ ...about, proposalId, accepted, words: '' },
    });
  return { about, person, moderator, propose, answer };
}
