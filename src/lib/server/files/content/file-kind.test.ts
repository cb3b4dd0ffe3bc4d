import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { joined } from './byte-reader';
import { examine } from './file-kind';
import { harmlessName } from './file-name';
import { jpegFile, pngFile, segment, webpFile, zipFile } from './sample-files';

const ascii = (text: string) => new TextEncoder().encode(text);
const kept = (bytes: Uint8Array) => {
  const found = examine(bytes);
  if (found.refusal !== null) throw new Error(found.refusal);
  return { kind: found.kind, bytes: found.bytes, text: Buffer.from(found.bytes).toString('latin1') };
};
const refusal = (bytes: Uint8Array) => examine(bytes).refusal;

describe('what a file is', () => {
  it('is told by what it holds', () => {
    expect(kept(ascii('%PDF-1.7\n1 0 obj\n%%EOF\n')).kind).toBe('pdf');
    expect(kept(pngFile()).kind).toBe('png');
    expect(kept(jpegFile()).kind).toBe('jpeg');
    expect(kept(webpFile()).kind).toBe('webp');
    expect(kept(ascii('Ordonnance du 12 mars : « dépollution ».\n')).kind).toBe('text');
    expect(kept(zipFile({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<w/>' })).kind).toBe('docx');
    const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' };
    expect(kept(zipFile(odt)).kind).toBe('odt');
  });

  it('refuses pages, pictures in markup, programs and unknown bytes, whatever they are called', () => {
    for (const text of [
      '<!doctype html><script>alert(1)</script>',
      '<?xml version="1.0"?><svg onload="alert(1)"/>',
      '  <svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'Harmless at first. <script>alert(1)</script>',
    ])
      expect(refusal(ascii(text))).toBe('file_refusal_kind');
    expect(refusal(Uint8Array.from([0x4d, 0x5a, 0x90, 0x00]))).toBe('file_refusal_kind');
    expect(refusal(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toBe('file_refusal_kind');
    expect(refusal(zipFile({ 'a.txt': 'a' }))).toBe('file_refusal_kind');
    const macros = { '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' };
    expect(refusal(zipFile(macros))).toBe('file_refusal_kind');
    expect(refusal(new Uint8Array())).toBe('file_refusal_empty');
  });

  it('refuses what is cut', () => {
    expect(refusal(ascii('%PDF-1.7\n1 0 obj'))).toBe('file_refusal_broken');
    for (const whole of [pngFile(), jpegFile(), webpFile(), zipFile({ a: 'a' })])
      expect(refusal(whole.slice(0, whole.length - 3))).toBe('file_refusal_broken');
  });

  it('refuses a picture of 30,000 by 30,000 dots and archives that unfold a thousandfold or reach outside', () => {
    expect(refusal(pngFile({ width: 30_000, height: 30_000 }))).toBe('file_refusal_unfolds');
    expect(refusal(jpegFile({ width: 30_000, height: 30_000 }))).toBe('file_refusal_unfolds');
    const bomb = deflateRawSync(new Uint8Array(30_000_000));
    const packed = { name: 'word/media/a.bin', packed: bomb, unpacked: 30_000_000 };
    const content = { '[Content_Types].xml': '', 'word/document.xml': '' };
    expect(refusal(zipFile(content, [packed]))).toBe('file_refusal_unfolds');
    expect(refusal(zipFile({ ...content, '../../x': '' }))).toBe('file_refusal_unfolds');
  });
});

describe('what is written about a picture', () => {
  it('leaves a PNG: text, time, place and what follows the end', () => {
    const told = pngFile({
      extra: [
        ['tEXt', 'Author\0Jane'],
        ['eXIf', 'MM here'],
        ['zTXt', 'x'],
        ['tIME', 'now'],
      ],
    });
    const { text } = kept(joined([told, ascii('secret after the end')]));
    expect(text).not.toMatch(/Jane|eXIf|zTXt|tIME|secret/);
    expect(text).toContain('IDAT');
    expect(text.endsWith('IEND\xae\x42\x60\x82')).toBe(true);
  });

  it('leaves a JPEG: EXIF, XMP, IPTC, comments and a second picture; the colours and which way is up stay', () => {
    const exif = `Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x0f\0\x02\0\0\0\x04Nik\0\0\0\0\0`;
    const told = jpegFile({
      extra: [
        segment(0xe1, exif),
        segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<gps>50.8</gps>'),
        segment(0xe2, 'ICC_PROFILE\0\x01\x01colours'),
        segment(0xed, 'Photoshop 3.0\0IPTC'),
        segment(0xfe, 'made at home'),
      ],
    });
    const { text } = kept(joined([told, ascii('a film of the same moment')]));
    expect(text).not.toMatch(/Nik|gps|IPTC|home|film/);
    expect(text).toContain('ICC_PROFILE');
    expect(text).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(text.endsWith('\xff\xd9')).toBe(true);
  });

  it('leaves a WebP: EXIF and XMP, and the header no longer promises them', () => {
    const { bytes, text } = kept(webpFile({ EXIF: 'place', 'XMP ': '<gps/>' }));
    expect(text).not.toMatch(/EXIF|XMP|place|gps/);
    expect((bytes[20] ?? 0) & 0x0c).toBe(0);
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)).toBe(bytes.length - 8);
  });

  it('keeps the same bytes when it is taken away twice', () => {
    for (const file of [
      pngFile({ extra: [['tEXt', 'a']] }),
      jpegFile({ extra: [segment(0xfe, 'a')] }),
      webpFile({ EXIF: 'a' }),
    ]) {
      const once = kept(file).bytes;
      expect(kept(once).bytes).toEqual(once);
    }
  });
});

describe('the name of a file', () => {
  it('keeps what is harmless and says what the file holds', () => {
    expect(harmlessName('Amendements (v2).PDF', 'pdf')).toBe('Amendements (v2).pdf');
    expect(harmlessName('../../etc/passwd', 'text')).toBe('passwd.txt');
    expect(harmlessName('C:\\Users\\x\\plan.html', 'png')).toBe('plan.html.png');
    expect(harmlessName('in\u202efdp.exe', 'pdf')).toBe('infdp.exe.pdf');
    expect(harmlessName('a\r\nSet-Cookie: b', 'pdf')).toBe('aSet-Cookie- b.pdf');
    expect(harmlessName('...', 'odt')).toBe('file.odt');
    expect(harmlessName('x'.repeat(500), 'pdf').length).toBeLessThan(110);
  });
});
