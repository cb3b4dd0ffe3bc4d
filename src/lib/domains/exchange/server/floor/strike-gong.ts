/** Writes the gong into the log, once for each opening and closing. */
import { appendToLog } from './floor-log';

export async function strikeGong(editionId: string, state: string, opening: number, at: Date): Promise<void> {
  if (state === 'floor_open')
    await appendToLog(editionId, `opened:${opening}`, { kind: 'gong_opened', at, deal: null });
  if (state === 'floor_closed')
    await appendToLog(editionId, `closed:${opening}`, { kind: 'gong_closed', at, deal: null });
}
