/** Agendas on paper: one person's, or everybody's, each on a sheet of its own. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer, type WritePdf } from '$lib/server/pdf/pdf-answer';
import type { Sheet } from '$lib/server/pdf/sheet';
import { clockWords, markWords, spanWords, whoWords } from '../../agenda/agenda-words';
import { whenWords } from '../../exchange-words';
import { allAgendas, personAgendaPage } from '../queries/schedule/agenda-pages';
import type { EditionCard } from '../queries/editions';
import { toEditionCard } from '../queries/editions';
import type { PersonAgenda } from './read-agendas';

type Printed = Pick<PersonAgenda, 'name' | 'registrations' | 'lines' | 'free'>;

async function writeAgenda(sheet: Sheet, person: Printed, edition: EditionCard, movedBy: number): Promise<void> {
  const { timeZone } = edition;
  sheet.title(person.name, edition.name);
  sheet.facts([
    [m.agenda_pdf_for(), person.registrations.map(({ name }) => name).join(', ')],
    [m.agenda_pdf_when(), whenWords(edition.startsAt, edition.endsAt, timeZone)],
    [m.agenda_pdf_where(), `${edition.venue}, ${edition.city}`],
  ]);
  if (movedBy > 0) sheet.text(m.agenda_moved({ minutes: movedBy }));
  sheet.space(8);
  if (person.lines.length === 0) return sheet.text(m.agenda_no_meetings());
  const several = person.registrations.length > 1;
  await sheet.table(
    [
      { head: m.agenda_column_time(), share: 3, value: (line) => spanWords(line, timeZone) },
      { head: m.agenda_column_table(), share: 1.4, value: (line) => String(line.table) },
      { head: m.agenda_column_who(), share: 6, value: (line) => whoWords(line) },
      ...(several
        ? [{ head: m.agenda_column_own(), share: 4, value: (line: Printed['lines'][number]) => line.own }]
        : []),
      { head: m.agenda_column_note(), share: 4, value: (line) => markWords(line, timeZone) ?? '' },
    ],
    person.lines,
  );
  if (person.free.length > 0)
    sheet.text(m.agenda_free({ times: person.free.map((start) => clockWords(start, timeZone)).join(', ') }), {
      muted: true,
    });
}

const optionsFor = (ctx: Context, title: string, edition: EditionCard, created: Date) => ({
  title,
  locale: ctx.locale,
  created,
  footer: edition.name,
});

export async function personAgendaPdf(ctx: Context, slug: string, code: string): Promise<Response> {
  const { edition, person, movedBy } = await personAgendaPage(ctx, slug, code);
  const title = `${m.agenda_title()} ${person.name}`;
  return pdfAnswer(`${title}.pdf`, optionsFor(ctx, title, edition, ctx.now), (sheet) =>
    writeAgenda(sheet, person, edition, movedBy),
  );
}

/** For those without a telephone: the organiser prints them all at once. */
export async function allAgendasPdf(ctx: Context, slug: string): Promise<Response> {
  const { edition, people, movedBy } = await allAgendas(ctx, slug);
  const card = toEditionCard(edition);
  const title = `${m.agenda_all_title()} ${edition.name}`;
  const write: WritePdf = async (sheet) => {
    for (const [at, person] of people.entries()) {
      if (at > 0) sheet.doc.addPage();
      await writeAgenda(sheet, person, card, movedBy);
    }
  };
  return pdfAnswer(`${title}.pdf`, optionsFor(ctx, title, card, ctx.now), write);
}
