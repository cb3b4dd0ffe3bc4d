/** Whose turn it is in a dispute, who mediates, and when the other side was heard. */
import { describe, expect, it } from 'vitest';
import { HOUR } from '$lib/shared/dates';
import { nextStep, isMyTurn } from '../engagement/next-step';
import { mayStep, STEP_FROM, type EngagementStep } from '../engagement/engagement';
import type { CharterTerms } from '../charter/charter';
import {
  currentDispute,
  isHeard,
  nextInDispute,
  RESOLUTIONS,
  resolutionsFor,
  whyNotMediate,
  whyNotResolve,
  type Dispute,
} from './dispute';
import { decisionForm, openDisputeForm, proposalAnswerForm } from './mediation-input';

const dispute: Dispute = {
  ...{ id: 'd1', state: 'open', before: 'active', by: 'volunteer', personId: 'p', reason: 'r', asks: 'a' },
  ...{ openedAt: new Date(0), answer: null, moderatorId: null, takenAt: null, proposals: [], messages: [] },
  ...{ closedAt: null, ended: null, resolution: null, decision: '', formKey: null },
};
const proposal: Dispute['proposals'][number] = {
  ...{ id: 'x1', resolution: 'continue', words: 'w', entryIds: [], at: new Date(0), answers: [], formKey: null },
};
const yes = { party: 'ngo' as const, personId: null, accepted: true, words: '', at: new Date(0) };

describe('a dispute', () => {
  it('asks the other side first, then both about a proposal', () => {
    expect(nextInDispute(dispute, 'ngo')).toBe('answer_dispute');
    expect(nextInDispute(dispute, 'volunteer')).toBe('wait_mediation');
    const proposed = { ...dispute, state: 'proposed' as const, proposals: [proposal] };
    expect(nextInDispute(proposed, 'volunteer')).toBe('answer_proposal');
    const half = { ...proposed, proposals: [{ ...proposal, answers: [yes] }] };
    expect(nextInDispute(half, 'volunteer')).toBe('answer_proposal');
    expect(nextInDispute({ ...half, answer: { text: 't', personId: null, at: new Date(0) } }, 'ngo')).toBe(
      'wait_mediation',
    );
    const work = { charter: {} as never, hours: [], deliverables: [] };
    expect(nextStep({ ...work, state: 'disputed', disputes: [dispute] }, 'ngo')).toBe('answer_dispute');
    expect(isMyTurn('wait_mediation')).toBe(false);
  });

  it('is the last one that is not closed', () => {
    expect(currentDispute({})).toBeNull();
    expect(currentDispute({ disputes: [{ ...dispute, state: 'closed' }] })).toBeNull();
    expect(currentDispute({ disputes: [{ ...dispute, state: 'closed' }, dispute] })).toBe(dispute);
  });

  it('lets nothing else happen to the work', () => {
    for (const step of Object.keys(STEP_FROM) as EngagementStep[]) expect(mayStep('disputed', step), step).toBe(false);
  });

  it('is in the hands of the moderator who took it', () => {
    expect(whyNotMediate(dispute, 'm')).toBe('mediation_refusal_not_taken');
    expect(whyNotMediate({ ...dispute, moderatorId: 'm' }, 'other')).toBe('mediation_refusal_other_moderator');
    expect(whyNotMediate({ ...dispute, moderatorId: 'm' }, 'm')).toBeNull();
  });

  it('is decided on once the other side has answered or had three days', () => {
    expect(isHeard(dispute, new Date(71 * HOUR))).toBe(false);
    expect(isHeard(dispute, new Date(72 * HOUR))).toBe(true);
    expect(isHeard({ ...dispute, answer: { text: 't', personId: null, at: new Date(0) } }, new Date(1))).toBe(true);
  });

  it('is posted in full, and with nothing else', () => {
    const open = { reason: 'Four papers are asked for.', asks: 'One paper again.', talked: 'on' };
    expect(openDisputeForm.safeParse(open).success).toBe(true);
    for (const wrong of [{ talked: undefined }, { reason: 'No.' }, { asks: '' }, { moderatorId: 'me' }])
      expect(openDisputeForm.safeParse({ ...open, ...wrong }).success).toBe(false);
    const id = 'a'.repeat(20);
    expect(proposalAnswerForm.safeParse({ dispute: id, proposal: id, accepted: 'maybe' }).success).toBe(false);
    expect(decisionForm.safeParse({ dispute: id, resolution: 'continue', words: 'As agreed on.' }).success).toBe(false);
  });
});

describe('what can come of a dispute', () => {
  const terms = { language: 'en' } as CharterTerms;
  it('is another charter only while there is something left to do, and once it is written', () => {
    expect(resolutionsFor({ before: 'active' })).toEqual(RESOLUTIONS);
    expect(resolutionsFor({ before: 'restitution_due' })).not.toContain('change_charter');
    expect(whyNotResolve({ before: 'active' }, 'continue')).toBeNull();
    expect(whyNotResolve({ before: 'active' }, 'change_charter')).toBe('mediation_refusal_no_charter');
    expect(whyNotResolve({ before: 'paused', charterDraft: terms }, 'change_charter')).toBeNull();
    expect(whyNotResolve({ before: 'restitution_due', charterDraft: terms }, 'change_charter')).toBe(
      'mediation_refusal_accepted',
    );
  });
});
