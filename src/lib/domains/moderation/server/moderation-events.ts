/** What the moderation domain tells the others. */
import type { ReportOutcome } from '../report';

declare module '$lib/server/events' {
  interface EventPayloads {
    'report.filed': { reportId: string };
    'report.resolved': { reportId: string; by: string | null; outcome: ReportOutcome; note: string };
  }
}
