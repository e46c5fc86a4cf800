/** What was scrolled into sight, the last at the end: jsdom lays nothing out. */
export const scrolledTo: Element[] = [];

Element.prototype.scrollIntoView = function () {
    scrolledTo.push(this);
};

beforeEach(() => {
    scrolledTo.length = 0;
});
