/** A PDF as an answer to a request, sent while it is being written, or whole, for keeping and for tests. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { attachment } from '../http/attachment';
import { log } from '../log';
import { openSheet, type PdfOptions, type Sheet } from './sheet';

export type WritePdf = (sheet: Sheet) => Promise<void> | void;

function stream(options: PdfOptions, write: WritePdf): Readable {
  const { sheet, output, end } = openSheet(options);
  void (async () => {
    try {
      await write(sheet);
      end();
    } catch (error) {
      // The answer has begun: a broken stream tells the reader that the file is not whole.
      log.error({ err: error, title: options.title }, 'a PDF could not be finished');
      output.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  return output;
}

/** Check access and read what the document needs before: once the answer has begun, it cannot become an error page. */
export function pdfAnswer(name: string, options: PdfOptions, write: WritePdf): Response {
  return new Response(Readable.toWeb(stream(options, write)) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': attachment(name),
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The whole file. Throws what `write` throws. */
export function pdfBytes(options: PdfOptions, write: WritePdf): Promise<Buffer> {
  return buffer(stream(options, write));
}
