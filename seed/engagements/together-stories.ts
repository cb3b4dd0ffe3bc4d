/** How people get on: a dispute that waits for a moderator, work that was handed over, thanks, and what both told us. */
import { agreeToThanks } from '$lib/domains/engagements/server/commands/feedback/agree-to-thanks';
import { giveFeedback } from '$lib/domains/engagements/server/commands/feedback/give-feedback';
import { sayThanks } from '$lib/domains/engagements/server/commands/feedback/say-thanks';
import { acceptHandover } from '$lib/domains/engagements/server/commands/handover/accept-handover';
import { proposeHandover } from '$lib/domains/engagements/server/commands/handover/propose-handover';
import { answerDispute } from '$lib/domains/engagements/server/commands/mediation/answer-dispute';
import { openDispute } from '$lib/domains/engagements/server/commands/mediation/open-dispute';
import { nameLead } from '$lib/domains/engagements/server/commands/team/name-lead';
import { feedbackPage } from '$lib/domains/engagements/server/queries/together/feedback-page';
import { mediationPage } from '$lib/domains/engagements/server/queries/together/mediation-page';
import type { FeedbackAnswer } from '$lib/domains/engagements/feedback/feedback';
import type { Party } from '$lib/domains/engagements/engagement/engagement';
import type { Act } from '../engine/story';
import type { Chance } from '../engine/chance';
import type { Chapter } from './chapter';
import { find, sign, startAfter, work } from './course-of-work';
import type { Dealing, Work } from './dealing';

const somebody = ({ casting, planned, calendar, chance }: Chapter): string =>
  casting.one(planned, 0, calendar.ago(planned.schedule.decided ?? 0), chance);

const begun = (chapter: Chapter): Dealing => {
  const start = startAfter(chapter.planned.schedule.decided ?? 0);
  const deal = sign(find(chapter, 0, somebody(chapter), start), start.accepted - 1);
  return deal;
};

/** By the key of the mission. */
export const TOGETHER_STORIES: Readonly<Record<string, (chapter: Chapter) => Act[]>> = {
  /** The volunteer asked for mediation, the NGO answered: moderator@ can take it. */
  'industrial-emissions': (chapter) => {
    const start = startAfter(chapter.planned.schedule.decided ?? 0);
    return work(chapter, begun(chapter), 0, start.accepted - 3, 8, 0.5)
      .then(4, 18, 'asks for mediation', ({ id, volunteer }) =>
        openDispute(volunteer, {
          engagementId: id,
          reason:
            'The charter says one paper of eight pages. Since the kick-off three more have been asked for, each by another colleague and each urgent. I have written twice that this is not what we agreed; both times the answer was a fourth request.',
          asks: 'That we go back to the paper in the charter, or write a new charter with the hours that four papers take.',
        }),
      )
      .then(3, 11, 'answers in the dispute', async ({ id, ngo }) => {
        const disputeId = (await mediationPage(ngo, id)).current?.id ?? '';
        await answerDispute(ngo, {
          engagementId: id,
          disputeId,
          answer:
            'We are three people and the file moved faster than we did. The extra papers were questions rather than orders, and we should have said so. We would gladly agree on one longer paper and a later day.',
        });
      }).acts;
  },
  /** Handed over half-way; whoever took over has signed and reads the note. */
  'wallet-documents': (chapter) => {
    const start = startAfter(chapter.planned.schedule.decided ?? 0);
    const first = work(chapter, begun(chapter), 0, start.accepted - 3, 16, 0.4)
      .then(15, 20, 'hands over', ({ id, volunteer }) =>
        proposeHandover(volunteer, {
          engagementId: id,
          done: 'The initial request is drafted and was sent in two parts. The register entry for the second part came back with the wrong date; I have asked for a correction.',
          where:
            'Everything is in the shared folder, by day. “00-read-me” lists what was asked and when. Ms Keller in the registry answers the telephone before ten.',
          next: 'The answer to part one is due on a Friday: look at the annexes first, they will be missing. Then the confirmatory application, for which my notes are in “04”. I begin a new post next month and may not work on this file any more.',
        }),
      )
      .then(13, 10, 'the handover is accepted', ({ id, ngo }) =>
        acceptHandover(ngo, {
          engagementId: id,
          answer: 'Thank you for the clearest note we have ever been left. Good luck in the new post!',
        }),
      );
    const second = sign(find(chapter, 0, somebody(chapter), { applied: 11, offered: 8, accepted: 7 }), 6).hours(
      3,
      90,
      'research',
      'Read the note, checked the annexes of part one',
    );
    return [...first.acts, ...second.acts];
  },
};

/** The line that one side wrote; `agreed` days ago the other side agreed, where it did. */
export function thank(deal: Dealing, by: Party, text: string, days: number, agreed?: number): Dealing {
  deal.then(days, by === 'ngo' ? 11 : 19, `${by} says thanks`, ({ id, ...sides }) =>
    sayThanks(sides[by], { engagementId: id, text }),
  );
  if (agreed === undefined) return deal;
  const other: Party = by === 'ngo' ? 'volunteer' : 'ngo';
  return deal.then(agreed, 12, `${other} agrees to the thanks`, async ({ id, ...sides }) => {
    const written = (await feedbackPage(sides[other], id)).thanks.find((each) => each.by === by);
    await agreeToThanks(sides[other], { engagementId: id, by, writtenAt: written?.at ?? '' });
  });
}

const WORDS = {
  volunteer: [
    'Answers came within a day, also on a Sunday. Please ask NGOs to name one person who decides.',
    'The charter was clear. The deadline was not: it moved twice without anybody telling me.',
    '',
  ],
  ngo: [
    'More careful than what we used to pay for. The hours were a little underestimated, on our side.',
    '',
    'It would help to see before the offer when somebody is on holiday.',
  ],
} as const;

/** Both sides tell the platform how it was. */
export function tellPlatform(deal: Dealing, chance: Chance, days: number): Dealing {
  const answer = (): FeedbackAnswer => (chance.is(0.8) ? 'yes' : chance.is(0.7) ? 'partly' : 'no');
  for (const side of ['volunteer', 'ngo'] as const) {
    const said = { clear: answer(), respect: answer(), again: answer(), text: chance.pick(WORDS[side]) };
    deal.then(days, side === 'ngo' ? 12 : 20, `${side} tells the platform`, (about: Work) =>
      giveFeedback(about[side], { engagementId: about.id, ...said }),
    );
  }
  return deal;
}

export const lead = ({ id, ngo }: Work): Promise<void> => nameLead(ngo, { engagementId: id, leadId: id });

/** Thanks of work that is finished, by the key of its mission: one that waits for an answer, the others agreed to. */
export function thanksFor(key: string, deal: Dealing, published: number): Dealing {
  const at = (after: number) => Math.max(0, published - after);
  switch (key) {
    case 'late-answers':
      thank(
        deal,
        'ngo',
        'Camille found the one deadline we had all misread, and never mentioned it again.',
        at(2),
        at(3),
      );
      return thank(
        deal,
        'volunteer',
        'Riverbend knows what it wants, says it once, and reads what it gets.',
        at(3),
        at(4),
      );
    case 'speelstraten':
      return thank(deal, 'ngo', 'Jelle tekende een straat waar iedereen meteen wilde wonen.', at(2));
    case 'party-funding':
      return thank(
        deal,
        'ngo',
        'Three tables that a committee quoted for months. We could not have made the first one.',
        at(2),
        at(3),
      );
    default:
      return deal;
  }
}
