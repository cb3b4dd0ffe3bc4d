import { describe, expect, it } from 'vitest';
import { hostOf, identityChanges, isReservedSlug, type OrganisationTexts } from './organisation';
import {
  verificationChecks,
  whyNotDecide,
  whyNotMerge,
  whyNotReinstate,
  whyNotRequestChanges,
  whyNotSuspend,
  whyNotVerify,
  type Standing,
} from './verification';

const pending: Standing = { state: 'pending', review: { state: 'waiting' }, mergedInto: null };
const verified: Standing = { state: 'verified', review: { state: 'done' }, mergedInto: null };
const suspended: Standing = { state: 'suspended', review: { state: 'done' }, mergedInto: null };

describe('which decision is open', () => {
  it('verifies what is pending, also while changes were asked for', () => {
    expect(whyNotVerify(pending)).toBeNull();
    expect(whyNotVerify({ ...pending, review: { state: 'changes_requested' } })).toBeNull();
    expect(whyNotVerify(verified)).toBe('organisation_refusal_not_pending');
  });

  it('asks for changes once', () => {
    expect(whyNotRequestChanges(pending)).toBeNull();
    expect(whyNotRequestChanges({ ...pending, review: { state: 'changes_requested' } })).toBe(
      'organisation_refusal_not_waiting',
    );
    expect(whyNotRequestChanges(suspended)).toBe('organisation_refusal_not_pending');
  });

  it('suspends what is not suspended, and reinstates what is', () => {
    expect(whyNotSuspend(pending)).toBeNull();
    expect(whyNotSuspend(verified)).toBeNull();
    expect(whyNotSuspend(suspended)).toBe('organisation_refusal_already_suspended');
    expect(whyNotReinstate(suspended)).toBeNull();
    expect(whyNotReinstate(verified)).toBe('organisation_refusal_not_suspended');
  });

  it('decides nothing more on what was merged', () => {
    const merged = { ...suspended, mergedInto: 'other' };
    for (const why of [whyNotVerify, whyNotRequestChanges, whyNotSuspend, whyNotReinstate]) {
      expect(why(merged)).toBe('organisation_refusal_merged');
    }
  });

  it('lets nobody decide on her own organisation', () => {
    expect(whyNotDecide([{ personId: 'ann' }], 'ann')).toBe('organisation_refusal_own');
    expect(whyNotDecide([{ personId: 'ann' }], 'bob')).toBeNull();
    expect(whyNotDecide([{ personId: 'ann' }], null)).toBeNull();
  });

  it('merges two of a kind', () => {
    const a = { ...verified, _id: 'a', kind: 'ngo' };
    expect(whyNotMerge(a, { ...a, _id: 'b' })).toBeNull();
    expect(whyNotMerge(a, a)).toBe('organisation_refusal_merge_itself');
    expect(whyNotMerge(a, { ...a, _id: 'b', kind: 'employer' })).toBe('organisation_refusal_merge_kind');
    expect(whyNotMerge(a, { ...a, _id: 'b', mergedInto: 'c' })).toBe('organisation_refusal_merged');
  });
});

describe('verificationChecks', () => {
  const facts = {
    registerNumber: null,
    website: 'https://www.cleanair.example/about',
    founderEmail: 'ann@cleanair.example',
  };
  it('compares the founder’s address with the website', () => {
    expect(verificationChecks(facts).emailDomain).toBe('same');
    expect(verificationChecks({ ...facts, website: 'https://brussels.cleanair.example' }).emailDomain).toBe('same');
    expect(verificationChecks({ ...facts, founderEmail: 'ann@mail.example' }).emailDomain).toBe('other');
    expect(verificationChecks({ ...facts, founderEmail: 'ann@notcleanair.example' }).emailDomain).toBe('other');
    expect(verificationChecks({ ...facts, website: null }).emailDomain).toBe('no_website');
  });

  it('warns of a register number that cannot be genuine', () => {
    expect(verificationChecks({ ...facts, registerNumber: '000764914245-75' }).register).toBe('wrong_check_digits');
  });
});

describe('texts', () => {
  const texts: OrganisationTexts = {
    name: 'Clean Air',
    legalForm: 'aisbl',
    country: 'BE',
    city: 'Brussels',
    website: null,
    purpose: 'p',
    means: 'm',
    proof: 'x',
    registerNumber: null,
    causes: ['climate'],
    languages: ['en'],
    description: '',
    language: 'en',
  };
  it('names the identity facts that changed, and no others', () => {
    const after = { ...texts, name: 'Clean Air Europe', purpose: 'other', registerNumber: '1' };
    expect(identityChanges(texts, after)).toEqual(['name: Clean Air → Clean Air Europe', 'registerNumber: – → 1']);
  });

  it('compares websites by host', () => {
    expect(hostOf('https://WWW.Example.org/x')).toBe('example.org');
    expect(hostOf('nonsense')).toBeNull();
    expect(hostOf(null)).toBeNull();
  });

  it('keeps our own addresses', () => {
    expect(isReservedSlug('new')).toBe(true);
    expect(isReservedSlug('clean-air')).toBe(false);
  });
});
