import { describe, expect, it } from 'vitest';
import { attachment } from './attachment';

describe('attachment', () => {
  it('keeps plain names as they are', () => {
    expect(attachment('charter.pdf')).toBe(`attachment; filename="charter.pdf"; filename*=UTF-8''charter.pdf`);
  });

  it('writes other scripts so that a header can carry them', () => {
    const value = attachment('Prix 12 € – façade.pdf');
    expect(value).toContain('filename="Prix 12   facade.pdf"');
    expect(value).toContain("filename*=UTF-8''Prix%2012%20%E2%82%AC%20%E2%80%93%20fa%C3%A7ade.pdf");
    expect(() => new Headers({ 'Content-Disposition': attachment('Ελλάδα.pdf') })).not.toThrow();
  });

  it('lets no name end the header or leave the folder', () => {
    const value = attachment('../../x"\r\nSet-Cookie: a=b');
    expect(value).not.toMatch(/[\r\n]/);
    expect(value).not.toContain('/');
    expect(() => new Headers({ 'Content-Disposition': value })).not.toThrow();
    expect(attachment('')).toContain('download');
  });
});
