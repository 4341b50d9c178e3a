namespace Indexer.Explorer.Tests;

/// <summary>Measures the contrast of text as section 1.4.3 of WCAG 2.2 defines it.</summary>
internal static class Contrast
{
    /// <summary>Gives the visible texts with a contrast below 4.5:1, with their colours.</summary>
    public const string Script = """
        () => {
          const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const ground = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const [r, g, b, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
              if (alpha > 0.5) {
                return [r, g, b];
              }
            }
            return [255, 255, 255];
          };
          const light = ([r, g, b]) => {
            const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          };
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (node.data.trim() && element.checkVisibility() && !["TEXTAREA", "SCRIPT", "OPTION"].includes(element.tagName)) {
              const text = light(parse(getComputedStyle(element).color));
              const behind = light(ground(element));
              const ratio = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
              if (ratio < 4.5) {
                found.push(`${node.data.trim()} ${ratio.toFixed(2)} ${element.className}`);
              }
            }
          }
          return [...new Set(found)];
        }
        """;
}
