/* oxlint-disable unicorn/consistent-function-scoping -- one expression, which Playwright evaluates */
/* Runs in the browser: every visible text whose contrast with what lies behind it is below 4.5 (WCAG 2.2, 1.4.3). */
(() => {
  const channels = (color) => color.match(/[\d.]+/gu).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const backgroundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const pair = [channels(getComputedStyle(element).color), backgroundOf(element)];
    const [bright, dark] = pair.map((color) => luminance(color)).sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ownText = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.data.trim())
      .join('');
  return [...document.querySelectorAll('body *')]
    .filter((element) => ownText(element) !== '' && element.checkVisibility())
    .map((element) => ({ text: ownText(element).slice(0, 40), ratio: contrast(element) }));
})();
