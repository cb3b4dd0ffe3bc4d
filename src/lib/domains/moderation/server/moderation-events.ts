/** What the moderation domain tells the others. */
import type { PlatformSettings } from '$lib/server/settings/platform-settings';
import type { ReportOutcome } from '../report';

declare module '$lib/server/events' {
  interface EventPayloads {
    'report.filed': { reportId: string };
    'settings.changed': { by: string | null; before: PlatformSettings; after: PlatformSettings };
    'report.resolved': { reportId: string; by: string | null; outcome: ReportOutcome; note: string };
  }
}
