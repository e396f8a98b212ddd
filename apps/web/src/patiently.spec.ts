import { jest } from '@jest/globals';
import { patiently } from './patiently.js';

describe('the code of a page', () => {
  const load = jest.fn<() => Promise<string>>();
  beforeEach(() => {
    load.mockReset();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is asked for again when it did not arrive', async () => {
    load.mockRejectedValueOnce(new TypeError('lost')).mockResolvedValueOnce('the page');
    const page = patiently(load);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await page).toBe('the page');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is given up when it does not arrive at all', async () => {
    load.mockRejectedValue(new TypeError('lost'));
    const page = expect(patiently(load)).rejects.toThrow('lost');
    await jest.advanceTimersByTimeAsync(5_000);
    await page;
    expect(load).toHaveBeenCalledTimes(3);
  });
});
