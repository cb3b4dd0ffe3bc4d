/** Companies, public bodies, schools and clubs of one city region that come to its floor; every one of them is invented. */
import type { OrganisationKind } from '$lib/domains/organisations/organisation';
import type { Trade } from './trades';

export interface FloorOrganisation {
  /** Its address is `https://KEY.example`. */
  key: string;
  name: string;
  kind: OrganisationKind;
  trade: Trade;
}

const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const of = (kind: OrganisationKind, trade: Trade, names: string): FloorOrganisation[] =>
  names.split(', ').map((name) => ({ key: keyOf(name), name, kind, trade }));

export const FLOOR_ORGANISATIONS: readonly FloorOrganisation[] = [
  ...of('employer', 'law', 'Vermast & Lorre Notaries, Quai Neuf Avocats, Ommegang Legal, Tanneur Droz Law'),
  ...of('employer', 'accounts', 'Zilverberg Audit, Chiffres Clairs, Dubbelboek Accountants, Marolle Finance'),
  ...of('employer', 'software', 'Kiezel Software, Pontage Digital, Nachtwerk Code, Lumen Sept'),
  ...of('employer', 'print', 'Drukkerij De Letterkast, Presse du Canal, Inkt & Zoon'),
  ...of('employer', 'design', 'Atelier Garance, Beeldhoek, Studio Merle Rouge'),
  ...of('employer', 'building', 'Steenhouwer Bouw, Toit Vert, Balk & Voeg, Charpente Dansaert'),
  ...of('employer', 'garden', 'Tuinen Wildeman, Jardins Perchés'),
  ...of('employer', 'catering', 'Traiteur Groseille, De Soeplepel, Boulangerie Trois Épis, Koffiebranderij Zwartgoud'),
  ...of('employer', 'hotel', 'Hôtel du Marronnier, Hotel Nachtegaal, Zaal De Weerspiegeling'),
  ...of('employer', 'transport', 'Fietskoeriers Wervel, Transports Lacroix-Peel, Verhuizingen Vlotweg'),
  ...of('employer', 'bank', 'Spaarkas Vaartkapoen, Mutuelle Horizon Bas'),
  ...of('employer', 'media', 'Radio Bruine Fontein, Le Journal du Tram'),
  ...of('employer', 'energy', 'Zonnekracht Zenne, Éclair Coopératif'),
  ...of('employer', 'care', 'Apotheek Lindegroen, Kiné Parvis'),
  ...of('public', 'town', 'District Bureau North Quay, Dienst Openbare Ruimte Zennedal, Maison Communale des Étangs'),
  ...of('public', 'library', 'Bibliothèque du Lavoir, Bibliotheek De Leesgang'),
  ...of('public', 'museum', 'Museum of Small Trades, Musée des Ponts Perdus'),
  ...of('public', 'hospital', 'Hôpital Sainte-Ursule du Canal, Woonzorghuis De Wilgen'),
  ...of('public', 'transport', 'Tramdepot Westbank, Port Authority of the Lower Canal'),
  ...of('public', 'fire', 'Fire Service Training Yard Zennedal'),
  ...of('other', 'school', 'Lycée des Quatre Vents, Sint-Gorik College, Zennedal International School'),
  ...of('other', 'artschool', 'Académie du Petit Sablon Gris, Kunsthumaniora Het Atelier'),
  ...of('other', 'hotelschool', 'Hotelschool De Gouden Pollepel, École Hôtelière du Midi Bleu'),
  ...of('other', 'techschool', 'Technisch Instituut Vlierbeek, Institut Technique Pasteur-Dubois'),
  ...of('other', 'university', 'Hogeschool Kanaaloever, Student Law Clinic Zennedal'),
  ...of(
    'other',
    'serviceclub',
    'Service Club Canal North, Service Club Zennedal, Cercle des Dames du Parc, Round Club 41 Vaart',
  ),
  ...of('other', 'sportsclub', 'Roeiclub De Zenneriemen, Football Club des Étangs, Klimzaal Bovenop'),
  ...of('other', 'choir', 'Chœur des Marolles Hautes, Harmonie Sint-Kwinten, Koor Avondklok'),
  ...of('other', 'scouts', 'Scouts De Bosuil, Guides de la Forêt Basse'),
];
