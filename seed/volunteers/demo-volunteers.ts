/** The profiles behind the demonstration accounts of volunteers, written by hand. */
import type { SeedVolunteer } from './seed-volunteer';

export const DEMO_VOLUNTEERS: Readonly<Record<'lawyer' | 'designer' | 'student', SeedVolunteer>> = {
  lawyer: {
    country: 'BE',
    locale: 'fr',
    sector: 'law',
    sections: {
      about: {
        headline: 'Avocate en droit de l’environnement et de l’Union, barreau de Bruxelles',
        bio: 'Depuis quatorze ans, je plaide pour des communes et des riverains : permis, eau, pesticides, accès aux documents. Deux de mes dossiers sont allés jusqu’à la Cour de justice.\n\nJe rédige volontiers des amendements : deux colonnes, une phrase de justification, une solution de repli. Je travaille en français, en anglais et en néerlandais.\n\nUn après-midi par semaine, mon cabinet me laisse libre pour des missions d’intérêt général. Il ne lit rien avant publication.',
        track: 'professional',
        employerName: 'Halden Moor Advocates',
      },
      skills: {
        skills: [
          'environmental-law:4',
          'eu-law:4',
          'amendment-drafting:3',
          'access-to-documents:3',
          'administrative-law:3',
          'legal-drafting:4',
          'aarhus-rights:3',
          'court-procedure:3',
          'legislative-procedure:3',
          'plain-language:2',
        ],
      },
      languages: {
        languages: [
          { code: 'fr', level: 'C2' },
          { code: 'en', level: 'C1' },
          { code: 'nl', level: 'C1' },
          { code: 'de', level: 'B1' },
        ],
      },
      availability: { hoursPerWeek: '5', availableFrom: '', availableUntil: '' },
      place: { country: 'BE', citySlug: 'brussels', remote: 'on', radiusKm: '80' },
      causes: { causes: ['nature', 'health', 'climate', 'food'], showCauses: 'on' },
      licences: { jurisdictions: ['EU', 'BE'], licences: [{ kind: 'bar', jurisdiction: 'BE', year: '2012' }] },
      interests: { interests: [{ kind: 'client', name: 'Aquaterra Utilities', until: '' }] },
      visibility: { visibility: 'everyone' },
    },
  },
  designer: {
    country: 'NL',
    locale: 'nl',
    sector: 'design',
    sections: {
      about: {
        headline: 'Informatieontwerper: één zin, één beeld, één bron',
        bio: 'Ik maak beelden waar een beleidsmedewerker én mijn moeder iets aan hebben. Eerst vraag ik om de ene zin die moet blijven hangen. Dan zoek ik de cijfers, dan pas teken ik.\n\nIk lever open bestanden met een tekstversie, zodat iedereen ermee verder kan. Bij Noordkade heb ik één dag per maand vrij voor dit werk.',
        track: 'professional',
        employerName: 'Noordkade Studio',
      },
      skills: {
        skills: [
          'graphic-design:4',
          'infographics:4',
          'data-visualisation:3',
          'accessibility:3',
          'layout-publishing:3',
          'illustration:2',
          'social-media:2',
        ],
      },
      languages: {
        languages: [
          { code: 'nl', level: 'C2' },
          { code: 'en', level: 'C1' },
          { code: 'de', level: 'B1' },
        ],
      },
      availability: { hoursPerWeek: '4', availableFrom: '', availableUntil: '' },
      place: { country: 'NL', citySlug: 'rotterdam', remote: 'on', radiusKm: '60' },
      licences: { jurisdictions: ['NL', 'EU'] },
      causes: { causes: ['consumers', 'climate', 'democracy'], showCauses: 'on' },
      interests: { nothing: 'on' },
      visibility: { visibility: 'everyone' },
    },
  },
  student: {
    country: 'PT',
    locale: 'en',
    sector: 'law',
    sections: {
      about: {
        headline: 'LL.M. student in European law, writing on access to documents',
        bio: 'I study European law in Coimbra and write my thesis on refusals of access to documents: which reasons are given, which hold, and who bothers to appeal.\n\nI am careful with sources and quick with tables. My supervisor reads what I hand in. I would like to see how a real request is written, refused and won.',
        track: 'student',
        supervisorName: 'Prof. Anneke Rooswinkel',
        supervisorEmail: 'anneke.rooswinkel@northgate.example',
      },
      skills: {
        skills: [
          'access-to-documents:2',
          'legal-research:2',
          'eu-law:2',
          'lobby-transparency:2',
          'academic-writing:2',
          'administrative-law:1',
        ],
      },
      languages: {
        languages: [
          { code: 'pt', level: 'C2' },
          { code: 'en', level: 'C1' },
          { code: 'es', level: 'C1' },
          { code: 'fr', level: 'B1' },
        ],
      },
      availability: { hoursPerWeek: '8', availableFrom: '', availableUntil: '' },
      place: { country: 'PT', citySlug: 'coimbra', remote: 'on', radiusKm: '' },
      licences: { jurisdictions: ['EU', 'PT'] },
      causes: { causes: ['democracy', 'digital'], showCauses: 'on' },
      interests: { nothing: 'on' },
      visibility: { visibility: 'everyone' },
    },
  },
};
