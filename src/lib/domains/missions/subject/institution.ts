/** Who decides: the Union's institutions and agencies, international bodies, and the levels of a country. */
import { z } from 'zod';
import { labelIn, type Labels } from '$lib/domains/skills/labels';

export const INSTITUTION_GROUPS = ['union', 'agencies', 'international', 'national'] as const;
export type InstitutionGroup = (typeof INSTITUTION_GROUPS)[number];

type Row = readonly [code: string, group: InstitutionGroup, en: string, fr: string, nl: string];

const rows = [
  ['european-parliament', 'union', 'European Parliament', 'Parlement européen', 'Europees Parlement'],
  ['european-council', 'union', 'European Council', 'Conseil européen', 'Europese Raad'],
  ['council-eu', 'union', 'Council of the EU', 'Conseil de l’UE', 'Raad van de EU'],
  ['european-commission', 'union', 'European Commission', 'Commission européenne', 'Europese Commissie'],
  ['cjeu', 'union', 'Court of Justice of the EU', 'Cour de justice de l’UE', 'Hof van Justitie van de EU'],
  ['ecb', 'union', 'European Central Bank', 'Banque centrale européenne', 'Europese Centrale Bank'],
  ['court-of-auditors', 'union', 'European Court of Auditors', 'Cour des comptes européenne', 'Europese Rekenkamer'],
  ['ombudsman-eu', 'union', 'European Ombudsman', 'Médiateur européen', 'Europese Ombudsman'],
  [
    'edps',
    'union',
    'European Data Protection Supervisor',
    'Contrôleur européen de la protection des données',
    'Europese Toezichthouder voor gegevensbescherming',
  ],
  [
    'eesc',
    'union',
    'European Economic and Social Committee',
    'Comité économique et social européen',
    'Europees Economisch en Sociaal Comité',
  ],
  [
    'cor',
    'union',
    'European Committee of the Regions',
    'Comité européen des régions',
    'Europees Comité van de Regio’s',
  ],
  ['eib', 'union', 'European Investment Bank', 'Banque européenne d’investissement', 'Europese Investeringsbank'],
  [
    'acer',
    'agencies',
    'Energy regulators’ agency (ACER)',
    'Agence des régulateurs de l’énergie (ACER)',
    'Agentschap van energieregulators (ACER)',
  ],
  [
    'amla',
    'agencies',
    'Anti-money-laundering authority (AMLA)',
    'Autorité de lutte contre le blanchiment (AMLA)',
    'Antiwitwasautoriteit (AMLA)',
  ],
  [
    'eba',
    'agencies',
    'European Banking Authority (EBA)',
    'Autorité bancaire européenne (ABE)',
    'Europese Bankautoriteit (EBA)',
  ],
  [
    'echa',
    'agencies',
    'Chemicals Agency (ECHA)',
    'Agence des produits chimiques (ECHA)',
    'Agentschap voor chemische stoffen (ECHA)',
  ],
  [
    'ecdc',
    'agencies',
    'Centre for Disease Prevention and Control (ECDC)',
    'Centre de prévention et de contrôle des maladies (ECDC)',
    'Centrum voor ziektepreventie en -bestrijding (ECDC)',
  ],
  [
    'edpb',
    'agencies',
    'European Data Protection Board (EDPB)',
    'Comité européen de la protection des données (EDPB)',
    'Europees Comité voor gegevensbescherming (EDPB)',
  ],
  [
    'eea',
    'agencies',
    'European Environment Agency (EEA)',
    'Agence européenne pour l’environnement (AEE)',
    'Europees Milieuagentschap (EEA)',
  ],
  [
    'efsa',
    'agencies',
    'Food Safety Authority (EFSA)',
    'Autorité de sécurité des aliments (EFSA)',
    'Autoriteit voor voedselveiligheid (EFSA)',
  ],
  [
    'eige',
    'agencies',
    'Institute for Gender Equality (EIGE)',
    'Institut pour l’égalité entre les hommes et les femmes (EIGE)',
    'Instituut voor gendergelijkheid (EIGE)',
  ],
  [
    'eiopa',
    'agencies',
    'Insurance and pensions authority (EIOPA)',
    'Autorité des assurances et des pensions (AEAPP)',
    'Autoriteit voor verzekeringen en pensioenen (EIOPA)',
  ],
  [
    'ela',
    'agencies',
    'European Labour Authority (ELA)',
    'Autorité européenne du travail (AET)',
    'Europese Arbeidsautoriteit (ELA)',
  ],
  ['ema', 'agencies', 'Medicines Agency (EMA)', 'Agence des médicaments (EMA)', 'Geneesmiddelenbureau (EMA)'],
  [
    'esma',
    'agencies',
    'Securities and Markets Authority (ESMA)',
    'Autorité des marchés financiers (AEMF)',
    'Autoriteit voor effecten en markten (ESMA)',
  ],
  ['euaa', 'agencies', 'Asylum Agency (EUAA)', 'Agence pour l’asile (AUEA)', 'Asielagentschap (EUAA)'],
  ['europol', 'agencies', 'Europol', 'Europol', 'Europol'],
  [
    'fra',
    'agencies',
    'Fundamental Rights Agency (FRA)',
    'Agence des droits fondamentaux (FRA)',
    'Bureau voor de grondrechten (FRA)',
  ],
  ['frontex', 'agencies', 'Frontex', 'Frontex', 'Frontex'],
  [
    'olaf',
    'agencies',
    'Anti-Fraud Office (OLAF)',
    'Office de lutte antifraude (OLAF)',
    'Bureau voor fraudebestrijding (OLAF)',
  ],
  [
    'eppo',
    'agencies',
    'European Public Prosecutor’s Office (EPPO)',
    'Parquet européen (EPPO)',
    'Europees Openbaar Ministerie (EOM)',
  ],
  ['other-agency', 'agencies', 'Another EU agency', 'Une autre agence de l’UE', 'Een ander EU-agentschap'],
  ['council-of-europe', 'international', 'Council of Europe', 'Conseil de l’Europe', 'Raad van Europa'],
  [
    'ecthr',
    'international',
    'European Court of Human Rights',
    'Cour européenne des droits de l’homme',
    'Europees Hof voor de Rechten van de Mens',
  ],
  ['united-nations', 'international', 'United Nations', 'Nations unies', 'Verenigde Naties'],
  [
    'aarhus-committee',
    'international',
    'Aarhus Convention Compliance Committee',
    'Comité d’examen de la convention d’Aarhus',
    'Nalevingscomité van het Verdrag van Aarhus',
  ],
  [
    'other-international',
    'international',
    'Another international body',
    'Une autre organisation internationale',
    'Een andere internationale instelling',
  ],
  [
    'national-government',
    'national',
    'National government or ministry',
    'Gouvernement ou ministère national',
    'Nationale regering of ministerie',
  ],
  ['national-parliament', 'national', 'National parliament', 'Parlement national', 'Nationaal parlement'],
  [
    'national-authority',
    'national',
    'National regulator or authority',
    'Régulateur ou autorité nationale',
    'Nationale toezichthouder of autoriteit',
  ],
  ['national-court', 'national', 'National court', 'Juridiction nationale', 'Nationale rechter'],
  ['national-ombudsman', 'national', 'National ombudsman', 'Médiateur national', 'Nationale ombudsman'],
  ['regional', 'national', 'Region or province', 'Région ou province', 'Regio of provincie'],
  ['local', 'national', 'City or municipality', 'Ville ou commune', 'Stad of gemeente'],
] as const satisfies readonly Row[];

export type InstitutionCode = (typeof rows)[number][0];

const byCode: ReadonlyMap<string, Row> = new Map(rows.map((row) => [row[0], row]));

export const INSTITUTIONS: readonly InstitutionCode[] = rows.map((row) => row[0]);

export const institutionSchema = z.enum(INSTITUTIONS as [InstitutionCode, ...InstitutionCode[]]);

export function isInstitution(value: string): value is InstitutionCode {
  return byCode.has(value);
}

/** The name in `locale`; an unknown code comes back as it is. */
export function institutionName(code: string, locale: string): string {
  const labels = institutionLabels(code);
  return labels ? labelIn(labels, locale) : code;
}

/** The name in every language, for the search index. */
export function institutionLabels(code: string): Labels | null {
  const row = byCode.get(code);
  return row ? { en: row[2], fr: row[3], nl: row[4] } : null;
}

/** As choices for a form, in groups; `groupNames` are the names of the groups in the same language. */
export function institutionOptions(
  locale: string,
  groupNames: Record<InstitutionGroup, string>,
): { value: InstitutionCode; label: string; group: string }[] {
  return rows.map((row) => ({
    value: row[0],
    label: institutionName(row[0], locale),
    group: groupNames[row[1]],
  }));
}
