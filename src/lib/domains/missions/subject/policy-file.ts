/** The policy file a mission is about: recognises the references that institutions use and leads to their public page. */

export const FILE_KINDS = ['procedure', 'have_your_say', 'eci', 'celex', 'national', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface PolicyFile {
  kind: FileKind;
  /** As the institution writes it, or free text; '' when there is none. */
  reference: string;
  title: string;
  url: string | null;
}

export const NO_FILE: PolicyFile = { kind: 'other', reference: '', title: '', url: null };

/**
 * Procedure types of the Legislative Observatory (oeil.europarl.europa.eu): ordinary, consent, consultation,
 * non-legislative enactments, budget, discharge, own initiative, delegated acts, and so on.
 */
const PROCEDURE =
  /^(\d{4})\s*\/\s*(\d{4})\s*([A-Z])?\s*\(?\s*(COD|CNS|APP|AVC|NLE|BUD|DEC|INI|INL|INS|RSP|DEA|RPS|REG|IMM|COS|SYN|ACI|GBD|RSO|DCE|BUI|SAA)\s*\)?$/i;
/** Have Your Say initiatives have a number of four or five digits; its pages carry it first in the path. */
const HAVE_YOUR_SAY_URL = /ec\.europa\.eu\/info\/law\/better-regulation\/have-your-say\/initiatives\/(\d{3,6})\b/i;
const HAVE_YOUR_SAY = /^(?:HYS|have\s+your\s+say)\s*[-#:]?\s*(\d{3,6})$/i;
/** Citizens' initiatives: ECI(2024)000001 (Regulation (EU) 2019/788, register of the Commission). */
const ECI = /^ECI\s*\(?\s*(\d{4})\s*\)?\s*[/-]?\s*(\d{6})$/i;
/** CELEX numbers: sector, year, type of one or two letters, number (eur-lex.europa.eu). */
const CELEX = /^(?:CELEX\s*:?\s*)?([1-9CE])(\d{4})([A-Z]{1,2})(\d{4})((?:\(\d{2}\))?)$/i;
/** National bills as parliaments number them: DOC 55 3103/001 (BE), BT-Drs. 20/1234 (DE), Kamerstuk 36 200 (NL) … */
const NATIONAL = [
  /^(?:Doc\.?|DOC)\s*\d{2}[\s-]*\d{3,4}(?:\s*\/\s*\d{1,3})?$/i,
  /^(?:BT|BR)[-\s]?Drs\.?\s*\d{1,3}\/\d{1,5}$/i,
  /^Kamerstuk(?:ken)?\s*\d{2}\s?\d{3}(?:[,\s]+(?:nr\.?\s*)?\w+)?$/i,
  /^(?:PLF?|PPL|Proposition de loi|Projet de loi)\s*(?:n[°o.]\s*)?\d{1,5}$/i,
];

/** What the text is, written as the institution writes it; unknown text is kept as `fallback`. */
export function recognisePolicyFile(
  text: string,
  fallback: FileKind = 'other',
): Pick<PolicyFile, 'kind' | 'reference' | 'url'> {
  const given = text.trim().replace(/\s+/g, ' ');
  const procedure = PROCEDURE.exec(given);
  if (procedure) {
    const [, year, number, letter = '', type = ''] = procedure;
    const reference = `${year}/${number}${letter.toUpperCase()}(${type.toUpperCase()})`;
    return {
      kind: 'procedure',
      reference,
      url: `https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=${encodeURIComponent(reference)}`,
    };
  }
  const hearing = HAVE_YOUR_SAY_URL.exec(given) ?? HAVE_YOUR_SAY.exec(given);
  if (hearing) {
    const address = 'https://ec.europa.eu/info/law/better-regulation/have-your-say/initiatives';
    const url = /^https:\/\/\S+$/.test(given) ? given : `${address}/${hearing[1]}_en`;
    return { kind: 'have_your_say', reference: `HYS ${hearing[1]}`, url };
  }
  const eci = ECI.exec(given);
  if (eci) {
    const [, year, number] = eci;
    return {
      kind: 'eci',
      reference: `ECI(${year})${number}`,
      url: `https://citizens-initiative.europa.eu/initiatives/details/${year}/${number}_en`,
    };
  }
  const celex = CELEX.exec(given);
  if (celex) {
    const [, sector = '', year, type = '', number, suffix = ''] = celex;
    const reference = `${sector.toUpperCase()}${year}${type.toUpperCase()}${number}${suffix}`;
    return {
      kind: 'celex',
      reference,
      url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${encodeURIComponent(reference)}`,
    };
  }
  if (NATIONAL.some((pattern) => pattern.test(given))) return { kind: 'national', reference: given, url: null };
  return { kind: given === '' ? 'other' : fallback, reference: given, url: null };
}

/**
 * The file as it is kept: a recognised reference decides its own kind and, where nobody gave an address, its address;
 * free text stays what its author called it.
 */
export function tidyPolicyFile(file: PolicyFile): PolicyFile {
  const free: FileKind = file.kind === 'national' ? 'national' : 'other';
  const known = recognisePolicyFile(file.reference, free);
  return { kind: known.kind, reference: known.reference, title: file.title.trim(), url: file.url ?? known.url };
}
