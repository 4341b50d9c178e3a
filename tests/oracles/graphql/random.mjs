/** A seeded source of chance (mulberry32), so that a failing case can be made again. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A fraction in [0, 1). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [least, most]. */
  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(items) {
    return items[this.between(0, items.length - 1)];
  }

  /** Some items in their order, at least `least` when there are so many. */
  some(items, least, most) {
    const wanted = Math.min(items.length, this.between(least, most));
    const indexes = new Set();
    while (indexes.size < wanted) {
      indexes.add(this.between(0, items.length - 1));
    }
    return [...indexes].map((index) => items[index]);
  }
}
