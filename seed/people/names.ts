/** Given names and family names by country, all common ones, to be combined at random: whoever comes out is invented. */
import type { CountryCode } from '$lib/domains/skills/place';

export interface NameList {
  women: readonly string[];
  men: readonly string[];
  /** `Kowalski|Kowalska` where women and men carry different forms. */
  families: readonly string[];
}

const list = (women: string, men: string, families: string): NameList => ({
  women: women.split(' '),
  men: men.split(' '),
  families: families.split(' ').map((name) => name.replaceAll('_', ' ')),
});

/** Dutch-speaking and French-speaking Belgium apart. */
export const FLEMISH = list(
  'Lotte Eline Hanne Sofie Griet Marijke Ilse Nele Fien Amira Veerle Katrien Annelies Liesbeth Jolien Margot',
  'Wouter Pieter Jef Stijn Bram Koen Dries Maarten Jens Yassin Filip Geert Lieven Tibo Joris Rik',
  'Peeters Janssens Maes Claes De_Smet Vermeulen Willems Goossens Wouters Van_Damme De_Backer Hermans Lemmens Aerts Verstraete Baert Nijs Coppens El_Amrani Van_Acker Desmet Smeets Bogaert Cools',
);
export const WALLOON = list(
  'Élise Margaux Justine Camille Noémie Delphine Aurélie Coline Inès Manon Sarah Valérie Fanny Maïté Céline Anaïs',
  'Thibault Quentin Olivier Bastien Arnaud Cédric Loïc Grégory Mehdi Simon Benoît Xavier Gauthier Corentin Damien Julien',
  'Lambert Dubois Dupont Leclercq Gérard Simonis Lejeune Denis Collard Mathieu Gillet Noël Renard Toussaint Delvaux Benali Massart Warnier Thiry Hubert Piron Jacquemin',
);

export const NAMES = {
  BE: FLEMISH,
  NL: list(
    'Sanne Femke Marloes Iris Anouk Maaike Roos Esther Noor Lieke Hilde Floor Jasmijn Petra Willemijn Samira',
    'Daan Jeroen Sander Thijs Ruben Bas Niels Gijs Hugo Martijn Joost Kees Mehmet Floris Wim Arjen',
    'de_Vries Bakker Visser Smit Meijer Mulder Bos Vos Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra van_der_Linden Kuipers Veenstra Postma Schouten Hoekstra Yılmaz Timmermans van_Vliet Prins',
  ),
  FR: list(
    'Claire Hélène Juliette Mathilde Amélie Sandrine Nadia Florence Léa Pauline Solène Agathe Yasmina Émilie Brigitte Lucie',
    'Antoine Romain Guillaume Nicolas Étienne Karim Baptiste Vincent Sébastien Alexandre Hugo Rémi Pascal Théo Adrien Samuel',
    'Martin Bernard Moreau Laurent Girard Roussel Fontaine Chevalier Garnier Faure Blanchard Rivière Perrin Meunier Benhaddou Lefèvre Marchand Carpentier Guérin Poirier Barbier Renaud Traoré Le_Goff',
  ),
  DE: list(
    'Anna Katharina Lena Franziska Julia Miriam Claudia Svenja Greta Ayşe Ulrike Johanna Nora Birgit Theresa Paula',
    'Jonas Lukas Felix Matthias Stefan Tobias Jan Henrik Emre Florian Moritz Andreas Till Bernd Sebastian Kilian',
    'Müller Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Koch Richter Wolf Neumann Schwarz Krüger Hartmann Lange Werner Krause Lehmann Köhler Vogel Kaiser Demir Brandt',
  ),
  IT: list(
    'Giulia Chiara Francesca Elena Martina Silvia Valentina Federica Marta Lucia Ilaria Paola Serena Arianna Beatrice Noemi',
    'Marco Luca Andrea Matteo Davide Lorenzo Simone Paolo Tommaso Riccardo Giorgio Emanuele Nicola Fabio Pietro Enrico',
    'Rossi Bianchi Ferrari Esposito Romano Colombo Ricci Marino Greco Conti De_Luca Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Caruso Ferri',
  ),
  ES: list(
    'Lucía Marta Elena Carmen Irene Nuria Laia Rocío Pilar Alba Sara Beatriz Cristina Ainhoa Inés Mireia',
    'Javier Carlos Álvaro Pablo Sergio Miguel Jordi Iker Diego Rubén Andrés Manuel Óscar Víctor Gonzalo Xavier',
    'García_Rubio Fernández_Soler López_Vidal Martín_Cano Sánchez_Prieto Gómez_Ferrer Jiménez_Mora Ruiz_Serrano Hernández_Gil Díaz_Campos Moreno_Ibáñez Álvarez_Nieto Romero_Vega Navarro_Sanz Torres_Pascual Ramos_Molina Gil_Aranda Serra_Puig Etxeberria_Ruiz Castro_Lago',
  ),
  PL: list(
    'Anna Katarzyna Agnieszka Magdalena Joanna Zofia Aleksandra Ewa Natalia Marta Karolina Dorota Hanna Weronika Monika Iwona',
    'Piotr Tomasz Michał Krzysztof Paweł Jakub Marcin Łukasz Adam Wojciech Mateusz Bartosz Grzegorz Szymon Rafał Jan',
    'Kowalski|Kowalska Wiśniewski|Wiśniewska Nowak Lewandowski|Lewandowska Zieliński|Zielińska Szymański|Szymańska Woźniak Dąbrowski|Dąbrowska Kozłowski|Kozłowska Mazur Krawczyk Kaczmarek Piotrowski|Piotrowska Grabowski|Grabowska Pawlak Michalski|Michalska Sikora Baran Wróbel Górski|Górska',
  ),
  PT: list(
    'Inês Mariana Catarina Sofia Joana Rita Leonor Teresa Carla Beatriz Marta Helena Raquel Filipa',
    'João Tiago Miguel Pedro Rui Nuno Diogo André Gonçalo Francisco Luís Bruno Ricardo Duarte',
    'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Almeida Ribeiro Carvalho Teixeira Moreira Correia',
  ),
  IE: list(
    'Aoife Niamh Ciara Sinéad Orla Gráinne Róisín Maeve Deirdre Clodagh Emma Áine Fionnuala Caoimhe',
    'Conor Seán Cian Eoin Declan Padraig Fergal Oisín Ronan Brendan Darragh Niall Cormac Barry',
    'Murphy O’Brien Walsh Kelly Byrne Ryan O’Connor Doyle McCarthy Gallagher Kennedy Lynch Murray Quinn Moore Nolan Dunne Brennan Keane Whelan',
  ),
  AT: list(
    'Magdalena Verena Theresa Carina Barbara Eva Isabella Marlene Johanna Sabine Elisabeth Lisa Nina Viktoria',
    'Markus Clemens Dominik Bernhard Georg Reinhard Michael Raphael Gregor Manuel Peter Lorenz Jakob Fabian',
    'Gruber Huber Wagner Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Maier Reiter Lang',
  ),
  SE: list(
    'Elsa Linnéa Sara Karin Maja Ingrid Frida Ebba Annika Malin Ylva Astrid Helena Moa',
    'Erik Gustav Oskar Anders Nils Fredrik Viktor Johan Axel Henrik Mattias Emil Lars Jonas',
    'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Lindström Bergström Sandberg Holm Nyström Ekman Forsberg',
  ),
  DK: list(
    'Freja Ida Sofie Mette Astrid Kirsten Signe Louise Karen Maja Line Camilla Tove Rikke',
    'Mads Rasmus Søren Anders Mikkel Jens Frederik Kasper Lars Emil Thomas Nikolaj Troels Bo',
    'Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Madsen Kristensen Olsen Thomsen Holm Lund Dahl Bech',
  ),
  FI: list(
    'Aino Helmi Sanna Kaisa Laura Riikka Emilia Heidi Outi Johanna Satu Venla Noora Päivi',
    'Mikko Antti Juhani Eero Ville Lauri Timo Petri Janne Oskari Tuomas Aleksi Harri Olli',
    'Virtanen Korhonen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Saarinen Salminen Heinonen Niemi Kallio Rantanen Salo',
  ),
  CZ: list(
    'Tereza Lucie Veronika Kateřina Barbora Eliška Jana Markéta Hana Petra Zuzana Klára Alena Michaela',
    'Jakub Tomáš Ondřej Martin Vojtěch Jiří Pavel David Lukáš Filip Petr Marek Radek Štěpán',
    'Novák|Nováková Svoboda|Svobodová Dvořák|Dvořáková Černý|Černá Procházka|Procházková Kučera|Kučerová Veselý|Veselá Horák|Horáková Němec|Němcová Pokorný|Pokorná Marek|Marková Beneš|Benešová Fiala|Fialová Sedláček|Sedláčková Zeman|Zemanová Kolář|Kolářová',
  ),
  GR: list(
    'Eleni Maria Katerina Sofia Ioanna Dimitra Vasiliki Anna Georgia Despina Christina Evangelia',
    'Giorgos Nikos Dimitris Kostas Yannis Panagiotis Thanos Andreas Christos Stavros Petros Alexandros',
    'Papadopoulos|Papadopoulou Georgiou Nikolaidis|Nikolaidou Vasileiou Dimopoulos|Dimopoulou Ioannidis|Ioannidou Konstantinou Oikonomou Makris|Makri Antoniou Karagiannis|Karagianni Lazaridis|Lazaridou Athanasiou Pappas|Pappa',
  ),
  RO: list(
    'Andreea Ioana Elena Maria Raluca Cristina Alexandra Simona Diana Mihaela Oana Irina',
    'Andrei Mihai Alexandru Radu Bogdan Cristian Vlad Ștefan Ionuț Dragoș Tudor Călin',
    'Popescu Ionescu Popa Dumitru Stan Stoica Gheorghe Marin Tudor Dobre Barbu Nistor Florea Moldovan Rusu Crișan',
  ),
  HU: list(
    'Eszter Anna Zsófia Réka Katalin Orsolya Judit Dóra Nóra Ágnes Lilla Boglárka',
    'Bence Gergő Péter Gábor Balázs Dávid Tamás Zoltán Márton András Ákos Levente',
    'Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros',
  ),
  BG: list(
    'Maria Elena Desislava Ivana Viktoria Gergana Nadezhda Radostina Teodora Yana',
    'Georgi Ivan Dimitar Nikolay Petar Stefan Hristo Aleksandar Martin Boris',
    'Ivanov|Ivanova Georgiev|Georgieva Dimitrov|Dimitrova Petrov|Petrova Nikolov|Nikolova Stoyanov|Stoyanova Todorov|Todorova Angelov|Angelova Iliev|Ilieva Kolev|Koleva',
  ),
  SI: list(
    'Ana Maja Nina Tjaša Katja Petra Špela Eva Urška Mojca',
    'Luka Marko Matej Andrej Jure Rok Tomaž Gregor Miha Boštjan',
    'Novak Horvat Kovačič Krajnc Zupančič Potočnik Kovač Mlakar Kos Vidmar Golob Turk Božič Kralj',
  ),
  LU: list(
    'Anne Martine Claudine Lynn Joëlle Tania Nathalie Michèle',
    'Marc Luc Pol Georges Claude Tom Yves Max',
    'Schmit Weber Hoffmann Wagner Thill Kieffer Muller Reuter Faber Klein Da_Costa Kremer',
  ),
} as const satisfies Partial<Record<CountryCode, NameList>>;

export type NamedCountry = keyof typeof NAMES;
