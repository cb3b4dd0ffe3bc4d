/** Mails about reports: to the moderators when one comes in, to whoever reported when it is closed. */
import { moderatorContacts } from '$lib/domains/accounts/server/queries/list-moderators';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { systemContext } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import type { DomainEvent } from '$lib/server/events';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import './moderation-events';
import { reportPage } from './queries/open-reports';
import { Reports, type ReportDocument } from './report.model';

export async function mailReportFiled(event: DomainEvent<'report.filed'>): Promise<void> {
  const report = await reportPage(systemContext(), event.payload.reportId);
  for (const person of await moderatorContacts()) {
    await enqueueMail({
      key: `${event.id}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category: 'alert',
      kind: 'moderation',
      content: () => ({
        subject: m.mail_report_filed_subject({ label: report.label }),
        greeting: m.mail_greeting({ name: person.name }),
        paragraphs: [m.mail_report_filed_text({ label: report.label })],
        quote: report.text,
        action: { label: m.mail_report_filed_action(), url: publicOrigin() + href(`/moderation/reports/${report.id}`) },
      }),
    });
  }
}

export async function mailReportResolved(event: DomainEvent<'report.resolved'>): Promise<void> {
  const { reportId, outcome, note } = event.payload;
  const report = await Reports.findById(reportId).lean<ReportDocument>();
  const person = report?.reporterId ? await personContact(report.reporterId) : null;
  if (!person) return;
  const { label } = await reportPage(systemContext(), reportId);
  await enqueueMail({
    key: `${event.id}:${person.id}`,
    to: person.email,
    personId: person.id,
    locale: person.locale,
    category: 'work',
    kind: 'messages',
    content: () => ({
      subject: m.mail_report_resolved_subject({ label }),
      greeting: m.mail_greeting({ name: person.name }),
      paragraphs: [
        outcome === 'acted' ? m.mail_report_resolved_acted({ label }) : m.mail_report_resolved_none({ label }),
      ],
      quote: note,
    }),
  });
}
