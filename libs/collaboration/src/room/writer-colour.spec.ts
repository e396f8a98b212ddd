import { House } from '../../test/house.js';
import { WriterColours } from './writer-colour.js';

describe('the colours of the people in a document', () => {
  const people = Array.from({ length: 12 }, (_, index) => `member-${index}`);

  it('differ while there are as many colours as people, whoever comes', () => {
    for (let start = 0; start < 200; start++) {
      const colours = new WriterColours();
      const present = new Set<string>();
      for (let index = 0; index < 10; index++) {
        const member = `${start}-${index}`;
        present.add(member);
        colours.give(member, present);
      }
      expect(new Set([...present].map((member) => colours.give(member, present))).size).toBe(10);
    }
  });

  it('are given twice only when all are taken', () => {
    const colours = new WriterColours();
    const present = new Set(people);
    const given = people.map((member) => colours.give(member, present));
    expect(new Set(given).size).toBe(10);
    expect(given.every((colour) => /^#[0-9a-f]{6}$/u.test(colour))).toBe(true);
  });

  it('stay with who comes back, and are free for others when their owner has gone', () => {
    const colours = new WriterColours();
    const own = colours.give('member-1', new Set(['member-1']));
    expect(colours.give('member-1', new Set(people))).toBe(own);
    expect(new WriterColours().give('member-1', new Set())).toBe(own);
    const others = people.map((member) =>
      colours.give(member, new Set(people.filter((other) => other !== 'member-1'))),
    );
    expect(others).toContain(own);
  });

  it('are the same in all windows of a member, and differ between those who have the text open', async () => {
    const house = await new House().open();
    const visits = await Promise.all([...people.slice(0, 10), 'member-3'].map((member) => house.visit(member)));
    const colours = visits.map(({ snapshot }) => snapshot.user?.color);
    expect(new Set(colours).size).toBe(10);
    expect(colours[10]).toBe(colours[3]);
    await house.close();
  });
});
