import { compareSectors, entriesBySector } from './sector-order.js';

describe('the order of the sectors', () => {
  it('is public bodies, third sector, citizens, market, however they come', () => {
    expect(['market', 'citizens', 'neutral', 'third_sector', 'public'].toSorted(compareSectors)).toEqual([
      'public',
      'third_sector',
      'citizens',
      'market',
      'neutral',
    ]);
  });

  it('is the same for values that a log or a database sorted by name', () => {
    const counted = entriesBySector({ citizens: 3, public: 4, third_sector: 5 });
    expect(counted).toEqual([
      ['public', 4],
      ['third_sector', 5],
      ['citizens', 3],
    ]);
  });
});
