import { Origins } from './origins.js';

describe('the pages that may talk to the server', () => {
  it('are those of the public address alone in production', () => {
    const origins = new Origins('https://tavolo.example/', false);
    expect(origins.allows('https://tavolo.example', 'internal:3000')).toBe(true);
    expect(origins.allows('http://tavolo.example', 'tavolo.example')).toBe(false);
    expect(origins.allows('https://internal:3000', 'internal:3000')).toBe(false);
    expect(origins.allows(undefined, 'tavolo.example')).toBe(false);
  });

  it('are also those that the same host served, on a first start and in development', () => {
    const origins = new Origins('http://localhost:3000', true);
    expect(origins.allows('http://192.168.1.5:3000', '192.168.1.5:3000')).toBe(true);
    expect(origins.allows('http://evil.example', '192.168.1.5:3000')).toBe(false);
    expect(origins.allows('null', '192.168.1.5:3000')).toBe(false);
  });
});
