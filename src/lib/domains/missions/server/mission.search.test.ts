/** What the index holds of a mission: everything one may search for, and nothing a confidential mission withholds. */
import { describe, expect, it } from 'vitest';
import { aMission, aMissionRole } from '../../../../../tests/support/factories/missions';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { checkDocument } from '$lib/server/search/rules/check-document';
import { MISSION_SETTINGS, toDocument } from './mission.search';

const organisation: OrganisationCard = {
  id: 'ngo1',
  slug: 'clear-skies',
  name: 'Clear Skies',
  kind: 'ngo',
  country: 'BE',
  city: 'Brussels',
  state: 'verified',
  causes: [],
  purpose: '',
  language: 'en',
  replyHours: null,
  shareAnswered: null,
};
const words = new Map([
  ['eu-law', ['EU law', 'Droit de l’Union', 'EU-recht', 'acquis']],
  ['amendment-drafting', ['Drafting amendments']],
]);
const heirs = new Map([['drafting', 'amendment-drafting']]);
const documentOf = (overrides: Parameters<typeof aMission>[0], ngo: OrganisationCard | undefined = organisation) =>
  toDocument(aMission(overrides), ngo, { words, heirs });

describe('the document of a mission', () => {
  it('holds its words, its skills in every language with their other names, and what one filters by', () => {
    const document = documentOf({
      title: 'Clean air',
      roles: [aMissionRole({ hours: 12 }), aMissionRole({ hours: 70 })],
    });
    expect(document).toMatchObject({
      title: 'Clean air',
      organisation: 'Clear Skies',
      skills: expect.arrayContaining(['EU law', 'Droit de l’Union', 'EU-recht', 'acquis']),
      institution_names: ['European Parliament', 'Parlement européen', 'Europees Parlement'],
      file: ['2022/0347(COD)', 'Ambient air quality'],
      place: ['remote', 'BE'],
      hours: ['15', 'more'],
      total_hours: 82,
      _geo: { lat: expect.any(Number), lng: expect.any(Number) },
    });
  });

  it('is what the index takes', () => {
    for (const confidentiality of ['public', 'members', 'cleared'] as const) {
      const document = documentOf({ confidentiality });
      if (!document) throw new Error('it is listed');
      expect(() => checkDocument(MISSION_SETTINGS, document)).not.toThrow();
    }
  });

  it('is not made for other states, nor for NGOs that are not verified', () => {
    for (const state of ['draft', 'submitted', 'paused', 'expired', 'cancelled', 'rejected'] as const)
      expect(documentOf({ state })).toBeNull();
    expect(documentOf({}, { ...organisation, state: 'suspended' })).toBeNull();
    expect(documentOf({}, { ...organisation, state: 'pending' })).toBeNull();
    expect(toDocument(aMission(), undefined, { words, heirs })).toBeNull();
  });

  it('of a cleared mission holds neither names nor anything to filter names out by', () => {
    const document = documentOf({
      confidentiality: 'cleared',
      title: 'Stop the Wexhaven refinery',
      anonymisedSummary: 'A permit is challenged.',
      opposingParties: ['Wexhaven Oil'],
    });
    expect(document).toMatchObject({ confidentiality: 'cleared', summary: 'A permit is challenged.' });
    for (const field of ['title', 'goal', 'organisation', 'organisationId', 'file', 'institution', '_geo', 'roles'])
      expect(document).not.toHaveProperty(field);
    expect(JSON.stringify(document)).not.toMatch(/Wexhaven|Clear Skies|2022\/0347|Parliament/);
  });
});
